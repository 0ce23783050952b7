package headroom.elasticache.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.Given;
import headroom.elasticache.plan.Wish;
import headroom.run.Cause;
import headroom.trigger.MessageRow;
import headroom.trigger.Publication;
import headroom.trigger.Reaction;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A table of messages, real shapes and slips, with what each does.
final class ReactionsTest {
    static List<MessageRow> rows() {
        return MessageRow.of("elasticache");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void doesWhatTheTableSays(MessageRow row) {
        assertEquals(row.answer(), answer(reaction(row.message())));
    }

    @Test
    void tableHasNoMessageTwice() {
        Set<String> seen = new HashSet<>();
        for (MessageRow each : rows()) {
            assertTrue(seen.add(each.message() + " " + (each.message() == null)), each.why());
        }
        assertTrue(seen.size() >= 100);
    }

    @Test
    void nothingHalfUnderstoodScalesHoweverDeepItIsNested() {
        for (String each : List.of("[".repeat(200_000), "{\"replicas\":".repeat(40_000))) {
            assertTrue(answer(reaction(each)).startsWith("plans: it is no JSON"));
        }
    }

    @Test
    void saysNoMoreOfALongMessageThanFitsInAReport() {
        String field = "x".repeat(40_000);

        assertEquals(
                "plans: the field \"%1$s…\" is not known. the field \"%1$s…\" is not known."
                        .formatted("x".repeat(160)),
                answer(reaction("{\"" + field + "1\": 1, \"" + field + "2\": 2}")));
        assertEquals(
                "plans: the field \"shards\" is \"%s…; expected is a whole number such as 6."
                        .formatted("x".repeat(159)),
                answer(reaction("{\"shards\": \"" + field + "\"}")));
    }

    @Test
    void saysWhatIsKnownWhereSomethingIsNot() {
        String known =
                "Known are {\"scale\": true}, {\"dryRun\": true}, {\"replicas\": {\"0002\": 2}},"
                        + " {\"shards\": 6}, {\"rebalance\": true}, {\"nodeType\":"
                        + " \"cache.r7g.xlarge\"} and {\"migrate\": \"start\"}, and plain text.";

        assertEquals("the field \"force\" is not known. " + known, slip("{\"force\": true}"));
        assertEquals(
                "it is a field of JSON without its braces. " + known, slip("rebalance = true"));
    }

    @Test
    void tellsOperatorsHowToStopAndHowToSwitchOff() {
        assertEquals(
                new Reaction.Tell(
                        "answer",
                        """
                        A message says no: "stop it". Nothing was started for it, and what is at work goes on.

                        To stop a run that is at work, find its ARN and stop it. A change that ElastiCache has begun cannot be stopped, and goes on to its end. The watch sees to its report within 11 min.
                          aws stepfunctions list-executions --region eu-west-1 --status-filter RUNNING --state-machine-arn arn:aws:states:eu-west-1:111122223333:stateMachine:headroom-elasticache-sessions
                          aws stepfunctions stop-execution --region eu-west-1 --execution-arn ARN
                        To keep the alarms from starting runs, run this; enable-alarm-actions takes it back.
                          aws cloudwatch disable-alarm-actions --region eu-west-1 --alarm-names headroom-elasticache-sessions-cpu headroom-elasticache-sessions-memory
                        The watch looks by itself. To switch it off too, disable the rule of its schedule; then nothing measures or reports a change whose run was stopped.
                          aws events list-rules --region eu-west-1 --query "Rules[?contains(Name, 'WatchSchedule')].Name"
                          aws events disable-rule --region eu-west-1 --name RULE\
                        """,
                        "A message says no: \"stop it\"."),
                reaction("stop it"));
    }

    private static Reaction reaction(@Nullable String message) {
        return new Reactions(Given.SETTINGS, Given.STACK).to(new Publication(message, "id"));
    }

    private static @Nullable String slip(String message) {
        return ((Request) ((Reaction.Start) reaction(message)).request()).notUnderstood();
    }

    private static String answer(Reaction reaction) {
        return switch (reaction) {
            case Reaction.Ignore ignore -> "ignored: " + ignore.why();
            case Reaction.Tell tell when tell.attribute().equals("answer") -> "says no";
            case Reaction.Tell tell ->
                    tell.attribute() + ": " + tell.text().substring(0, tell.text().indexOf(": "));
            case Reaction.Start start -> answer((Request) start.request());
        };
    }

    private static String answer(Request request) {
        assertTrue(!request.critical(), "what is critical, the plan finds out by itself");
        if (request.cause() == Cause.ALARM) {
            return "starts for an alarm";
        }
        String slip = request.notUnderstood();
        return (request.dryRun() ? "plans" : "starts")
                + (request.wish() == null ? "" : " towards " + inWords(request.wish()))
                + (slip == null ? "" : ": " + slip.replace(" " + Orders.VOCABULARY.known(), ""));
    }

    private static String inWords(Wish wish) {
        return switch (wish) {
            case Wish.Replicas it -> "%d replicas on %s".formatted(it.to(), it.shard());
            case Wish.Shards it -> it.to() + " shards";
            case Wish.Rebalance _ -> "even slots";
            case Wish.NodeType it -> it.to();
            case Wish.Migrate it -> "migration " + it.stage().name().toLowerCase(Locale.ROOT);
        };
    }
}
