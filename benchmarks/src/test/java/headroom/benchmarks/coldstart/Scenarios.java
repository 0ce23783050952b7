package headroom.benchmarks.coldstart;

import static headroom.benchmarks.coldstart.Scenario.answers;
import static headroom.benchmarks.coldstart.Scenario.fails;
import static headroom.benchmarks.coldstart.Scenario.refusal;
import static headroom.benchmarks.coldstart.Scenario.refusalInJson;
import static headroom.benchmarks.coldstart.Scenario.refusalOfAProxy;
import static headroom.benchmarks.coldstart.Scenario.unavailable;
import static headroom.benchmarks.coldstart.Scenario.xml;

import headroom.benchmarks.coldstart.AwsStub.Reply;

import java.util.List;

/// For each handler its usual way first, then the errors of AWS that it tells apart.
final class Scenarios {
    static final String MALFORMED = "The input is not what this step expects";
    static final String ARGUMENT = "java.lang.IllegalArgumentException";
    private static final String UNAVAILABLE = "headroom.step.AwsUnavailable";
    static final String SINCE = "2026-11-22T04:00:00Z";
    private static final String LATER = "9999-01-01T00:00:00Z";
    private static final String BUDGET =
            "\"budget\":{\"pausedAt\":\"%s\",\"resizeBy\":\"%s\"}".formatted(SINCE, LATER);
    private static final String TASKS =
            "\"tasks\":[{\"arn\":\"%s\",\"name\":\"orders\"}]".formatted(Replies.TASK);
    static final String MACHINE =
            "{\"executionArn\":\"arn:e\",\"startDate\":1.7E9,\"newer\":{\"x\":[1]}}";

    private Scenarios() {}

    static List<Scenario> of(String handler) {
        return switch (handler) {
            case "TakeSnapshot" -> takeSnapshot();
            case "RemovePrecopy" -> removePrecopy();
            case "ConfirmSnapshot" -> confirmSnapshot();
            case "ResizeCluster" -> resizeCluster();
            case "ConfirmResized" ->
                    looks("{\"nodes\":2,\"method\":\"elastic\",\"since\":\"" + LATER + "\"}");
            case "ConfirmWritable" -> looks("{\"since\":\"" + LATER + "\",\"looks\":1}");
            case "PauseReplication" -> pauseReplication();
            case "ResumeReplication" -> resumeReplication();
            case "ConfirmPaused" -> confirmPaused();
            case "ConfirmResumed" -> confirmResumed();
            case "PlanResize" -> planResize();
            case "ComposeReport" -> composeReport();
            case "ForgetTasks" -> forgetTasks();
            case "StartResize" -> startResize();
            case "Watch" -> WatchScenarios.all();
            default ->
                    throw new IllegalArgumentException(
                            handler
                                    + " has no scenarios; write its usual way and its errors"
                                    + " here.");
        };
    }

    private static List<Scenario> takeSnapshot() {
        String event = "{\"run\":\"r1\",\"which\":\"backup\",\"newer\":[{}]," + BUDGET + "}";
        String operation = "CreateClusterSnapshot";
        Reply empty = xml("DescribeClusterSnapshots", "<Snapshots/>");
        return List.of(
                answers(event, "is being taken")
                        .when(operation, xml(operation, "<Snapshot><Port>1</Port></Snapshot>")),
                answers(event, "was already asked for")
                        .when(operation, refusal("ClusterSnapshotAlreadyExists")),
                fails(event, "headroom.redshift.cluster.ClusterBusy", "now: said by AWS")
                        .when(operation, refusal("InvalidClusterState"))
                        .when("DescribeClusterSnapshots", empty)
                        .when("DescribeClusters", Replies.CLUSTER),
                fails(event, "headroom.redshift.cluster.SnapshotFailed", "said by AWS")
                        .when(operation, refusal("TagLimitExceededFault")),
                fails(event, UNAVAILABLE, "busy: said by AWS")
                        .when(operation, refusal("Throttling")),
                fails(event, UNAVAILABLE, "AWS could not be reached or is busy")
                        .when(operation, unavailable()),
                fails(event, UNAVAILABLE, "Unexpected end of file").when(operation, Reply.lost()),
                answers(event, "is being taken")
                        .when(operation, Reply.lost(), xml(operation, "<Snapshot/>")),
                answers(event, "is being taken")
                        .when(
                                operation,
                                refusal("RequestTimeTooSkewed"),
                                xml(operation, "<Snapshot/>")),
                fails(event, "headroom.redshift.cluster.SnapshotFailed", "Status Code: 403")
                        .when(operation, refusalOfAProxy()),
                fails("{\"which\":\"backup\"}", ARGUMENT, MALFORMED),
                fails("not JSON", ARGUMENT, MALFORMED));
    }

    private static List<Scenario> removePrecopy() {
        String event = "{\"run\":\"r1\"}";
        String operation = "DeleteClusterSnapshot";
        return List.of(
                answers(event, "is removed").when(operation, xml(operation, "")),
                answers(event, "is gone already")
                        .when(operation, refusal("ClusterSnapshotNotFound")),
                answers(event, "cannot be removed now (said by AWS")
                        .when(operation, refusal("InvalidClusterSnapshotState")),
                fails("[]", ARGUMENT, MALFORMED));
    }

    private static List<Scenario> confirmSnapshot() {
        String event =
                "{\"run\":\"r1\",\"which\":\"backup\",\"since\":\"" + SINCE + "\"," + BUDGET + "}";
        String operation = "DescribeClusterSnapshots";
        return List.of(
                answers(event, "\"taken\":true")
                        .when(
                                operation,
                                Replies.snapshots(Replies.snapshot("available", "sales"), "")),
                fails(event, "headroom.redshift.cluster.SnapshotFailed", "belongs to cluster other")
                        .when(
                                operation,
                                Replies.snapshots(Replies.snapshot("available", "other"), "")),
                fails(event, "headroom.redshift.cluster.SnapshotFailed", "is not listed")
                        .when(operation, refusal("ClusterSnapshotNotFound")),
                fails(event, UNAVAILABLE, "busy").when(operation, unavailable()),
                fails("{}", ARGUMENT, MALFORMED));
    }

    private static List<Scenario> resizeCluster() {
        String event =
                """
                {"from":2,"nodes":4,"nodeType":"ra3.4xlarge","method":"elastic",%s}
                """
                        .formatted(BUDGET);
        return List.of(
                whenLooking(answers(event, "Redshift accepted the elastic resize to 4 nodes."))
                        .when("ResizeCluster", xml("ResizeCluster", "<Cluster/>")),
                whenLooking(answers(event, "Redshift does not resize now: said by AWS"))
                        .when("ResizeCluster", refusal("InvalidClusterState")),
                whenLooking(
                                fails(
                                        event,
                                        "headroom.redshift.cluster.ResizeRefused",
                                        "AWS lacks nodes of this type here just now."))
                        .when("ResizeCluster", refusal("InsufficientClusterCapacity")),
                whenLooking(fails(event, UNAVAILABLE, "said by AWS"))
                        .when("ResizeCluster", refusal("DependentServiceUnavailableFault")),
                fails(event.replace("4,", "8.5,"), ARGUMENT, "8.5; expected a whole number"));
    }

    private static List<Scenario> looks(String event) {
        return List.of(
                whenLooking(answers(event, "its last resize (to 2 nodes) is SUCCEEDED")),
                answers(event, "it has never been resized")
                        .when("DescribeClusters", Replies.CLUSTER)
                        .when("DescribeResize", refusal("ResizeNotFound")),
                fails(event, "headroom.redshift.cluster.ClusterGone", "sales")
                        .when("DescribeClusters", refusal("ClusterNotFound")),
                fails(event, UNAVAILABLE, "busy").when("DescribeClusters", unavailable()),
                fails("{\"since\":\"yesterday\"}", ARGUMENT, MALFORMED));
    }

    private static List<Scenario> pauseReplication() {
        String event = "{" + TASKS + "," + BUDGET + "}";
        return List.of(
                answers(event, "Stopping orders")
                        .when("DescribeReplicationTasks", Replies.RUNNING)
                        .when("StopReplicationTask", Reply.ok("{\"ReplicationTask\":{}}")),
                answers(event, "Stopping orders")
                        .when("DescribeReplicationTasks", Replies.RUNNING)
                        .when("StopReplicationTask", refusalInJson("InvalidResourceStateFault")),
                answers(event, "No task is running.")
                        .when("DescribeReplicationTasks", refusalInJson("ResourceNotFoundFault")),
                fails(event, UNAVAILABLE, "said by AWS")
                        .when("DescribeReplicationTasks", refusalInJson("ThrottlingException")),
                fails(event, UNAVAILABLE, "Unexpected end of file")
                        .when("DescribeReplicationTasks", Reply.lost()),
                fails(event, "headroom.step.AwsRefused", "Status Code: 403")
                        .when("DescribeReplicationTasks", refusalOfAProxy()),
                fails("{\"tasks\":{}}", ARGUMENT, MALFORMED));
    }

    private static List<Scenario> resumeReplication() {
        String event = "{" + TASKS + "}";
        return List.of(
                answers(event, "Starting orders")
                        .when("DescribeReplicationTasks", Replies.task("stopped"))
                        .when("StartReplicationTask", Reply.ok("{}")),
                answers(event, "\"reason\":\"said by AWS (")
                        .when("DescribeReplicationTasks", Replies.task("stopped"))
                        .when("StartReplicationTask", refusalInJson("AccessDeniedFault")),
                fails(event, UNAVAILABLE, "said by AWS")
                        .when("DescribeReplicationTasks", Replies.task("stopped"))
                        .when("StartReplicationTask", refusalInJson("ThrottlingException")),
                fails("{}", ARGUMENT, MALFORMED));
    }

    private static List<Scenario> confirmPaused() {
        String event =
                "{%s,\"since\":\"%s\",%s,\"critical\":false,\"address\":\"a.example.com\"}"
                        .formatted(TASKS, SINCE, BUDGET);
        return List.of(
                answers(event, "The task is stopped.")
                        .when("DescribeReplicationTasks", Replies.task("stopped"))
                        .when("DescribeReplications", Reply.ok("{\"Replications\":[]}"))
                        .when("DescribeEndpoints", Reply.ok("{\"Endpoints\":[]}")),
                fails(event, "headroom.redshift.replication.PauseFailed", "Instead of stopping")
                        .when("DescribeReplicationTasks", Replies.task("failed")),
                fails(event, "headroom.step.PhaseTimedOut", "Stopping the DMS tasks")
                        .when("DescribeReplicationTasks", Replies.task("stopping")),
                fails("{}", ARGUMENT, MALFORMED));
    }

    private static List<Scenario> confirmResumed() {
        String event =
                "{%s,\"since\":\"%s\",\"runningSince\":\"%s\",\"refusals\":[]}"
                        .formatted(TASKS, SINCE, SINCE);
        return List.of(
                answers(event, "\"is\":\"done\"").when("DescribeReplicationTasks", Replies.RUNNING),
                answers(event, "\"is\":\"down\"")
                        .when("DescribeReplicationTasks", Replies.task("stopped")),
                fails("{}", ARGUMENT, MALFORMED));
    }

    private static List<Scenario> planResize() {
        String event =
                "{\"cause\":\"manual\",\"since\":\"%s\",\"told\":\"\",\"precopy\":\"pending\"}"
                        .formatted(SINCE);
        Scenario looking =
                whenLooking(answers(event, "\"evidence\""))
                        .when(
                                "DescribeClusterSnapshots",
                                Replies.snapshots(
                                        Replies.snapshot("available", "sales"),
                                        "<Marker>m</Marker>"),
                                Replies.snapshots(Replies.snapshot("creating", "sales"), ""))
                        .when(
                                "DescribeNodeConfigurationOptions",
                                Replies.options(2, "<Marker>m</Marker>"),
                                Replies.options(4, ""))
                        .when(
                                "DescribeReplicationTasks",
                                Reply.ok("{\"ReplicationTasks\":[],\"Marker\":\"m\"}"),
                                Replies.RUNNING)
                        .when("DescribeReplications", Reply.ok("{\"Replications\":[]}"))
                        .when("DescribeEndpoints", Reply.ok("{\"Endpoints\":[]}"))
                        .when("GetMetricStatistics", Replies.NO_DISK)
                        .when("ListMetrics", Replies.LATENCY, xml("ListMetrics", "<Metrics/>"))
                        .when("GetMetricData", Replies.BEHIND);
        return List.of(
                looking,
                looking.when("DescribeNodeConfigurationOptions", refusal("UnsupportedOperation")),
                new Scenario(event, looking.replies(), UNAVAILABLE, "said by AWS")
                        .when("DescribeReplicationTasks", refusalInJson("ThrottlingException")),
                fails("{}", ARGUMENT, MALFORMED));
    }

    private static List<Scenario> composeReport() {
        String event =
                """
                {"asked":{"execution":"arn:aws:states:eu-west-1:1:execution:m:e","requests":"arn:t",
                  "origin":"a message","cause":"alarm","byHand":false,"dryRun":false,
                  "deadOwner":"nobody"},
                 "outcome":"failed",
                 "pause":{%s,"owed":true,"standing":[],"from":"%s","forgotten":[]},
                 "seen":{"tasksStood":true,"resizeAsked":false,"precopy":"pending"},
                 "failure":{"error":"headroom.redshift.cluster.ResizeFailed",
                  "cause":"{\\"errorMessage\\":\\"broken\\"}"},
                 "before":{"failures":0,"unlessCritical":false,
                  "told":{"about":"nothing","since":"%s","at":"%s"}}}
                """
                        .formatted(TASKS, SINCE, SINCE, SINCE);
        return List.of(
                answers(event, "broken").when("GetMetricStatistics", Replies.NO_DISK),
                answers(event, "broken").when("GetMetricStatistics", refusal("AccessDenied")),
                fails("{}", ARGUMENT, MALFORMED));
    }

    private static List<Scenario> forgetTasks() {
        String event =
                "{\"execution\":\"arn:aws:states:eu-west-1:1:execution:m:e\",%s,\"forget\":[\"orders\"],\"forgotten\":[],\"origin\":\"a message\"}"
                        .formatted(TASKS);
        return List.of(answers(event, "\"changes\":true"), fails("{}", ARGUMENT, MALFORMED));
    }

    private static List<Scenario> startResize() {
        String event =
                "{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":{\"MessageId\":\"id\",\"Message\":\"please\"}}]}";
        String no = event.replace("please", "stop");
        return List.of(
                answers(event, "").when("StartExecution", Reply.ok(MACHINE)),
                answers(no, "").when("UpdateItem", Reply.ok("{}")),
                // What cannot be noted is in the log.
                answers(no, "").when("UpdateItem", refusalInJson("ValidationException")),
                answers(event, "").when("StartExecution", refusalInJson("ExecutionAlreadyExists")),
                fails(
                                event,
                                "software.amazon.awssdk.services.sfn.model.ExecutionLimitExceededException",
                                "said by AWS")
                        .when("StartExecution", refusalInJson("ExecutionLimitExceeded")),
                fails("{\"Records\":1}", ARGUMENT, "SnsEvent.records is 1; expected a list"));
    }

    private static Scenario whenLooking(Scenario scenario) {
        return scenario.when("DescribeClusters", Replies.CLUSTER)
                .when("DescribeResize", Replies.RESIZED)
                .when("DescribeClusterSnapshots", Replies.snapshots("", ""));
    }
}
