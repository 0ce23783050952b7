package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Step Functions compares an error's name with a class's full name, character by character, so a
/// class that is renamed or nested would no longer be caught, and nobody would notice.
final class StateMachineErrorsTest {
    private static final Path DEFINITIONS = Path.of("../statemachine");
    private static final String OURS = "headroom.";

    /// The names that AWS gives.
    private static final Set<String> OF_AWS =
            Set.of(
                    // Amazon States Language, "Errors"; DataLimitExceeded in the Step
                    // Functions guide, "Handling errors".
                    "States.ALL",
                    "States.DataLimitExceeded",
                    // DynamoDB API, "UpdateItem: Errors", with the prefix of Step Functions' own
                    // integration.
                    "DynamoDB.ConditionalCheckFailedException",
                    // Step Functions guide, "Add EventBridge events": the call was answered, and
                    // the entry refused.
                    "EventBridge.FailedEntry",
                    // EventBridge API, "Common error types", with the integration's prefix.
                    "EventBridge.ThrottlingException");

    @Test
    void thoseOfAClustersRunAreClassesThatAHandlerCanThrow() throws Exception {
        assertOurs(
                "redshift-resize",
                List.of(
                        "headroom.redshift.cluster.ClusterBusy",
                        "headroom.redshift.cluster.ClusterGone",
                        "headroom.redshift.cluster.ClusterUnusable",
                        "headroom.redshift.cluster.ResizeFailed",
                        "headroom.redshift.cluster.ResizeRefused",
                        "headroom.redshift.cluster.SnapshotFailed",
                        "headroom.redshift.replication.PauseBudgetSpent",
                        "headroom.redshift.replication.PauseFailed",
                        "headroom.step.AwsRefused",
                        "headroom.step.PhaseTimedOut"));
    }

    @Test
    void thoseOfADrillAreClassesThatAHandlerCanThrow() throws Exception {
        assertOurs(
                "redshift-drill",
                List.of(
                        "headroom.redshift.cluster.ClusterBusy",
                        "headroom.redshift.cluster.ClusterGone",
                        "headroom.redshift.cluster.ClusterUnusable",
                        "headroom.redshift.cluster.ResizeFailed",
                        "headroom.redshift.cluster.ResizeRefused",
                        "headroom.redshift.cluster.SnapshotFailed",
                        "headroom.redshift.drill.CeilingReached",
                        "headroom.redshift.drill.CopyFailed",
                        "headroom.redshift.drill.RestoreRefused",
                        "headroom.redshift.replication.PauseBudgetSpent",
                        "headroom.step.AwsRefused",
                        "headroom.step.PhaseTimedOut"));
    }

    @Test
    void thoseOfAGroupsRunAreClassesThatAHandlerCanThrow() throws Exception {
        assertOurs(
                "elasticache-scale",
                List.of(
                        "headroom.elasticache.group.BackupFailed",
                        "headroom.elasticache.group.GroupBusy",
                        "headroom.elasticache.group.GroupGone",
                        "headroom.elasticache.group.ScaleFailed",
                        "headroom.elasticache.group.ScaleRefused",
                        "headroom.elasticache.group.ScaleUnfinished",
                        "headroom.step.AwsRefused",
                        "headroom.step.PhaseTimedOut"));
    }

    private static void assertOurs(String definition, List<String> expected) throws Exception {
        List<String> ours =
                named(definition).stream().filter(each -> each.startsWith(OURS)).toList();

        assertEquals(expected, ours);
        for (String each : ours) {
            Class<?> type = Class.forName(each);
            assertTrue(Modifier.isPublic(type.getModifiers()), each + " is public");
            assertTrue(Modifier.isFinal(type.getModifiers()), each + " is final");
            assertFalse(type.isMemberClass(), each + " is top-level");
            assertTrue(
                    RuntimeException.class.isAssignableFrom(type), each + " is a RuntimeException");
        }
    }

    @Test
    void allOthersAreOfAws() throws IOException {
        Set<String> others = new TreeSet<>(named("redshift-resize"));
        others.addAll(named("redshift-drill"));
        others.addAll(named("elasticache-scale"));
        others.removeIf(each -> each.startsWith(OURS));

        assertEquals(new TreeSet<>(OF_AWS), others);
    }

    private static Set<String> named(String definition) throws IOException {
        JsonNode states =
                JsonNode.parser()
                        .parse(Files.readString(DEFINITIONS.resolve(definition + ".asl.json")));
        Set<String> names = new TreeSet<>();
        errorEquals(states).forEach(names::add);
        return names;
    }

    private static Stream<String> errorEquals(JsonNode node) {
        if (node.isArray()) {
            return node.asArray().stream().flatMap(StateMachineErrorsTest::errorEquals);
        }
        if (!node.isObject()) {
            return Stream.empty();
        }
        return node.asObject().entrySet().stream()
                .flatMap(
                        field ->
                                field.getKey().equals("ErrorEquals")
                                        ? field.getValue().asArray().stream()
                                                .map(JsonNode::asString)
                                        : errorEquals(field.getValue()));
    }
}
