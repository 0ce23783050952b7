package headroom.rehearsal.commands;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What the words in capitals stand for that people replace in a command.
final class Placeholders {
    private static final String EXECUTION =
            "arn:aws:states:eu-west-1:111122223333:execution:headroom-redshift-analytics:manual-1";

    private static final Map<String, String> EXAMPLES =
            Map.ofEntries(
                    Map.entry("REGION", "eu-west-1"),
                    Map.entry("CLUSTER", "analytics"),
                    Map.entry("STACK", "warehouse"),
                    Map.entry("LEASE_TABLE", "headroom-redshift-analytics-Lease-1ABC"),
                    Map.entry(
                            "STATE_MACHINE_ARN",
                            "arn:aws:states:eu-west-1:111122223333:stateMachine:headroom-redshift-analytics"),
                    Map.entry("EXECUTION_ARN", EXECUTION),
                    Map.entry("ARN", EXECUTION),
                    Map.entry(
                            "TOPIC_ARN",
                            "arn:aws:sns:eu-west-1:111122223333:headroom-redshift-analytics-Requests"),
                    Map.entry(
                            "OPERATORS_TOPIC_ARN",
                            "arn:aws:sns:eu-west-1:111122223333:headroom-redshift-analytics-Operators"),
                    Map.entry("TOKEN", "2336412f37fb687f5d51e6e2425c464de9f1d0c6"),
                    Map.entry("ADDRESS", "warehouse-oncall@example.com"),
                    Map.entry("RULE", "headroom-redshift-analytics-WatchSchedule-1ABC"),
                    Map.entry(
                            "QUEUE_URL",
                            "https://sqs.eu-west-1.amazonaws.com/111122223333/headroom-DeadLetterQueue"),
                    Map.entry("TASK", "orders"),
                    Map.entry("NAME", "orders"),
                    Map.entry("TASK_ARN", "arn:aws:dms:eu-west-1:111122223333:task:ORDERS"),
                    Map.entry(
                            "CONFIG_ARN",
                            "arn:aws:dms:eu-west-1:111122223333:replication-config:CLICKS"),
                    Map.entry("GROUP", "sessions"),
                    // A file that is there, as the AWS CLI reads it.
                    Map.entry("QUERIES", "docs/capacity/queries.json"),
                    Map.entry("N", "8"));

    /// What AWS itself writes in capitals.
    private static final Set<String> OF_AWS = Set.of("S", "RUNNING", "MODIFIED", "INSERT_RECORD");

    private static final Pattern IN_CAPITALS =
            Pattern.compile("(?<![A-Za-z_])[A-Z][A-Z_]*(?![A-Za-z_])");

    private Placeholders() {}

    /// @param unknown takes each word in capitals that is neither a placeholder nor AWS's own
    static String replaced(String command, Consumer<String> unknown) {
        // An ARN has parts in capitals, which stand for themselves.
        String prose = command.replaceAll("arn:[\\w:/.-]+", "");
        IN_CAPITALS
                .matcher(prose)
                .results()
                .map(each -> each.group())
                .filter(each -> !EXAMPLES.containsKey(each) && !OF_AWS.contains(each))
                .forEach(unknown);
        return Pattern.compile("arn:[\\w:/.-]+|" + IN_CAPITALS.pattern())
                .matcher(command)
                .replaceAll(each -> EXAMPLES.getOrDefault(each.group(), each.group()));
    }
}
