package headroom.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.constructs.elasticache.ElastiCacheHeadroom;
import headroom.constructs.redshift.RedshiftHeadroom;
import headroom.settings.Switch;

import org.junit.jupiter.api.Test;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Template;

import java.util.List;
import java.util.Map;

/// Promises: an installed stack can be taken over by an app of its owner's, and nothing in it
/// changes.
final class TakenOverTest {
    private static final String ENDPOINT = "arn:aws-cn:dms:cn-north-1:111122223333:endpoint:ABC";

    @Test
    void aClustersStackStaysAsItIs() {
        var stack = stack("headroom-redshift-finance", "Headroom for the Redshift cluster finance");
        RedshiftHeadroom.Builder.create(stack, "Default")
                .cluster("finance")
                .endpoints(List.of(ENDPOINT + "DEF"))
                .maxNodes(4)
                .alarmMinutes(40)
                .events(Switch.OFF)
                .build();
        assertEquals(Synthesised.FINANCE.template(), template(stack));
    }

    @Test
    void aGroupsStackStaysAsItIs() {
        var stack =
                stack(
                        "headroom-elasticache-user-sessions",
                        "Headroom for the ElastiCache replication group user-sessions");
        ElastiCacheHeadroom.Builder.create(stack, "Default")
                .replicationGroup("user-sessions")
                .maxShards(6)
                .maxReplicasPerShard(3)
                .largestNodeType("cache.r7g.2xlarge")
                .clusterModeMigration(headroom.elasticache.Policy.Migration.YES)
                .cpuPercent(65)
                .memoryPercent(80)
                .headroomFactor(1.5)
                .window("daily 01:00-05:00 UTC")
                .operatorsEmail("ops@example.com")
                .build();
        assertEquals(Synthesised.SESSIONS.template(), template(stack));
    }

    private static Stack stack(String name, String description) {
        return new Stack(
                Synthesised.app("target/cdk.taken-over/" + name, Map.of()),
                name,
                StackProps.builder().description(description).build());
    }

    private static JsonNode template(Stack stack) {
        return new ObjectMapper().valueToTree(Template.fromStack(stack).toJSON());
    }
}
