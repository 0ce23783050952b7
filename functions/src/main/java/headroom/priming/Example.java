package headroom.priming;

/// An event for each handler, and an answer for each operation that it may ask for: just enough
/// that the handler takes its usual way.
final class Example {
    private static final String TASK = "arn:aws:dms:eu-west-1:1:task:A";
    private static final String STOPPED = "arn:aws:dms:eu-west-1:1:task:C";
    private static final String SERVERLESS = "arn:aws:dms:eu-west-1:1:replication-config:B";
    private static final String EXECUTION = "arn:aws:states:eu-west-1:1:execution:m:e";
    private static final String THEN = "2026-01-01T00:00:00Z";
    private static final String LATER = "9999-01-01T00:00:00Z";
    private static final String TASKS =
            """
            "tasks":[{"arn":"%s","name":"a"},{"arn":"%s","name":"b"},{"arn":"%s","name":"c"}]\
            """
                    .formatted(TASK, SERVERLESS, STOPPED);

    private static final String BUDGET =
            "\"budget\":{\"pausedAt\":\"" + THEN + "\",\"resizeBy\":\"" + LATER + "\"}";

    private Example() {}

    static String event(String handler) {
        return switch (handler) {
            case "TakeSnapshot" -> "{\"run\":\"r\",\"which\":\"backup\"," + BUDGET + "}";
            case "RemovePrecopy" -> "{\"run\":\"r\"}";
            case "ConfirmSnapshot" ->
                    "{\"run\":\"r\",\"which\":\"backup\",\"since\":\""
                            + LATER
                            + "\","
                            + BUDGET
                            + "}";
            case "ResizeCluster" ->
                    """
                    {"from":2,"nodes":4,"nodeType":"ra3.4xlarge","method":"elastic",%s}
                    """
                            .formatted(BUDGET);
            case "ConfirmResized" ->
                    "{\"nodes\":2,\"method\":\"elastic\",\"since\":\"" + THEN + "\"}";
            case "ConfirmWritable" -> "{\"since\":\"" + THEN + "\",\"looks\":0}";
            case "PauseReplication" -> "{" + TASKS + "," + BUDGET + "}";
            case "ResumeReplication" -> "{" + TASKS + "}";
            case "ConfirmPaused" ->
                    "{\"tasks\":[{\"arn\":\"%s\",\"name\":\"C\"}],\"since\":\"%s\",%s,\"critical\":false,\"address\":\"a\"}"
                            .formatted(STOPPED, LATER, BUDGET);
            case "ConfirmResumed" -> "{" + TASKS + ",\"since\":\"" + LATER + "\",\"refusals\":[]}";
            case "PlanResize" ->
                    "{\"cause\":\"manual\",\"since\":\""
                            + THEN
                            + "\",\"told\":\"\",\"precopy\":\"pending\"}";
            case "ComposeReport" ->
                    """
                    {"asked":{"execution":"%1$s","requests":"arn:t","origin":"a","cause":"alarm",
                      "byHand":false,"dryRun":false,"deadOwner":"nobody"},
                     "outcome":"failed",
                     "pause":{%2$s,"owed":true,"standing":[],"from":"%3$s","forgotten":[]},
                     "seen":{"tasksStood":true,"resizeAsked":false,"precopy":"pending"},
                     "failure":{"error":"E","cause":"{\\"errorMessage\\":\\"m\\"}"},
                     "before":{"failures":0,"unlessCritical":false,
                      "told":{"about":"nothing","since":"%3$s","at":"%3$s"}}}
                    """
                            .formatted(EXECUTION, TASKS, THEN);
            case "ForgetTasks" ->
                    """
                    {"execution":"%s",%s,"forget":["a"],"forgotten":[],"origin":"o"}
                    """
                            .formatted(EXECUTION, TASKS);
            case "StartResize" ->
                    """
                    {"Records":[{"Sns":{"MessageId":"i","Message":"{}"}},
                     {"Sns":{"MessageId":"i","Message":"go"}}]}
                    """;
            case "Watch" -> "{\"time\":\"" + THEN + "\"}";
            default -> throw new IllegalArgumentException(handler + " has no example.");
        };
    }

    static String answer(String operation) {
        return switch (operation) {
            case "DescribeClusters" ->
                    result(
                            operation,
                            """
                            <Clusters><Cluster><ClusterIdentifier>c</ClusterIdentifier>
                            <ClusterStatus>available</ClusterStatus>
                            <ClusterAvailabilityStatus>Available</ClusterAvailabilityStatus>
                            <NodeType>ra3.4xlarge</NodeType><NumberOfNodes>2</NumberOfNodes>
                            <Endpoint><Address>a</Address><Port>5439</Port></Endpoint>
                            <Tags><Tag><Key>k</Key><Value>v</Value></Tag></Tags>
                            </Cluster></Clusters>\
                            """);
            case "DescribeResize" ->
                    result(
                            operation,
                            "<TargetNumberOfNodes>2</TargetNumberOfNodes><Status>SUCCEEDED</Status>");
            case "DescribeClusterSnapshots" ->
                    result(
                            operation,
                            """
                            <Snapshots><Snapshot><SnapshotIdentifier>s</SnapshotIdentifier>
                            <ClusterIdentifier>%s</ClusterIdentifier><Status>available</Status>
                            <SnapshotCreateTime>2026-01-01T00:00:00Z</SnapshotCreateTime>
                            </Snapshot></Snapshots>\
                            """
                                    .formatted(System.getenv("CLUSTER")));
            case "DescribeNodeConfigurationOptions" ->
                    result(
                            operation,
                            """
                            <NodeConfigurationOptionList><NodeConfigurationOption>
                            <NodeType>ra3.4xlarge</NodeType><NumberOfNodes>4</NumberOfNodes>
                            <EstimatedDiskUtilizationPercent>40</EstimatedDiskUtilizationPercent>
                            </NodeConfigurationOption></NodeConfigurationOptionList>\
                            """);
            case "DescribeReplicationTasks" ->
                    """
                    {"ReplicationTasks":[{"ReplicationTaskArn":"%s","Status":"running","MigrationType":"cdc",
                     "TargetEndpointArn":"%s"},{"ReplicationTaskArn":"%s","Status":"stopped"}]}
                    """
                            .formatted(TASK, endpoint(), STOPPED);
            case "DescribeReplications" ->
                    "{\"Replications\":[{\"ReplicationConfigArn\":\"%s\",\"Status\":\"running\"}]}"
                            .formatted(SERVERLESS);
            case "GetItem" -> "{\"Item\":{\"owner\":{\"S\":\"arn:o\"}}}";
            case "DescribeExecution" -> "{\"status\":\"RUNNING\",\"startDate\":1}";
            case "GetMetricStatistics" ->
                    result(
                            operation,
                            """
                            <Datapoints><member><Timestamp>2026-01-01T00:00:00Z</Timestamp>
                            <Maximum>90.5</Maximum></member></Datapoints>\
                            """);
            case "ListMetrics" ->
                    result(
                            operation,
                            """
                            <Metrics><member><Namespace>AWS/DMS</Namespace>
                            <MetricName>CDCLatencyTarget</MetricName><Dimensions><member>
                            <Name>ReplicationTaskIdentifier</Name><Value>A</Value>
                            </member></Dimensions></member></Metrics>\
                            """);
            case "GetMetricData" ->
                    result(
                            operation,
                            """
                            <MetricDataResults><member><Id>m0</Id>
                            <Values><member>1</member></Values></member></MetricDataResults>\
                            """);
            case "CreateClusterSnapshot" ->
                    result(operation, "<Snapshot><Port>1</Port></Snapshot>");
            case "ResizeCluster" ->
                    result(operation, "<Cluster><NumberOfNodes>2</NumberOfNodes></Cluster>");
            case "DescribeEndpoints" -> "{\"Endpoints\":[]}";
            case "DeleteClusterSnapshot", "DescribeAlarms", "Publish" -> result(operation, "");
            default -> "{}";
        };
    }

    /// The first of the configured ones, so that a plan finds a task.
    private static String endpoint() {
        return System.getenv().getOrDefault("ENDPOINTS", "").split(",", 2)[0];
    }

    private static String result(String operation, String inside) {
        return "<A><%1$sResult>%2$s</%1$sResult></A>".formatted(operation, inside);
    }
}
