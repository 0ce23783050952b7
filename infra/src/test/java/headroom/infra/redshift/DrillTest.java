package headroom.infra.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Promises: a drill works on its copy alone, and a stack without drills has nothing of them.
final class DrillTest {
    private static final Synthesised STACK = Synthesised.SALES;
    private static final String PLACE = "${AWS::Region}:${AWS::AccountId}";
    private static final String REDSHIFT = "arn:${AWS::Partition}:redshift:" + PLACE;
    private static final String COPY = REDSHIFT + ":cluster:headroom-drill-sales";
    private static final String MACHINE = "headroom-redshift_drill-sales";
    private static final String LEASE =
            "${Lease.Arn} if"
                    + " {\"ForAllValues:StringEquals\":{\"dynamodb:LeadingKeys\":[\"%s/sales\"]}"
                    + ",\"Null\":{\"dynamodb:LeadingKeys\":\"false\"}}";

    private static final List<String> FUNCTIONS =
            List.of(
                    "PlanDrill",
                    "RestoreCopy",
                    "ConfirmCopy",
                    "ResizeCopy",
                    "ConfirmCopyResized",
                    "DeleteCopy",
                    "ConfirmDeleted",
                    "ComposeDrillReport");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PlanDrill: redshift:DescribeClusterSnapshots on *; redshift:DescribeClusters on *;"
                        + " redshift:DescribeNodeConfigurationOptions on *;"
                        + " cloudwatch:GetMetricStatistics on *",
                "RestoreCopy: ec2:DescribeAccountAttributes on *; ec2:DescribeAddresses on *;"
                        + " ec2:DescribeAvailabilityZones on *; ec2:DescribeInternetGateways on *;"
                        + " ec2:DescribeSecurityGroups on *; ec2:DescribeSubnets on *;"
                        + " ec2:DescribeVpcs on *; redshift:DescribeClusters on *;"
                        + " redshift:RestoreFromClusterSnapshot on COPY;"
                        + " redshift:RestoreFromClusterSnapshot on SNAPSHOTS",
                "ConfirmCopy: redshift:CreateTags on COPY; redshift:DescribeClusters on *",
                "ResizeCopy: redshift:DescribeClusterSnapshots on *; redshift:DescribeClusters on"
                        + " *; redshift:DescribeResize on COPY; redshift:ResizeCluster on COPY",
                "ConfirmCopyResized: redshift:DescribeClusters on *; redshift:DescribeResize on"
                        + " COPY",
                "DeleteCopy: redshift:DeleteCluster on COPY; redshift:DescribeClusters on *",
                "ConfirmDeleted: redshift:DescribeClusters on *"
            })
    void eachFunctionMayDoThisAndNothingElse(String promise) {
        String[] parts = promise.split(": ", 2);
        assertEquals(
                Stream.concat(logging(parts[0]), Stream.of(parts[1].split("; ")))
                        .map(
                                each ->
                                        each.replace("COPY", COPY)
                                                .replace(
                                                        "SNAPSHOTS",
                                                        REDSHIFT + ":snapshot:sales/*"))
                        .sorted()
                        .toList(),
                STACK.rights(parts[0] + "Role"));
    }

    @Test
    void composeDrillReportMayDoNothingAtAll() {
        assertEquals(
                logging("ComposeDrillReport").sorted().toList(),
                STACK.rights("ComposeDrillReportRole"));
    }

    private static Stream<String> logging(String function) {
        String log = " on ${" + function + "Logs.Arn}";
        return Stream.of("logs:CreateLogStream" + log, "logs:PutLogEvents" + log);
    }

    /// Whatever is wrong in a function, it can do nothing to the cluster.
    @Test
    void noRoleOfADrillNamesTheCluster() {
        Stream.concat(FUNCTIONS.stream(), Stream.of("DrillStateMachine"))
                .flatMap(each -> STACK.rights(each + "Role").stream())
                .forEach(each -> assertFalse(each.contains(":cluster:sales"), each));
    }

    /// And what changes something names nothing but the copy.
    @Test
    void whatADrillMayChangeIsItsCopy() {
        Set<String> changes =
                FUNCTIONS.stream()
                        .flatMap(each -> STACK.rights(each + "Role").stream())
                        .filter(each -> each.startsWith("redshift:"))
                        .filter(each -> !each.startsWith("redshift:Describe"))
                        .map(each -> each.split(" on ", 2)[1])
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(COPY, REDSHIFT + ":snapshot:sales/*"), changes);
    }

    @Test
    void theStateMachineCallsItsFunctionsAndKeepsBothLeases() {
        List<String> rights = STACK.rights("DrillStateMachineRole");
        for (String each : FUNCTIONS) {
            assertTrue(
                    rights.contains("lambda:InvokeFunction on ${" + each + "Live}"),
                    rights::toString);
        }
        assertEquals(
                List.of(
                        "dynamodb:UpdateItem on " + LEASE.formatted("redshift-drill"),
                        "dynamodb:UpdateItem on " + LEASE.formatted("redshift")),
                rights.stream().filter(each -> each.startsWith("dynamodb")).sorted().toList());
        assertEquals(
                FUNCTIONS.size(),
                rights.stream().filter(each -> each.startsWith("lambda")).count());
    }

    @Test
    void theTriggerAndTheWatchMayStartADrill() {
        String start =
                "states:StartExecution on arn:${AWS::Partition}:states:"
                        + PLACE
                        + ":stateMachine:"
                        + MACHINE;
        assertTrue(STACK.rights("StartResizeRole").contains(start));
        assertTrue(STACK.rights("WatchRole").contains(start));
        assertTrue(
                STACK.rights("WatchRole")
                        .contains("dynamodb:GetItem on " + LEASE.formatted("redshift-drill")));
        assertTrue(
                STACK.all("AWS::StepFunctions::StateMachine").stream()
                        .anyMatch(each -> each.path("StateMachineName").asText().equals(MACHINE)));
    }

    @Test
    void theDefinitionGetsEverySubstitutionThatItNamesAndNoOther() throws IOException {
        Set<String> named =
                Pattern.compile("\\$\\{([^}]*)}")
                        .matcher(Files.readString(Synthesised.definition("redshift-drill")))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        JsonNode substitutions =
                STACK.properties("AWS::StepFunctions::StateMachine", "DrillStateMachine")
                        .path("DefinitionSubstitutions");
        Set<String> given = new TreeSet<>();
        substitutions.fieldNames().forEachRemaining(given::add);
        assertEquals(named, given);
        assertEquals("redshift-drill/sales", substitutions.path("LeaseKey").asText());
        assertEquals("redshift/sales", substitutions.path("ClusterLeaseKey").asText());
    }

    @Test
    void anAlarmTellsOfACopyThatIsThereForLongerThanTheCeiling() {
        JsonNode alarm = STACK.properties("AWS::CloudWatch::Alarm", "CopyAlarm");
        assertEquals("CopyNodeMinutes", alarm.path("MetricName").asText());
        assertEquals(24 * 60, alarm.path("Threshold").asInt());
        assertEquals("GreaterThanThreshold", alarm.path("ComparisonOperator").asText());
        assertEquals("ignore", alarm.path("TreatMissingData").asText());
        assertEquals(List.of("${Operators}"), Synthesised.texts(alarm.path("AlarmActions")));
        assertEquals(10, STACK.all("AWS::CloudWatch::Alarm").size());
    }

    @Test
    void aStackWithoutDrillsHasNothingOfThem() {
        String template = Synthesised.ANALYTICS.template().toString();
        assertFalse(Pattern.compile("(?i)drill(?!\":\"off)").matcher(template).find(), template);
        assertFalse(template.contains("Copy"));
        assertFalse(template.contains("DeleteCluster\""));
        assertFalse(template.contains("RestoreFrom"));
        assertEquals(1, Synthesised.ANALYTICS.all("AWS::StepFunctions::StateMachine").size());
    }
}
