package headroom.benchmarks.coldstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.benchmarks.coldstart.RuntimeApi.Outcome;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every function as it is deployed, in a process of its own, started by Lambda's own runtime: a
/// usual event, one that is malformed, and a usual one that AWS is too busy for, in this order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeployedFunctionsTest {
    private static final int MEGABYTE = 1_000_000;
    private static final int MOST_MEGABYTES = 22;
    private static final List<String> FORBIDDEN =
            List.of(
                    "io.netty.",
                    "org.apache.http.",
                    "com.fasterxml.",
                    "com.amazonaws.lambda.thirdparty.");

    private static final String UNAVAILABLE = "headroom.step.AwsUnavailable";
    private static final String MALFORMED = "java.lang.IllegalArgumentException";
    private static final String ANSWERED = "";

    private static final String TIME = "2026-11-22T04:00:00Z";
    private static final String TASKS = "\"tasks\":[{\"arn\":\"arn:t\",\"name\":\"orders\"}]";
    private static final String COPY =
            "\"copy\":{\"run\":\"r\",\"askedAt\":\"2026-11-22T04:00:00Z\",\"until\":\"2126-11-22T04:00:00Z\",\"expires\":\"2126-11-22T04:00:00Z\",\"nodes\":4}";

    private static final String BUDGET =
            "\"budget\":{\"pausedAt\":\"%s\",\"resizeBy\":\"9999-01-01T00:00:00Z\"}"
                    .formatted(TIME);

    /// What AWS usually answers, by the operation.
    private static final Map<String, String> USUAL =
            Map.ofEntries(
                    xml(
                            "DescribeClusters",
                            """
                            <Clusters><Cluster><ClusterIdentifier>sales</ClusterIdentifier>
                            <ClusterStatus>available</ClusterStatus><NodeType>ra3.4xlarge</NodeType>
                            <ClusterAvailabilityStatus>Available</ClusterAvailabilityStatus>
                            <NumberOfNodes>2</NumberOfNodes><NewerThanTheSdk>n</NewerThanTheSdk>
                            <Endpoint><Address>a.example.com</Address></Endpoint>
                            </Cluster></Clusters>\
                            """),
                    xml(
                            "DescribeResize",
                            "<TargetNumberOfNodes>2</TargetNumberOfNodes><Status>SUCCEEDED</Status>"),
                    xml(
                            "DescribeClusterSnapshots",
                            """
                            <Snapshots><Snapshot><SnapshotIdentifier>s</SnapshotIdentifier>
                            <ClusterIdentifier>sales</ClusterIdentifier><Status>available</Status>
                            <SnapshotCreateTime>2026-11-22T04:00:00Z</SnapshotCreateTime>
                            </Snapshot></Snapshots>\
                            """),
                    xml("CreateClusterSnapshot", "<Snapshot><Port>1</Port></Snapshot>"),
                    xml("DeleteClusterSnapshot", ""),
                    xml("ResizeCluster", "<Cluster/>"),
                    xml("RestoreFromClusterSnapshot", "<Cluster/>"),
                    xml("CreateTags", ""),
                    xml("DeleteCluster", "<Cluster/>"),
                    xml(
                            "DescribeNodeConfigurationOptions",
                            """
                            <NodeConfigurationOptionList><NodeConfigurationOption>
                            <NodeType>ra3.4xlarge</NodeType><NumberOfNodes>4</NumberOfNodes>
                            </NodeConfigurationOption></NodeConfigurationOptionList>\
                            """),
                    xml(
                            "GetMetricStatistics",
                            """
                            <Datapoints><member><Timestamp>2026-11-22T04:00:00Z</Timestamp>
                            <Maximum>50.5</Maximum></member></Datapoints>\
                            """),
                    xml("ListMetrics", "<Metrics/>"),
                    xml("GetMetricData", "<MetricDataResults/>"),
                    xml(
                            "DescribeAlarms",
                            """
                            <MetricAlarms><member><AlarmName>headroom-redshift-sales-disk</AlarmName><StateValue>OK</StateValue>
                            </member><member><AlarmName>headroom-redshift-sales-disk-critical</AlarmName><StateValue>OK</StateValue>
                            </member></MetricAlarms>\
                            """),
                    Map.entry(
                            "DescribeReplicationTasks",
                            "{\"ReplicationTasks\":[{\"ReplicationTaskArn\":\"arn:t\",\"Status\":\"stopped\"}]}"),
                    Map.entry("DescribeReplications", "{\"Replications\":[]}"),
                    Map.entry("DescribeEndpoints", "{\"Endpoints\":[]}"),
                    Map.entry("StartReplicationTask", "{}"),
                    Map.entry("GetItem", "{\"Item\":{}}"),
                    Map.entry(
                            "StartExecution", "{\"executionArn\":\"arn:e\",\"startDate\":1.7E9}"));

    private static Map.Entry<String, String> xml(String operation, String inside) {
        return Map.entry(operation, "<A><R>" + inside + "</R></A>");
    }

    private static String event(String handler) {
        return switch (handler) {
            case "TakeSnapshot" -> "{\"run\":\"r1\",\"which\":\"backup\"," + BUDGET + "}";
            case "RemovePrecopy" -> "{\"run\":\"r1\"}";
            case "ConfirmSnapshot" ->
                    "{\"run\":\"r1\",\"which\":\"backup\",\"since\":\"%s\",%s}"
                            .formatted(TIME, BUDGET);
            case "ResizeCluster" ->
                    "{\"from\":2,\"nodes\":4,\"nodeType\":\"ra3.4xlarge\",\"method\":\"elastic\",%s}"
                            .formatted(BUDGET);
            case "ConfirmResized" ->
                    "{\"nodes\":2,\"method\":\"elastic\",\"since\":\"" + TIME + "\"}";
            case "ConfirmWritable" -> "{\"since\":\"" + TIME + "\",\"looks\":1}";
            case "PauseReplication" -> "{" + TASKS + "," + BUDGET + "}";
            case "ResumeReplication" -> "{" + TASKS + "}";
            case "ConfirmPaused" ->
                    "{%s,\"since\":\"%s\",%s,\"critical\":false,\"address\":\"a.example.com\"}"
                            .formatted(TASKS, TIME, BUDGET);
            case "ConfirmResumed" -> "{%s,\"since\":\"%s\",\"refusals\":[]}".formatted(TASKS, TIME);
            case "PlanResize" ->
                    """
                    {"cause":"manual","since":"%s","dryRun":false,"precopy":"pending",
                     "told":{"about":"nothing","since":"%s","at":"%s"}}
                    """
                            .formatted(TIME, TIME, TIME);
            case "PlanDrill" -> "{\"dryRun\":false,\"held\":false}";
            case "RestoreCopy" -> "{\"snapshot\":\"s\"," + COPY + "}";
            case "ConfirmCopy" ->
                    "{\"nodes\":2,%s,\"since\":\"%s\",\"execution\":\"arn:aws:states:eu-west-1:1:execution:m:e\"}"
                            .formatted(COPY, TIME);
            case "ResizeCopy" ->
                    "{\"from\":2,\"nodes\":4,\"nodeType\":\"ra3.4xlarge\",\"method\":\"elastic\",%s}"
                            .formatted(COPY);
            case "ConfirmCopyResized" ->
                    "{\"from\":1,\"nodes\":2,\"nodeType\":\"ra3.4xlarge\",\"method\":\"elastic\",\"since\":\"%s\",%s,\"seen\":[]}"
                            .formatted(TIME, COPY);
            case "DeleteCopy" -> "{\"seen\":false," + COPY + "}";
            case "ConfirmDeleted" ->
                    "{%s,\"since\":\"2126-11-22T04:00:00Z\",\"seen\":true,\"looks\":0}"
                            .formatted(COPY);
            case "ComposeDrillReport" ->
                    """
                    {"asked":{"execution":"arn:aws:states:eu-west-1:1:execution:m:e",
                      "requests":"arn:t","origin":"a message","cause":"manual",
                      "byHand":true,"dryRun":false,"deadOwner":"nobody"},
                     "outcome":"failed","owed":true,%s,
                     "told":{"about":"nothing","since":"%s","at":"%s"}}
                    """
                            .formatted(COPY, TIME, TIME);
            case "ComposeReport" ->
                    """
                    {"asked":{"execution":"arn:aws:states:eu-west-1:1:execution:m:e",
                      "requests":"arn:t","origin":"a message","cause":"alarm",
                      "byHand":false,"dryRun":false,"deadOwner":"nobody"},
                     "outcome":"failed",
                     "pause":{%s,"owed":true,"standing":[],"from":"%s","forgotten":[]},
                     "seen":{"tasksStood":true,"resizeAsked":false,"precopy":"pending"},
                     "before":{"failures":0,"unlessCritical":false,
                      "told":{"about":"nothing","since":"%s","at":"%s"}}}
                    """
                            .formatted(TASKS, TIME, TIME, TIME);
            case "ForgetTasks" ->
                    "{\"execution\":\"arn:aws:states:eu-west-1:1:execution:m:e\",%s,\"forget\":[\"orders\"],\"forgotten\":[],\"origin\":\"a message\"}"
                            .formatted(TASKS);
            case "StartResize" ->
                    "{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":{\"MessageId\":\"id\",\"Message\":\"please\"}}]}";
            case "Watch" -> "{\"time\":\"" + TIME + "\"}";
            default ->
                    throw new IllegalArgumentException(
                            handler + " is not known here; write its event.");
        };
    }

    /// What comes of the usual event where AWS is too busy.
    private static String whenBusy(String handler) {
        return switch (handler) {
            // They ask nobody, or can do without.
            case "ForgetTasks", "ComposeReport", "ComposeDrillReport" -> ANSWERED;
            case "StartResize" -> "software.amazon.awssdk.services.sfn.model.SfnException";
            default -> UNAVAILABLE;
        };
    }

    private Unpacked task;

    @BeforeAll
    void unpack() {
        task = Unpacked.of(Functions.JAR);
    }

    @AfterAll
    void remove() {
        task.close();
    }

    static Stream<Class<?>> handlers() {
        return Functions.handlers().stream();
    }

    @Test
    void fitInto22Megabytes() throws IOException {
        assertTrue(Files.size(Functions.JAR) <= MOST_MEGABYTES * MEGABYTE);
    }

    @ParameterizedTest
    @MethodSource("handlers")
    void answerOrFailThreeTimesInOneProcess(Class<?> handler) {
        String event = event(handler.getSimpleName());
        try (AwsStub aws = new AwsStub();
                Deployed function =
                        new Deployed(
                                Functions.RUNTIME,
                                task.folder(),
                                handler.getName(),
                                aws,
                                Deployed.Settings.lambdas(Functions.environment()))) {
            assertEquals(List.of(), aws.signed(), "priming");
            aws.answer(USUAL);
            assertEquals(ANSWERED, failure(function.invoke(event)));
            assertFewLoaded(handler.getSimpleName(), function.classes().size());
            assertEquals(List.of(), forbidden(handler, function.classes()));
            assertEquals(malformed(handler), failure(function.invoke("{\"Records\":1}")));
            aws.answer(Map.of());
            assertEquals(whenBusy(handler.getSimpleName()), failure(function.invoke(event)));
        }
    }

    /// The classes that were loaded up to the first answer, as they were counted once.
    private static int counted(String handler) {
        return switch (handler) {
            case "TakeSnapshot", "ConfirmSnapshot", "RemovePrecopy" -> 4_900;
            case "ConfirmResized", "ConfirmWritable" -> 5_026;
            case "ResizeCluster" -> 5_106;
            case "PauseReplication", "ResumeReplication", "ConfirmResumed" -> 4_172;
            case "ConfirmPaused" -> 4_283;
            case "PlanResize" -> 5_973;
            case "PlanDrill" -> 5_600;
            case "RestoreCopy", "ConfirmCopy", "DeleteCopy", "ConfirmDeleted" -> 5_026;
            case "ConfirmCopyResized" -> 5_050;
            case "ResizeCopy" -> 5_106;
            case "ComposeDrillReport" -> 1_700;
            case "ComposeReport" -> 4_446;
            case "ForgetTasks" -> 1_613;
            case "StartResize" -> 5_044;
            case "Watch" -> 4_974;
            default -> 0;
        };
    }

    /// A twentieth more is for what the JDK and the SDK change between versions.
    private static void assertFewLoaded(String handler, int loaded) {
        int most = counted(handler) * 21 / 20;
        assertTrue(
                loaded <= most,
                () ->
                        "%s loaded %d classes up to its first answer; at most %d are expected. If it needs them, say why and count anew."
                                .formatted(handler, loaded, most));
    }

    private static String failure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answer _ -> ANSWERED;
            case Outcome.Failure thrown -> thrown.type();
        };
    }

    /// What Lambda itself reads, it refuses itself.
    private static String malformed(Class<?> handler) {
        return isStep(handler) ? MALFORMED : "java.lang.RuntimeException";
    }

    private static boolean isStep(Class<?> handler) {
        return RequestStreamHandler.class.isAssignableFrom(handler);
    }

    /// A handler whose event is one of Lambda's own types has it read by what Lambda brings.
    private static List<String> forbidden(Class<?> handler, List<String> loaded) {
        return loaded.stream()
                .filter(
                        each ->
                                isStep(handler)
                                        || !each.startsWith("com.amazonaws.lambda.thirdparty."))
                .filter(each -> FORBIDDEN.stream().anyMatch(each::startsWith))
                .toList();
    }
}
