package headroom.infra.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// Promises: what each function may do, to the last action.
final class StepRightsTest {
    private static final Synthesised STACK = Synthesised.ANALYTICS;
    private static final String REGION = "${AWS::Region}:${AWS::AccountId}";
    private static final String CLUSTER =
            "arn:${AWS::Partition}:redshift:" + REGION + ":cluster:analytics";
    private static final String SNAPSHOTS =
            "arn:${AWS::Partition}:redshift:" + REGION + ":snapshot:analytics/headroom-";
    private static final String BACKUPS = SNAPSHOTS + "analytics-*";
    private static final String PRECOPIES = SNAPSHOTS + "precopy-analytics-*";
    private static final String LEASE =
            "${Lease.Arn} if {\"ForAllValues:StringEquals\":{\"dynamodb:LeadingKeys\":"
                    + "[\"redshift/analytics\"]},\"Null\":{\"dynamodb:LeadingKeys\":\"false\"}}";
    private static final String TASKS = "arn:${AWS::Partition}:dms:" + REGION + ":task:*";
    private static final String SERVERLESS =
            "arn:${AWS::Partition}:dms:" + REGION + ":replication-config:*";

    @Test
    void planResizeMayLookAndNothingElse() {
        assertRights(
                "PlanResize",
                "cloudwatch:GetMetricData on *",
                "cloudwatch:GetMetricStatistics on *",
                "cloudwatch:ListMetrics on *",
                "dms:DescribeEndpoints on *",
                "dms:DescribeReplicationConfigs on *",
                "dms:DescribeReplicationTableStatistics on " + SERVERLESS,
                "dms:DescribeReplicationTasks on *",
                "dms:DescribeReplications on *",
                "dms:DescribeTableStatistics on " + TASKS,
                "redshift:DescribeClusterSnapshots on *",
                "redshift:DescribeClusters on *",
                "redshift:DescribeNodeConfigurationOptions on *",
                "redshift:DescribeResize on " + CLUSTER);
    }

    @Test
    void pauseReplicationMayStopTasksAndNothingElse() {
        assertRights(
                "PauseReplication",
                "dms:DescribeReplicationTasks on *",
                "dms:DescribeReplications on *",
                "dms:StopReplication on " + SERVERLESS,
                "dms:StopReplicationTask on " + TASKS);
    }

    @Test
    void confirmPausedMayLookAtTasksAndNothingElse() {
        assertRights(
                "ConfirmPaused",
                "dms:DescribeEndpoints on *",
                "dms:DescribeReplicationTasks on *",
                "dms:DescribeReplications on *");
    }

    @Test
    void takeSnapshotMayTakeOurSnapshotsOfThisClusterAndNothingElse() {
        assertRights(
                "TakeSnapshot",
                "redshift:CreateClusterSnapshot on " + CLUSTER,
                "redshift:CreateClusterSnapshot on " + BACKUPS,
                "redshift:CreateClusterSnapshot on " + PRECOPIES,
                "redshift:DeleteClusterSnapshot on " + CLUSTER,
                "redshift:DeleteClusterSnapshot on " + PRECOPIES,
                "redshift:DescribeClusterSnapshots on *",
                "redshift:DescribeClusters on *");
    }

    @Test
    void confirmSnapshotMayLookAtSnapshotsAndNothingElse() {
        assertRights("ConfirmSnapshot", "redshift:DescribeClusterSnapshots on *");
    }

    @Test
    void removePrecopyMayDeletePrecopiesOfThisClusterAndNothingElse() {
        assertRights(
                "RemovePrecopy",
                "redshift:DeleteClusterSnapshot on " + CLUSTER,
                "redshift:DeleteClusterSnapshot on " + PRECOPIES);
    }

    @Test
    void resizeClusterMayResizeThisClusterAndNothingElse() {
        assertRights(
                "ResizeCluster",
                "redshift:DescribeClusterSnapshots on *",
                "redshift:DescribeClusters on *",
                "redshift:DescribeResize on " + CLUSTER,
                "redshift:ResizeCluster on " + CLUSTER);
    }

    @Test
    void confirmResizedMayLookAtTheClusterAndNothingElse() {
        assertRights(
                "ConfirmResized",
                "redshift:DescribeClusters on *",
                "redshift:DescribeResize on " + CLUSTER);
    }

    @Test
    void confirmWritableMayLookAtTheClusterAndNothingElse() {
        assertRights(
                "ConfirmWritable",
                "redshift:DescribeClusters on *",
                "redshift:DescribeResize on " + CLUSTER);
    }

    @Test
    void resumeReplicationMayStartTasksAndNothingElse() {
        assertRights(
                "ResumeReplication",
                "dms:DescribeReplicationTasks on *",
                "dms:DescribeReplications on *",
                "dms:StartReplication on " + SERVERLESS,
                "dms:StartReplicationTask on " + TASKS);
    }

    @Test
    void confirmResumedMayLookAtTasksAndNothingElse() {
        assertRights(
                "ConfirmResumed",
                "dms:DescribeReplicationTasks on *",
                "dms:DescribeReplications on *");
    }

    @Test
    void composeReportMayLookAtTheDiskAndNothingElse() {
        assertRights("ComposeReport", "cloudwatch:GetMetricStatistics on *");
    }

    @Test
    void forgetTasksMayDoNothingAtAll() {
        assertRights("ForgetTasks");
    }

    @Test
    void triggerMayStartThisStateMachineLeaveANoteOnTheLeaseAndPutAsideWhatFailed() {
        assertRights(
                "StartResize",
                "dynamodb:UpdateItem on " + LEASE,
                "sqs:SendMessage on ${DeadLetterQueue.Arn}",
                "states:StartExecution on ${StateMachine}");
    }

    @Test
    void watchMayReadAndMarkTheLeaseLookAtTheClusterStartAndLookAtRunsAndWarn() {
        assertRights(
                "Watch",
                "cloudwatch:DescribeAlarms on *",
                "cloudwatch:GetMetricData on *",
                "cloudwatch:GetMetricStatistics on *",
                "cloudwatch:ListMetrics on *",
                "dms:DescribeReplicationTasks on *",
                "dms:DescribeReplications on *",
                "dynamodb:GetItem on " + LEASE,
                "dynamodb:UpdateItem on " + LEASE,
                "redshift:DescribeClusters on *",
                "sns:Publish on ${Operators}",
                "sqs:SendMessage on ${DeadLetterQueue.Arn}",
                "states:DescribeExecution on arn:${AWS::Partition}:states:"
                        + REGION
                        + ":execution:${StateMachine.Name}:*",
                "states:StartExecution on ${StateMachine}");
    }

    @Test
    void eachFunctionHasARoleOfItsOwn() {
        List<JsonNode> functions = STACK.all("AWS::Lambda::Function");
        var roles = new HashSet<String>();
        functions.forEach(each -> roles.add(Synthesised.text(each.path("Role"))));
        assertEquals(15, functions.size());
        assertEquals(15, roles.size());
    }

    @Test
    void rolesHaveNoPoliciesOfAws() {
        for (JsonNode role : STACK.all("AWS::IAM::Role")) {
            assertTrue(role.path("ManagedPolicyArns").isMissingNode(), role.toString());
        }
    }

    /// Besides writing to its own log, which each function may.
    private static void assertRights(String function, String... rights) {
        String log = "${" + function + "Logs.Arn}";
        List<String> all =
                Stream.concat(
                                Stream.of(rights),
                                Stream.of(
                                        "logs:CreateLogStream on " + log,
                                        "logs:PutLogEvents on " + log))
                        .sorted()
                        .toList();
        assertEquals(all, STACK.rights(function + "Role"));
    }
}
