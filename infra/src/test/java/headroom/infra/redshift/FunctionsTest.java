package headroom.infra.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.infra.Synthesised;
import headroom.redshift.trigger.StartResize;
import headroom.step.Step;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Promises: how the functions run.
final class FunctionsTest {
    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final Synthesised STACK = Synthesised.ANALYTICS;

    @Test
    void handlersAreClassesThatLambdaCanCall() throws ClassNotFoundException {
        for (JsonNode function : STACK.all(FUNCTION)) {
            Class<?> handler = Class.forName(function.path("Handler").asText());
            assertTrue(
                    Step.class.isAssignableFrom(handler) || handler == StartResize.class,
                    handler.getName());
        }
    }

    @Test
    void functionsRunOnJava25AndArm() {
        for (JsonNode function : STACK.all(FUNCTION)) {
            assertEquals("java25", function.path("Runtime").asText());
            assertEquals("[\"arm64\"]", function.path("Architectures").toString());
            assertEquals(512, function.path("MemorySize").asInt());
        }
    }

    @Test
    void functionsRunOnTheProcessorOfTheSettings() {
        for (JsonNode function : Synthesised.SALES.all(FUNCTION)) {
            assertEquals("[\"x86_64\"]", function.path("Architectures").toString());
        }
    }

    @Test
    void eachFunctionHasAnAliasThatStandsForItsLastVersion() {
        List<JsonNode> aliases = STACK.all("AWS::Lambda::Alias");
        assertEquals(STACK.all(FUNCTION).size(), aliases.size());
        for (JsonNode alias : aliases) {
            String function = Synthesised.text(alias.path("FunctionName"));
            assertEquals("live", alias.path("Name").asText());
            assertTrue(
                    Synthesised.text(alias.path("FunctionVersion"))
                            .startsWith(function.replace("}", "CurrentVersion")),
                    alias.toString());
        }
    }

    /// An account that may run ten functions at a time could not deploy a single reservation.
    @Test
    void noFunctionHasConcurrencyReserved() {
        for (JsonNode function : STACK.all(FUNCTION)) {
            assertTrue(function.path("ReservedConcurrentExecutions").isMissingNode());
        }
    }

    @Test
    void stepsHaveFiveMinutesTheWatchThreeAndTheTriggerOne() {
        assertEquals(300, STACK.properties(FUNCTION, "PlanResize").path("Timeout").asInt());
        assertEquals(300, STACK.properties(FUNCTION, "ComposeReport").path("Timeout").asInt());
        assertEquals(180, STACK.properties(FUNCTION, "Watch").path("Timeout").asInt());
        assertEquals(120, STACK.properties(FUNCTION, "StartResize").path("Timeout").asInt());
    }

    @Test
    void functionsAreToldTheSettings() {
        Map<String, String> told =
                Map.ofEntries(
                        entry("CLUSTER", "analytics"),
                        entry("ENDPOINTS", "arn:aws-cn:dms:cn-north-1:111122223333:endpoint:ABC"),
                        entry("ALARM_PERCENT", "75"),
                        entry("CRITICAL_PERCENT", "85"),
                        entry("ALARM_MINUTES", "15"),
                        entry("GROWTH", "double"),
                        entry("TARGET_PERCENT", "60"),
                        entry("MAX_NODES", "16"),
                        entry("MODE", "auto"),
                        entry("WINDOW", "SAT,SUN 01:00-05:00 Europe/Berlin"),
                        entry("OTHER_ENDPOINTS", "refuse"),
                        entry("INSERT_POLICY", "warn"),
                        entry("PRECOPY", "on"),
                        entry("DRILL", "off"),
                        entry("SNAPSHOT_RETENTION_DAYS", "7"),
                        entry("SOURCE_LOG_RETENTION_HOURS", "24"));
        assertEquals(told, environment("PlanResize"));
        Map<String, String> trigger = new TreeMap<>(told);
        trigger.put("STATE_MACHINE_ARN", "${StateMachine}");
        trigger.put("LEASE_TABLE", "${Lease}");
        trigger.put("LEASE_KEY", "redshift/analytics");
        trigger.put("OPERATORS_TOPIC_ARN", "${Operators}");
        assertEquals(trigger, environment("StartResize"));
    }

    @Test
    void logsAreLinesAsTheyAreWrittenAndKeptForThreeMonths() {
        assertEquals(
                "Text",
                STACK.properties(FUNCTION, "PlanResize").at("/LoggingConfig/LogFormat").asText());
        assertEquals(
                "${PlanResizeLogs}",
                Synthesised.text(
                        STACK.properties(FUNCTION, "PlanResize").at("/LoggingConfig/LogGroup")));
        List<JsonNode> groups = STACK.all("AWS::Logs::LogGroup");
        assertEquals(16, groups.size());
        for (JsonNode group : groups) {
            assertEquals(90, group.path("RetentionInDays").asInt(), group.toString());
        }
    }

    @Test
    void stacksOfTwoClustersShareNoName() {
        for (String named :
                List.of("LogGroupName", "AlarmName", "StateMachineName", "DashboardName")) {
            List<String> first = names(Synthesised.ANALYTICS, named);
            List<String> second = names(Synthesised.FINANCE, named);
            assertTrue(first.stream().noneMatch(second::contains), named);
        }
    }

    private static List<String> names(Synthesised stack, String named) {
        return stack.template().path("Resources").findValues(named).stream()
                .map(Synthesised::text)
                .toList();
    }

    @Test
    void stackHoldsNoPartitionButThatOfTheSettings() {
        String template = STACK.template().toString();
        assertFalse(template.contains("arn:aws:"));
    }

    private static Map<String, String> environment(String function) {
        Map<String, String> environment = new TreeMap<>();
        STACK.properties(FUNCTION, function)
                .at("/Environment/Variables")
                .properties()
                .forEach(each -> environment.put(each.getKey(), Synthesised.text(each.getValue())));
        return environment;
    }
}
