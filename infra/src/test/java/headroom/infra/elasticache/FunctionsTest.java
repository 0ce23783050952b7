package headroom.infra.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.elasticache.Settings;
import headroom.elasticache.trigger.StartScaling;
import headroom.infra.Synthesised;
import headroom.settings.Environment;
import headroom.step.Step;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.TreeMap;

/// Promises: how the functions run.
final class FunctionsTest {
    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final Synthesised STACK = Synthesised.SESSIONS;

    @Test
    void handlersAreClassesOfThisWorkflowThatLambdaCanCall() throws ClassNotFoundException {
        for (JsonNode function : STACK.all(FUNCTION)) {
            Class<?> handler = Class.forName(function.path("Handler").asText());
            assertTrue(handler.getName().startsWith("headroom.elasticache."), handler.getName());
            assertTrue(
                    Step.class.isAssignableFrom(handler) || handler == StartScaling.class,
                    handler.getName());
        }
    }

    @Test
    void functionsRunOnJava25AndTheProcessorOfTheSettings() {
        for (JsonNode function : STACK.all(FUNCTION)) {
            assertEquals("java25", function.path("Runtime").asText());
            assertEquals("[\"arm64\"]", function.path("Architectures").toString());
            assertEquals(512, function.path("MemorySize").asInt());
        }
        for (JsonNode function : Synthesised.ANALYTICS_CACHE.all(FUNCTION)) {
            assertEquals("[\"x86_64\"]", function.path("Architectures").toString());
        }
    }

    @Test
    void stepsHaveFiveMinutesTheWatchThreeAndTheTriggerTwo() {
        assertEquals(300, STACK.properties(FUNCTION, "PlanScaling").path("Timeout").asInt());
        assertEquals(300, STACK.properties(FUNCTION, "ComposeReport").path("Timeout").asInt());
        assertEquals(180, STACK.properties(FUNCTION, "Watch").path("Timeout").asInt());
        assertEquals(120, STACK.properties(FUNCTION, "StartScaling").path("Timeout").asInt());
    }

    @Test
    void functionsAreToldTheSettings() {
        Map<String, String> told =
                Map.ofEntries(
                        entry("REPLICATION_GROUP", "user-sessions"),
                        entry("MAX_SHARDS", "6"),
                        entry("MAX_REPLICAS_PER_SHARD", "3"),
                        entry("LARGEST_NODE_TYPE", "cache.r7g.2xlarge"),
                        entry("CPU_PERCENT", "65"),
                        entry("MEMORY_PERCENT", "80"),
                        entry("HEADROOM_FACTOR", "1.5"),
                        entry("MAX_STEP", "2"),
                        entry("MODE", "auto"),
                        entry("WINDOW", "daily 01:00-05:00 UTC"),
                        entry("CLIENT_FAULTS", "hold"),
                        entry("REPLICA_READS_MAY_MISS", "no"),
                        entry("CLUSTER_MODE_MIGRATION", "yes"),
                        entry("BACKUP", "on"),
                        entry("BACKUP_RETENTION", "3"));
        assertEquals(told, environment("PlanScaling"));
        Map<String, String> more = new TreeMap<>(told);
        more.put("STATE_MACHINE_ARN", "${StateMachine}");
        more.put("LEASE_TABLE", "${Lease}");
        more.put("LEASE_KEY", "elasticache/user-sessions");
        more.put("OPERATORS_TOPIC_ARN", "${Operators}");
        assertEquals(more, environment("StartScaling"));
        assertEquals(more, environment("Watch"));
    }

    /// As the handlers read it, and without what has no value.
    @Test
    void functionsUnderstandWhatTheyAreTold() {
        Map<String, String> told = environment(Synthesised.ANALYTICS_CACHE, "ScaleCache");
        var read = Settings.of(new Environment(told).read(headroom.elasticache.CacheSettings.ALL));
        assertEquals("analytics", read.group());
        assertEquals(2, read.policy().maxShards());
        assertTrue(read.policy().largestNodeType().isEmpty());
    }

    @Test
    void logsAreKeptForThreeMonthsUnderTheGroupsName() {
        for (JsonNode group : STACK.all("AWS::Logs::LogGroup")) {
            assertEquals(90, group.path("RetentionInDays").asInt(), group.toString());
            assertTrue(
                    group.path("LogGroupName")
                            .asText()
                            .matches(
                                    "/headroom/elasticache/user-sessions/\\w+|/aws/vendedlogs/states/headroom-elasticache-user-sessions"),
                    group.toString());
        }
    }

    private static Map<String, String> environment(String function) {
        return environment(STACK, function);
    }

    private static Map<String, String> environment(Synthesised stack, String function) {
        Map<String, String> environment = new TreeMap<>();
        stack.properties(FUNCTION, function)
                .at("/Environment/Variables")
                .properties()
                .forEach(each -> environment.put(each.getKey(), Synthesised.text(each.getValue())));
        return environment;
    }
}
