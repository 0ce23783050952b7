package headroom.infra.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.elasticache.group.BackupNames;
import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// Promises: what each function may do, to the last action.
final class StepRightsTest {
    private static final Synthesised STACK = Synthesised.SESSIONS;
    private static final String REGION = "${AWS::Region}:${AWS::AccountId}";
    private static final String OF = "arn:${AWS::Partition}:elasticache:" + REGION + ":";
    private static final String GROUP = OF + "replicationgroup:user-sessions";
    private static final String NODES = OF + "cluster:*";
    private static final String BACKUPS =
            OF + "snapshot:" + BackupNames.prefix("user-sessions") + "*";
    private static final String SEE_GROUP = "elasticache:DescribeReplicationGroups on " + GROUP;
    private static final String SEE_NODES = "elasticache:DescribeCacheClusters on " + NODES;
    private static final String SEE_BACKUPS =
            "elasticache:DescribeSnapshots on " + OF + "snapshot:*";
    private static final String SEE_FIGURES = "cloudwatch:GetMetricData on *";
    private static final String LEASE =
            "${Lease.Arn} if {\"ForAllValues:StringEquals\":{\"dynamodb:LeadingKeys\":"
                    + "[\"elasticache/user-sessions\"]}"
                    + ",\"Null\":{\"dynamodb:LeadingKeys\":\"false\"}}";

    @Test
    void planScalingMayLookAndNothingElse() {
        assertRights(
                "PlanScaling",
                "application-autoscaling:DescribeScalableTargets on *",
                SEE_FIGURES,
                SEE_NODES,
                "elasticache:DescribeCacheSubnetGroups on " + OF + "subnetgroup:*",
                SEE_GROUP,
                SEE_BACKUPS,
                "elasticache:DescribeUpdateActions on " + NODES,
                "elasticache:DescribeUpdateActions on " + GROUP,
                "elasticache:ListAllowedNodeTypeModifications on " + NODES,
                "elasticache:ListAllowedNodeTypeModifications on " + GROUP,
                "elasticache:ListTagsForResource on " + GROUP,
                "servicequotas:GetAWSDefaultServiceQuota on *",
                "servicequotas:GetServiceQuota on *");
    }

    @Test
    void takeBackupMayTakeBackupsUnderOurNamesAndNothingElse() {
        assertRights(
                "TakeBackup",
                "elasticache:CreateSnapshot on " + NODES,
                "elasticache:CreateSnapshot on " + GROUP,
                "elasticache:CreateSnapshot on " + BACKUPS,
                SEE_NODES,
                SEE_GROUP,
                SEE_BACKUPS);
    }

    @Test
    void confirmBackupMayLookAtBackupsAndNothingElse() {
        assertRights("ConfirmBackup", SEE_NODES, SEE_GROUP, SEE_BACKUPS);
    }

    @Test
    void scaleCacheMayScaleThisGroupUpToItsCeilingsAndNothingElse() {
        assertRights(
                "ScaleCache",
                SEE_NODES,
                SEE_GROUP,
                "elasticache:IncreaseReplicaCount on "
                        + GROUP
                        + " if {\"NumericLessThanEqualsIfExists\":{\"elasticache:ReplicasPerNodeGroup\":3}}",
                "elasticache:ModifyReplicationGroup on "
                        + GROUP
                        + " if {\"StringEqualsIgnoreCase\":{\"elasticache:CacheNodeType\":"
                        + "[\"cache.r7g.large\",\"cache.r7g.xlarge\",\"cache.r7g.2xlarge\"]}}",
                "elasticache:ModifyReplicationGroup on "
                        + GROUP
                        + " if {\"Null\":{\"elasticache:CacheNodeType\":\"true\","
                        + "\"elasticache:EngineVersion\":\"true\"}}",
                "elasticache:ModifyReplicationGroupShardConfiguration on "
                        + GROUP
                        + " if {\"NumericLessThanEquals\":{\"elasticache:NumNodeGroups\":6}}");
    }

    @Test
    void scaleCacheMayNotModifyTheGroupWhereNeitherATypeNorAMigrationIsAllowed() {
        assertEquals(
                List.of(
                        "IncreaseReplicaCount"
                            + " {\"NumericLessThanEqualsIfExists\":{\"elasticache:ReplicasPerNodeGroup\":0}}",
                        "ModifyReplicationGroupShardConfiguration"
                                + " {\"NumericLessThanEquals\":{\"elasticache:NumNodeGroups\":2}}"),
                Synthesised.ANALYTICS_CACHE.rights("ScaleCacheRole").stream()
                        .filter(each -> each.contains(" if "))
                        .map(each -> each.replaceFirst("elasticache:(\\w+) on .* if", "$1"))
                        .toList());
        assertTrue(
                Synthesised.ANALYTICS_CACHE.rights("ScaleCacheRole").stream()
                        .noneMatch(each -> each.startsWith("elasticache:ModifyReplicationGroup ")));
    }

    @Test
    void confirmScaledMayLookAndNothingElse() {
        assertRights("ConfirmScaled", SEE_FIGURES, SEE_NODES, SEE_GROUP);
    }

    @Test
    void measureEffectMayLookAndNothingElse() {
        assertRights("MeasureEffect", SEE_FIGURES, SEE_NODES, SEE_GROUP);
    }

    @Test
    void composeReportMayDoNothingAtAll() {
        assertRights("ComposeReport");
    }

    @Test
    void removeBackupsMayDeleteOurBackupsOfThisGroupAndNothingElse() {
        assertRights("RemoveBackups", "elasticache:DeleteSnapshot on " + BACKUPS, SEE_BACKUPS);
    }

    @Test
    void triggerMayStartThisStateMachineLeaveANoteOnTheLeaseAndPutAsideWhatFailed() {
        assertRights(
                "StartScaling",
                "dynamodb:UpdateItem on " + LEASE,
                "sqs:SendMessage on ${DeadLetterQueue.Arn}",
                "states:StartExecution on ${StateMachine}");
    }

    @Test
    void watchMayReadAndMarkTheLeaseLookAtTheGroupStartAndLookAtRunsAndWarn() {
        assertRights(
                "Watch",
                SEE_FIGURES,
                "dynamodb:GetItem on " + LEASE,
                "dynamodb:UpdateItem on " + LEASE,
                SEE_NODES,
                SEE_GROUP,
                "sns:Publish on ${Operators}",
                "sqs:SendMessage on ${DeadLetterQueue.Arn}",
                "states:DescribeExecution on arn:${AWS::Partition}:states:"
                        + REGION
                        + ":execution:${StateMachine.Name}:*",
                "states:StartExecution on ${StateMachine}");
    }

    /// A right that is not there cannot be used by mistake, by anybody.
    @Test
    void nobodyMayMakeTheGroupSmallerOrDeleteAnythingButOurBackups() {
        for (JsonNode policy : STACK.all("AWS::IAM::Policy")) {
            String text = policy.toString();
            for (String never :
                    List.of(
                            "elasticache:*",
                            "elasticache:Decrease",
                            "elasticache:DeleteReplicationGroup",
                            "elasticache:DeleteCacheCluster",
                            "elasticache:Reboot",
                            "elasticache:TestFailover",
                            "elasticache:AddTagsToResource")) {
                assertTrue(!text.contains(never), never + " in " + policy.path("PolicyName"));
            }
        }
    }

    @Test
    void eachFunctionHasARoleOfItsOwn() {
        List<JsonNode> functions = STACK.all("AWS::Lambda::Function");
        var roles = new HashSet<String>();
        functions.forEach(each -> roles.add(Synthesised.text(each.path("Role"))));
        assertEquals(10, functions.size());
        assertEquals(10, roles.size());
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
