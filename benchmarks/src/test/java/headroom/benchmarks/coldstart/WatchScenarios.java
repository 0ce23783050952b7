package headroom.benchmarks.coldstart;

import static headroom.benchmarks.coldstart.Scenario.answers;
import static headroom.benchmarks.coldstart.Scenario.fails;
import static headroom.benchmarks.coldstart.Scenario.refusal;
import static headroom.benchmarks.coldstart.Scenario.refusalInJson;
import static headroom.benchmarks.coldstart.Scenario.xml;

import headroom.benchmarks.coldstart.AwsStub.Reply;

import java.util.List;

/// The rounds of the watch: while somebody holds the lease, and while nobody does.
final class WatchScenarios {
    private static final String EVENT = "{\"time\":\"" + Scenarios.SINCE + "\"}";

    private WatchScenarios() {}

    static List<Scenario> all() {
        Reply held =
                Reply.ok("{\"Item\":{\"owner\":{\"S\":\"arn:owner\"},\"newer\":{\"N\":\"1\"}}}");
        return List.of(
                answers(EVENT, "sentence")
                        .when("GetItem", held)
                        .when(
                                "DescribeExecution",
                                Reply.ok("{\"status\":\"RUNNING\",\"startDate\":1.7E9}")),
                answers(EVENT, "sentence")
                        .when("GetItem", held)
                        .when("DescribeExecution", refusalInJson("ExecutionDoesNotExist"))
                        .when("StartExecution", Reply.ok(Scenarios.MACHINE)),
                fails(EVENT, "headroom.step.AwsRefused", "said by AWS")
                        .when("GetItem", held)
                        .when("DescribeExecution", refusalInJson("InvalidArn")),
                sees("The alarm is OK.").when("GetMetricStatistics", Replies.DISK),
                sees("out of sight, as it should be: sales is paused")
                        .when("GetMetricStatistics", Replies.NO_DISK)
                        .when("DescribeClusters", Replies.cluster("paused")),
                sees("There is no Redshift cluster named sales")
                        .when("GetMetricStatistics", Replies.NO_DISK)
                        .when("DescribeClusters", refusal("ClusterNotFound")),
                fails("{}", Scenarios.ARGUMENT, Scenarios.MALFORMED));
    }

    /// A round while the lease is free.
    private static Scenario sees(String said) {
        return answers(EVENT, said)
                .when("GetItem", Reply.ok("{}"))
                .when("DescribeAlarms", Replies.ALARMS)
                .when("Publish", xml("Publish", "<MessageId>i</MessageId>"))
                .when("UpdateItem", Reply.ok("{}"));
    }
}
