package headroom.benchmarks.coldstart;

import static headroom.benchmarks.coldstart.Story.answers;
import static headroom.benchmarks.coldstart.Story.fails;
import static headroom.benchmarks.coldstart.Story.refusal;
import static headroom.benchmarks.coldstart.Story.refusalInJson;
import static headroom.benchmarks.coldstart.Story.xml;

import headroom.benchmarks.coldstart.AwsStub.Reply;

import java.util.List;

/// The rounds of the watch: while somebody holds the lease, and while nobody does.
final class WatchStories {
    private static final String EVENT = "{\"time\":\"" + Stories.SINCE + "\"}";

    private WatchStories() {}

    static List<Story> all() {
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
                        .when("StartExecution", Reply.ok(Stories.MACHINE)),
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
                fails("{}", Stories.ARGUMENT, Stories.MALFORMED));
    }

    /// A round while the lease is free.
    private static Story sees(String said) {
        return answers(EVENT, said)
                .when("GetItem", Reply.ok("{}"))
                .when("DescribeAlarms", Replies.ALARMS)
                .when("Publish", xml("Publish", "<MessageId>i</MessageId>"))
                .when("UpdateItem", Reply.ok("{}"));
    }
}
