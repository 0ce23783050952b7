package headroom.infra.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

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
    private static final Synthesised STACK = Synthesised.ANALYTICS;
    private static final JsonNode STATE_MACHINE = STACK.only("AWS::StepFunctions::StateMachine");
    private static final Path DEFINITION = Synthesised.definition("redshift-resize");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    @Test
    void definitionGetsEverySubstitutionThatItNamesAndNoOther() throws IOException {
        Set<String> named =
                PLACEHOLDER
                        .matcher(Files.readString(DEFINITION))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(named, substitutions().keySet());
    }

    @Test
    void placeholdersOfFunctionsStandForTheFunctionsOfTheirNames() {
        Map<String, String> substitutions = substitutions();
        assertEquals("${AWS::Partition}", substitutions.remove("Partition"));
        assertEquals("${Lease}", substitutions.remove("LeaseTable"));
        assertEquals("redshift/analytics", substitutions.remove("LeaseKey"));
        assertEquals("${Operators}", substitutions.remove("OperatorsTopic"));
        assertEquals("${Requests}", substitutions.remove("RequestsTopic"));
        assertEquals("on", substitutions.remove("Events"));
        assertEquals(13, substitutions.size());
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
        assertEquals(15, tasks.size());
        for (JsonNode task : tasks) {
            String name =
                    PLACEHOLDER
                            .matcher(task.at("/Arguments/FunctionName").asText())
                            .results()
                            .map(match -> match.group(1))
                            .collect(Collectors.joining());
            int limit = STACK.properties("AWS::Lambda::Function", name).path("Timeout").asInt();
            assertTrue(task.path("TimeoutSeconds").asInt() > limit, name);
        }
    }

    @Test
    void stateMachineIsOfTheKindThatLastsForDays() {
        assertEquals("STANDARD", STATE_MACHINE.path("StateMachineType").asText());
        assertEquals(
                "headroom-redshift-analytics", STATE_MACHINE.path("StateMachineName").asText());
    }

    @Test
    void everyTransitionIsLoggedAndNoData() {
        JsonNode logging = STATE_MACHINE.path("LoggingConfiguration");
        assertEquals("ALL", logging.path("Level").asText());
        assertFalse(logging.path("IncludeExecutionData").asBoolean());
        assertEquals(
                "/aws/vendedlogs/states/headroom-redshift-analytics",
                STACK.properties("AWS::Logs::LogGroup", "StateMachineLogs")
                        .path("LogGroupName")
                        .asText());
    }

    @Test
    void stateMachineMayInvokeItsStepsUseItsLeaseAndPublishReports() {
        List<String> rights =
                STACK.rights("StateMachineRole").stream()
                        .filter(right -> !right.startsWith("logs:"))
                        .toList();
        assertEquals(
                List.of(
                        "dynamodb:UpdateItem on ${Lease.Arn} if {\"ForAllValues:StringEquals\":"
                                + "{\"dynamodb:LeadingKeys\":[\"redshift/analytics\"]}"
                                + ",\"Null\":{\"dynamodb:LeadingKeys\":\"false\"}}",
                        EventsTest.RIGHT,
                        "lambda:InvokeFunction on ${ComposeReportLive}",
                        "lambda:InvokeFunction on ${ConfirmPausedLive}",
                        "lambda:InvokeFunction on ${ConfirmResizedLive}",
                        "lambda:InvokeFunction on ${ConfirmResumedLive}",
                        "lambda:InvokeFunction on ${ConfirmSnapshotLive}",
                        "lambda:InvokeFunction on ${ConfirmWritableLive}",
                        "lambda:InvokeFunction on ${ForgetTasksLive}",
                        "lambda:InvokeFunction on ${PauseReplicationLive}",
                        "lambda:InvokeFunction on ${PlanResizeLive}",
                        "lambda:InvokeFunction on ${RemovePrecopyLive}",
                        "lambda:InvokeFunction on ${ResizeClusterLive}",
                        "lambda:InvokeFunction on ${ResumeReplicationLive}",
                        "lambda:InvokeFunction on ${TakeSnapshotLive}",
                        "sns:Publish on ${Operators}"),
                rights);
    }

    /// CloudWatch Logs knows no narrower right to set up the delivery of a service's logs.
    @Test
    void stateMachineMaySetUpTheDeliveryOfItsLogs() {
        List<String> rights =
                STACK.rights("StateMachineRole").stream()
                        .filter(right -> right.startsWith("logs:"))
                        .toList();
        assertEquals(
                List.of(
                        "logs:CreateLogDelivery on *",
                        "logs:DeleteLogDelivery on *",
                        "logs:DescribeLogGroups on *",
                        "logs:DescribeResourcePolicies on *",
                        "logs:GetLogDelivery on *",
                        "logs:ListLogDeliveries on *",
                        "logs:PutResourcePolicy on *",
                        "logs:UpdateLogDelivery on *"),
                rights);
    }

    @Test
    void leaseTableHasTheKeyThatTheDefinitionUses() {
        JsonNode table = STACK.only("AWS::DynamoDB::Table");
        assertEquals(
                "[{\"AttributeName\":\"resource\",\"KeyType\":\"HASH\"}]",
                table.path("KeySchema").toString());
        assertEquals(
                "[{\"AttributeName\":\"resource\",\"AttributeType\":\"S\"}]",
                table.path("AttributeDefinitions").toString());
    }

    @Test
    void leaseTableCostsNothingWhileIdleAndCanBeSetBack() {
        JsonNode table = STACK.only("AWS::DynamoDB::Table");
        assertEquals("PAY_PER_REQUEST", table.path("BillingMode").asText());
        assertTrue(
                table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean());
    }

    @Test
    void leaseTableOutlivesItsStack() {
        JsonNode table = STACK.resource("AWS::DynamoDB::Table", "Lease");
        assertEquals("RetainExceptOnCreate", table.path("DeletionPolicy").asText());
        assertEquals("Retain", table.path("UpdateReplacePolicy").asText());
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
