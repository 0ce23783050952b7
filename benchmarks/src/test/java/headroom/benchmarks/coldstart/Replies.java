package headroom.benchmarks.coldstart;

import static headroom.benchmarks.coldstart.Scenario.xml;

import headroom.benchmarks.coldstart.AwsStub.Reply;

/// What AWS answers in the scenarios, with fields among it that the SDK does not know.
final class Replies {
    static final String TASK = "arn:aws:dms:eu-west-1:111122223333:task:ORDERS";

    static final Reply CLUSTER = cluster("available");
    static final Reply RESIZED =
            xml(
                    "DescribeResize",
                    "<TargetNumberOfNodes>2</TargetNumberOfNodes><Status>SUCCEEDED</Status>");
    static final Reply RUNNING = task("running");
    static final Reply NO_DISK = xml("GetMetricStatistics", "<Datapoints/>");
    static final Reply DISK =
            xml(
                    "GetMetricStatistics",
                    "<Datapoints><member><Timestamp>2026-11-22T04:00:00Z</Timestamp>"
                            + "<Maximum>50.5</Maximum><Newer>n</Newer></member></Datapoints>");
    static final Reply ALARMS =
            xml(
                    "DescribeAlarms",
                    "<MetricAlarms><member><AlarmName>alarm</AlarmName><StateValue>OK</StateValue>"
                            + "</member><member><AlarmName>critical</AlarmName><StateValue>OK"
                            + "</StateValue></member></MetricAlarms>");

    static final Reply LATENCY =
            xml(
                    "ListMetrics",
                    """
                    <Metrics><member><Namespace>AWS/DMS</Namespace>
                    <MetricName>CDCLatencyTarget</MetricName><Dimensions><member>
                    <Name>ReplicationTaskIdentifier</Name><Value>ORDERS</Value></member></Dimensions>
                    </member></Metrics>\
                    """);
    static final Reply BEHIND =
            xml(
                    "GetMetricData",
                    """
                    <MetricDataResults><member><Id>m0</Id><StatusCode>Complete</StatusCode>
                    <Values><member>72000.5</member></Values></member></MetricDataResults>\
                    """);

    private Replies() {}

    static Reply cluster(String status) {
        return xml(
                "DescribeClusters",
                """
                <Clusters><Cluster><ClusterIdentifier>sales</ClusterIdentifier>
                <ClusterStatus>%s</ClusterStatus><NodeType>ra3.4xlarge</NodeType>
                <ClusterAvailabilityStatus>Available</ClusterAvailabilityStatus>
                <NumberOfNodes>2</NumberOfNodes><Encrypted>true</Encrypted>
                <Endpoint><Address>sales.example</Address><Port>5439</Port></Endpoint>
                <Tags><Tag><Key>k</Key><Value>v</Value></Tag></Tags></Cluster></Clusters>\
                """
                        .formatted(status));
    }

    static Reply snapshots(String snapshot, String marker) {
        return xml("DescribeClusterSnapshots", "<Snapshots>" + snapshot + "</Snapshots>" + marker);
    }

    static String snapshot(String status, String cluster) {
        return """
        <Snapshot><SnapshotIdentifier>headroom-sales-r1</SnapshotIdentifier>
        <ClusterIdentifier>%s</ClusterIdentifier><Status>%s</Status>
        <SnapshotCreateTime>2026-11-22T04:00:00Z</SnapshotCreateTime></Snapshot>\
        """
                .formatted(cluster, status);
    }

    static Reply options(int nodes, String marker) {
        return xml(
                "DescribeNodeConfigurationOptions",
                """
                <NodeConfigurationOptionList><NodeConfigurationOption>
                <NodeType>ra3.4xlarge</NodeType><NumberOfNodes>%d</NumberOfNodes>
                </NodeConfigurationOption></NodeConfigurationOptionList>%s\
                """
                        .formatted(nodes, marker));
    }

    static Reply task(String status) {
        return Reply.ok(
                "{\"ReplicationTasks\":[{\"ReplicationTaskArn\":\"%s\",\"ReplicationTaskIdentifier\":\"orders\",\"TargetEndpointArn\":\"%s\",\"Status\":\"%s\",\"Newer\":{}}]}"
                        .formatted(TASK, Functions.ENDPOINT, status));
    }
}
