package headroom.infra.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.elasticache.group.BackupNames;
import headroom.infra.EventsTest;
import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Promises: the state machine, its definition and its lease.
final class WorkflowTest {
    private static final Synthesised STACK = Synthesised.SESSIONS;
    private static final JsonNode STATE_MACHINE = STACK.only("AWS::StepFunctions::StateMachine");
    private static final Path DEFINITION = Synthesised.definition("elasticache-scale");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    @Test
    void definitionGetsEverySubstitutionThatItNamesAndNoOther() throws IOException {
        assertEquals(named(Files.readString(DEFINITION)), substitutions().keySet());
    }

    @Test
    void placeholdersOfFunctionsStandForTheFunctionsOfTheirNames() {
        Map<String, String> substitutions = substitutions();
        assertEquals("${AWS::Partition}", substitutions.remove("Partition"));
        assertEquals("${Lease}", substitutions.remove("LeaseTable"));
        assertEquals("elasticache/user-sessions", substitutions.remove("LeaseKey"));
        assertEquals("${Operators}", substitutions.remove("OperatorsTopic"));
        assertEquals("${Requests}", substitutions.remove("RequestsTopic"));
        assertEquals("on", substitutions.remove("Events"));
        assertEquals(BackupNames.key("user-sessions"), substitutions.remove("BackupKey"));
        assertEquals(8, substitutions.size());
        substitutions.forEach((name, arn) -> assertEquals("${" + name + "Live}", arn));
    }

    /// Otherwise a state would be repeated while its function still works.
    @Test
    void statesWaitLongerThanTheirFunctionsMayTake() throws IOException {
        JsonNode definition = new ObjectMapper().readTree(DEFINITION.toFile());
        List<JsonNode> tasks =
                definition.findParents("Resource").stream()
                        .filter(each -> each.path("Resource").asText().endsWith("lambda:invoke"))
                        .toList();
        assertEquals(8, tasks.size());
        for (JsonNode task : tasks) {
            String name = String.join("", named(task.at("/Arguments/FunctionName").asText()));
            int limit = STACK.properties("AWS::Lambda::Function", name).path("Timeout").asInt();
            assertTrue(task.path("TimeoutSeconds").asInt() > limit, name);
        }
    }

    @Test
    void stateMachineIsOfTheKindThatLastsForDays() {
        assertEquals("STANDARD", STATE_MACHINE.path("StateMachineType").asText());
        assertEquals(
                "headroom-elasticache-user-sessions",
                STATE_MACHINE.path("StateMachineName").asText());
    }

    @Test
    void stateMachineMayInvokeItsStepsUseItsLeaseCountAddressesAndPublishReports() {
        List<String> rights =
                STACK.rights("StateMachineRole").stream()
                        .filter(right -> !right.startsWith("logs:"))
                        .toList();
        assertEquals(
                List.of(
                        "dynamodb:UpdateItem on ${Lease.Arn} if {\"ForAllValues:StringEquals\":"
                                + "{\"dynamodb:LeadingKeys\":[\"elasticache/user-sessions\"]}"
                                + ",\"Null\":{\"dynamodb:LeadingKeys\":\"false\"}}",
                        "ec2:DescribeSubnets on *",
                        EventsTest.RIGHT,
                        "lambda:InvokeFunction on ${ComposeReportLive}",
                        "lambda:InvokeFunction on ${ConfirmBackupLive}",
                        "lambda:InvokeFunction on ${ConfirmScaledLive}",
                        "lambda:InvokeFunction on ${MeasureEffectLive}",
                        "lambda:InvokeFunction on ${PlanScalingLive}",
                        "lambda:InvokeFunction on ${RemoveBackupsLive}",
                        "lambda:InvokeFunction on ${ScaleCacheLive}",
                        "lambda:InvokeFunction on ${TakeBackupLive}",
                        "sns:Publish on ${Operators}"),
                rights);
    }

    private static Set<String> named(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> substitutions() {
        Map<String, String> substitutions = new TreeMap<>();
        STATE_MACHINE
                .path("DefinitionSubstitutions")
                .properties()
                .forEach(
                        each ->
                                substitutions.put(
                                        each.getKey(), Synthesised.text(each.getValue())));
        return substitutions;
    }
}
