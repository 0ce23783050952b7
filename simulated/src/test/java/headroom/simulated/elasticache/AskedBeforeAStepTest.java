package headroom.simulated.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.servicequotas.model.NoSuchResourceException;

import java.util.List;
import java.util.Map;

/// What is asked of other services before a step.
final class AskedBeforeAStepTest {
    @Test
    void addressesAreFreeBySubnet() {
        SimulatedSubnets subnets = SimulatedSubnets.of(Map.of("subnet-1", 7)).and("subnet-2", 11);
        assertEquals(
                Map.of(
                        "Subnets",
                        List.of(
                                Map.of("SubnetId", "subnet-1", "AvailableIpAddressCount", 7),
                                Map.of("SubnetId", "subnet-2", "AvailableIpAddressCount", 11))),
                subnets.describe(Map.of("SubnetIds", List.of("subnet-1", "subnet-2"))));
    }

    @Test
    void subnetsAreRefusedThatThereAreNotAndWithoutARight() {
        SimulatedSubnets subnets = SimulatedSubnets.roomy();
        Map<String, List<String>> unknown = Map.of("SubnetIds", List.of("no-such"));
        assertThrows(SimulatedSubnets.Denied.class, () -> subnets.describe(unknown));
        subnets.deny();
        Map<String, List<String>> known = Map.of("SubnetIds", List.of("subnet-1"));
        assertEquals(
                "Ec2.Ec2Exception",
                assertThrows(SimulatedSubnets.Denied.class, () -> subnets.describe(known)).error());
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
