package headroom.elasticache.watch;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mockingDetails;

import headroom.elasticache.CloudWatchStub;
import headroom.elasticache.ElastiCacheStub;
import headroom.elasticache.Given;
import headroom.watch.Rounds;

import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Rounds of the watch over a group of two shards. It is 04:30 on the 22nd.
abstract class Watching extends Rounds {
    static final String OWNER =
            "arn:aws:states:eu-west-1:111122223333:execution:headroom-elasticache-sessions:run-1";

    final ElastiCacheStub elastiCache = new ElastiCacheStub();
    final CloudWatchStub cloudWatch = new CloudWatchStub().answer(NodeWords.of(""));
    final List<String> measured = new ArrayList<>();

    Watching() {
        super(Given.MACHINE);
    }

    final String watch() {
        return new Watch(
                        new Watch.Clients(dynamoDb, stepFunctions, cloudWatch, elastiCache, sns),
                        Given.SETTINGS,
                        Given.STACK,
                        Given.CLOCK,
                        measured::add)
                .run(new Watch.Input(SCHEDULED))
                .sentence();
    }

    /// @param text such as `owner run-1; takenAt 03:00`: times are of the 22nd, or as `21 03:00`
    final void lease(String text) {
        Map<String, String> attributes = new HashMap<>();
        for (String each : text.isEmpty() ? new String[0] : text.split("; ", -1)) {
            String[] nameAndValue = each.split(" ", 2);
            attributes.put(nameAndValue[0], value(nameAndValue[1]));
        }
        lease(attributes);
    }

    private static String value(String word) {
        if (word.equals("run-1")) {
            return OWNER;
        }
        return word.matches("(\\d\\d )?\\d\\d:\\d\\d(:\\d\\d)?") ? moment(word).toString() : word;
    }

    private static Instant moment(String word) {
        String[] parts = word.split(" ", -1);
        String time = parts[parts.length - 1];
        return Instant.parse(
                "2026-11-%sT%sZ"
                        .formatted(
                                parts.length == 1 ? "22" : parts[0],
                                time.length() == 5 ? time + ":00" : time));
    }

    /// @param text `runs`, `unknown`, or when it was aborted
    final void ownerIs(String text) {
        switch (text) {
            case "runs" -> owner("RUNNING", null);
            case "unknown" ->
                    doThrow(ExecutionDoesNotExistException.builder().build())
                            .when(stepFunctions)
                            .describeExecution(any(DescribeExecutionRequest.class));
            default -> owner("ABORTED", moment(text));
        }
    }

    /// @param text as of [NodeWords], or `gone`
    final void groupIs(String text) {
        if (text.equals("gone")) {
            elastiCache.gone();
        } else {
            cloudWatch.answer(NodeWords.of(text));
        }
    }

    /// What was started, by its name and in few words.
    final List<String> started() {
        return requests(
                stepFunctions,
                StartExecutionRequest.class,
                each -> {
                    String input = each.input();
                    String from =
                            input.replaceFirst(".*\"deadOwner\":\"([^\"]*:)?([^\":]*)\".*", "$2");
                    return each.name().replace("20261122T042958Z", "time")
                            + (from.equals(input) ? "" : " from " + from)
                            + (input.contains("\"critical\":true") ? ", critical" : "");
                });
    }

    final List<String> told() {
        return requests(sns, PublishRequest.class, PublishRequest::subject);
    }

    /// What was written on the lease, with the attributes' own names.
    final List<String> written() {
        return requests(
                dynamoDb,
                UpdateItemRequest.class,
                each -> {
                    String text = each.updateExpression();
                    for (var name : each.expressionAttributeNames().entrySet()) {
                        text = text.replaceAll(name.getKey() + "\\b", name.getValue());
                    }
                    return text.replaceAll(" = :\\w+", "");
                });
    }

    private static <R> List<String> requests(
            Object client, Class<R> kind, Function<R, String> inWords) {
        return mockingDetails(client).getInvocations().stream()
                .filter(each -> !Void.TYPE.equals(each.getMethod().getReturnType()))
                .map(each -> each.getArguments().length == 0 ? null : each.getArguments()[0])
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(inWords)
                .toList();
    }
}
