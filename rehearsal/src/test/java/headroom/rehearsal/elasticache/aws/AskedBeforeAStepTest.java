package headroom.rehearsal.elasticache.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.rehearsal.states.Definition;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Machine;
import headroom.simulated.time.Scheduler;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.servicequotas.model.NoSuchResourceException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What is asked of other services before a step.
final class AskedBeforeAStepTest {
    private static final String COUNT =
            """
            {"QueryLanguage": "JSONata", "StartAt": "Count", "States": {"Count": {
              "Type": "Task",
              "Resource": "arn:aws:states:::aws-sdk:ec2:describeSubnets",
              "Arguments": {"SubnetIds": "{% $states.input.subnets %}"},
              "Output": "{% $sum([0, $states.result.Subnets.AvailableIpAddressCount]) %}",
              "End": true}}}
            """;

    private static Execution count(SimulatedSubnets subnets, String... ids) {
        Scheduler scheduler = new Scheduler(Instant.parse("2026-11-22T04:00:00Z"));
        Machine machine =
                new Machine(
                        "arn:aws:states:eu-west-1:111122223333:stateMachine:small",
                        Definition.parse(COUNT, Set.of(SimulatedSubnets.DESCRIBE)),
                        Map.of(SimulatedSubnets.DESCRIBE, subnets::describe),
                        scheduler,
                        _ -> {});
        Execution execution = machine.start("run", Map.of("subnets", List.of(ids)));
        while (scheduler.runNext()) {
            // What happens stands in the execution.
        }
        return execution;
    }

    @Test
    void aStateCountsFreeAddresses() {
        SimulatedSubnets subnets = SimulatedSubnets.of(Map.of("subnet-1", 7)).and("subnet-2", 11);
        assertEquals(18, ((Number) output(count(subnets, "subnet-1", "subnet-2"))).intValue());
        assertEquals(7, ((Number) output(count(subnets, "subnet-1"))).intValue());
    }

    private static Object output(Execution execution) {
        return Objects.requireNonNull(execution.output());
    }

    @Test
    void itFailsForAnUnknownSubnetAndWithoutARight() {
        SimulatedSubnets subnets = SimulatedSubnets.roomy();
        assertEquals("Ec2.Ec2Exception", error(count(subnets, "no-such")));
        subnets.deny();
        assertEquals("Ec2.Ec2Exception", error(count(subnets, "subnet-1")));
    }

    private static String error(Execution execution) {
        return Objects.requireNonNull(execution.failure()).error();
    }

    @Test
    void itsCallsCanBeStruck() {
        ElastiCacheFaults.KINDS.parse("machine.DescribeSubnets#1:Ec2.Ec2Exception/BEFORE");
        ElastiCacheFaults.KINDS.parse("machine.DescribeSubnets#2:SILENCE/AFTER");
        ElastiCacheFaults.KINDS.parse("servicequotas.GetServiceQuota#1:THROTTLED");
        ElastiCacheFaults.KINDS.parse("autoscaling.DescribeScalableTargets#1:NO_CONNECTION");
        ElastiCacheFaults.KINDS.parse("minute#5:FAIL_OVER");
    }

    @Test
    void scalingThatSomebodyHasRegistered() {
        var auto =
                SimulatedAutoScaling.of(
                        SimulatedAutoScaling.target("sessions", "NodeGroups", false),
                        SimulatedAutoScaling.target("sessions", "Replicas", true),
                        SimulatedAutoScaling.target("others", "Replicas", false));
        assertEquals(2, targets(auto, "sessions").scalableTargets().size());
        assertEquals(
                true,
                targets(auto, "sessions")
                        .scalableTargets()
                        .getLast()
                        .suspendedState()
                        .dynamicScalingOutSuspended());
        assertEquals(
                0, targets(SimulatedAutoScaling.nobody(), "sessions").scalableTargets().size());
    }

    private static DescribeScalableTargetsResponse targets(
            SimulatedAutoScaling auto, String group) {
        return auto.describeScalableTargets(
                request ->
                        request.serviceNamespace("elasticache")
                                .resourceIds("replication-group/" + group));
    }

    @Test
    void theQuotaOfNodes() {
        var quotas = new SimulatedQuotas(90);
        assertEquals(
                90,
                quotas.getServiceQuota(
                                request ->
                                        request.serviceCode("elasticache").quotaCode("L-85EED4F7"))
                        .quota()
                        .value());
        assertThrows(
                NoSuchResourceException.class,
                () ->
                        quotas.getServiceQuota(
                                request -> request.serviceCode("elasticache").quotaCode("L-0")));
    }
}
