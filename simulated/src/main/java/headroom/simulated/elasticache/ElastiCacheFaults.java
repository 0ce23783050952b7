package headroom.simulated.elasticache;

import static headroom.simulated.faults.FaultKinds.FAILS;
import static headroom.simulated.faults.FaultKinds.HANGS;
import static headroom.simulated.faults.FaultKinds.SLOW;

import headroom.simulated.faults.FaultKinds;

import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

import java.util.List;
import java.util.Map;

/// Everything that can upset one of ElastiCache's scenarios.
public final class ElastiCacheFaults {
    /// The group's own work.
    static final String BACKUP = "group.Backup";

    static final String CHANGE = "group.Change";

    /// What the state machine asks of EC2 itself.
    public static final String DESCRIBE_SUBNETS = "machine.DescribeSubnets";

    public static final FaultKinds KINDS = with(GroupIntervention.usual());

    /// With what people do on the way to cluster mode besides.
    public static final FaultKinds ALL_KINDS = with(GroupIntervention.all());

    private ElastiCacheFaults() {}

    private static FaultKinds with(List<String> interventions) {
        return FaultKinds.of(
                Map.of(
                        "elasticache", ElastiCacheClient.class,
                        "autoscaling", ApplicationAutoScalingClient.class,
                        "servicequotas", ServiceQuotasClient.class),
                Map.of(
                        BACKUP,
                        List.of(FAILS, SLOW, HANGS),
                        CHANGE,
                        List.of(FAILS, SLOW, HANGS),
                        DESCRIBE_SUBNETS,
                        FaultKinds.ofAction(List.of("Ec2.Ec2Exception", "Ec2.SdkClientException"))),
                Map.of(),
                interventions);
    }
}
