package headroom.rehearsal.redshift.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.rehearsal.simulation.Deployment;
import headroom.rehearsal.simulation.Outside;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sns.model.NotFoundException;

import java.time.Duration;
import java.util.List;

final class OutsideTest {
    private static final String DISK = "headroom-redshift-analytics-disk";

    private final RedshiftSimulation simulation = new RedshiftSimulation(Setup.ORDINARY);
    private final Outside outside = simulation.outside();

    @Test
    void aStackThatThereIsNotIsAValueThatIsNotValid() {
        CloudFormationException refusal =
                assertThrows(
                        CloudFormationException.class,
                        () -> outside.cloudFormation().describeStacks(r -> r.stackName("nothing")));
        assertEquals("ValidationError", refusal.awsErrorDetails().errorCode());
        assertEquals(
                "Stack with id nothing does not exist", refusal.awsErrorDetails().errorMessage());
    }

    @Test
    void stacksComeInPages() {
        DescribeStacksResponse first = outside.cloudFormation().describeStacks();
        assertEquals(2, first.stacks().size());
        assertEquals("2", first.nextToken());
        assertEquals(
                5, outside.cloudFormation().describeStacksPaginator().stacks().stream().count());
    }

    @Test
    void theStackTellsItsParts() {
        Stack stack =
                outside.cloudFormation()
                        .describeStacks(request -> request.stackName("headroom-redshift-analytics"))
                        .stacks()
                        .getFirst();
        assertTrue(stack.outputs().stream().anyMatch(each -> each.outputKey().equals("WatchRule")));
    }

    @Test
    void executionsAreListedLateAndInPages() {
        publish("one", "two", "three");
        simulation.scheduler().pass(Duration.ofSeconds(2));
        assertEquals(List.of(), listed(null));
        simulation.scheduler().pass(Duration.ofMinutes(1));
        assertEquals(3, listed(null).size());
        assertEquals(1, listed(ExecutionStatus.RUNNING).size());
        assertEquals(2, listed(ExecutionStatus.SUCCEEDED).size());
        assertEquals(
                2,
                outside.stepFunctions()
                        .listExecutions(request -> request.stateMachineArn(machine()))
                        .executions()
                        .size());
    }

    @Test
    void anAlarmWhoseActionsAreOffChangesItsStateInSilence() {
        outside.cloudWatch().disableAlarmActions(request -> request.alarmNames(DISK, "none"));
        outside.events().disableRule(request -> request.name(rule()));
        simulation.scheduler().pass(Duration.ofHours(2));
        assertEquals("ALARM", alarm().stateValueAsString());
        assertEquals(List.of(), simulation.executions());

        outside.cloudWatch().enableAlarmActions(request -> request.alarmNames(DISK));
        simulation.scheduler().pass(Duration.ofHours(2));
        assertEquals(List.of(), simulation.executions());
    }

    @Test
    void theWatchIsWokenOnlyWhileItsRuleIsOn() {
        outside.cloudWatch().disableAlarmActions(request -> request.alarmNames(DISK));
        outside.events().disableRule(request -> request.name(rule()));
        assertEquals(RuleState.DISABLED, state());
        simulation.scheduler().pass(Duration.ofHours(1));
        assertEquals(List.of(), simulation.executions());

        outside.events().enableRule(request -> request.name(rule()));
        assertEquals(RuleState.ENABLED, state());
        simulation.scheduler().pass(Duration.ofMinutes(16));
        assertEquals(1, simulation.executions().size());
    }

    @Test
    void namesThatThereAreNotAreRefused() {
        assertThrows(
                ResourceNotFoundException.class,
                () -> outside.events().disableRule(request -> request.name("WatchSchedule")));
        assertThrows(
                NotFoundException.class,
                () ->
                        outside.requests()
                                .publish(request -> request.topicArn("arn").message("more")));
    }

    private void publish(String... messages) {
        for (String each : messages) {
            outside.requests()
                    .publish(request -> request.topicArn(Deployment.REQUESTS).message(each));
        }
    }

    private List<ExecutionListItem> listed(@Nullable ExecutionStatus status) {
        return outside
                .stepFunctions()
                .listExecutionsPaginator(
                        request -> request.stateMachineArn(machine()).statusFilter(status))
                .executions()
                .stream()
                .toList();
    }

    private MetricAlarm alarm() {
        return outside.cloudWatch()
                .describeAlarms(request -> request.alarmNames(DISK))
                .metricAlarms()
                .getFirst();
    }

    private RuleState state() {
        return outside.events().describeRule(request -> request.name(rule())).state();
    }

    private static String machine() {
        return "arn:aws:states:eu-west-1:111122223333:stateMachine:headroom-redshift-analytics";
    }

    private static String rule() {
        return "headroom-redshift-analytics-WatchSchedule6A70C4A3-1XK9TQ0ZB7D2M";
    }
}
