package headroom.rehearsal.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What each function and the state machine call in scenarios, in the words of IAM, beside what is
/// committed.
public final class RecordedCalls {
    /// Where a place's service has another name in IAM, or is the state machine itself.
    private static final Map<String, String> PREFIXES =
            Map.ofEntries(
                    Map.entry("redshift", "redshift:"),
                    Map.entry("dms", "dms:"),
                    Map.entry("elasticache", "elasticache:"),
                    Map.entry("autoscaling", "application-autoscaling:"),
                    Map.entry("servicequotas", "servicequotas:"),
                    Map.entry("cloudwatch", "cloudwatch:"),
                    Map.entry("dynamodb", "dynamodb:"),
                    Map.entry("sns", "sns:"),
                    Map.entry("sfn", "states:"),
                    Map.entry("function", "lambda:InvokeFunction "),
                    Map.entry("machine", ""));

    private static final Map<String, String> OF_THE_MACHINE =
            Map.of(
                    "UpdateItem", "dynamodb:UpdateItem",
                    "Publish", "sns:Publish",
                    "PutEvents", "events:PutEvents",
                    "DescribeSubnets", "ec2:DescribeSubnets");

    private RecordedCalls() {}

    /// @param file written anew first where that is asked for
    public static void assertWritten(Path file, Stream<Played> scenarios) throws IOException {
        NavigableSet<String> calls = new TreeSet<>();
        scenarios.forEach(
                scenario ->
                        scenario.callers()
                                .forEach(each -> inWordsOfIam(each).ifPresent(calls::add)));
        String written = String.join("\n", calls) + "\n";
        if (Transcripts.REWRITE) {
            Files.writeString(file, written);
        }
        assertEquals(Files.readString(file), written);
    }

    /// Empty for a place that is no call to AWS, as a service's own work.
    private static Optional<String> inWordsOfIam(String callerAndPlace) {
        String[] parts = callerAndPlace.split("[ .]", 3);
        return Optional.ofNullable(PREFIXES.get(parts[1]))
                .map(
                        prefix ->
                                parts[0]
                                        + " "
                                        + prefix
                                        + (prefix.isEmpty()
                                                ? OF_THE_MACHINE.get(parts[2])
                                                : parts[2]));
    }
}
