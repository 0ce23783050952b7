package headroom.rehearsal.elasticache.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.elasticache.Settings;
import headroom.elasticache.effect.MeasureEffect;
import headroom.elasticache.group.ConfirmBackup;
import headroom.elasticache.group.ConfirmScaled;
import headroom.elasticache.group.RemoveBackups;
import headroom.elasticache.group.ScaleCache;
import headroom.elasticache.group.TakeBackup;
import headroom.elasticache.plan.PlanScaling;
import headroom.elasticache.report.ComposeReport;

import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/// The functions behind the states, over the clients that they are given.
///
/// @param measured takes the lines with what is measured
public record Handlers(
        ElastiCacheClient elastiCache,
        CloudWatchClient cloudWatch,
        ApplicationAutoScalingClient autoScaling,
        ServiceQuotasClient quotas,
        Settings settings,
        Clock clock,
        Consumer<String> measured) {
    public List<RequestStreamHandler> all() {
        return List.of(
                new PlanScaling(elastiCache, cloudWatch, autoScaling, quotas, settings, clock),
                new TakeBackup(elastiCache, settings, clock),
                new ConfirmBackup(elastiCache, settings, clock),
                new ScaleCache(elastiCache, settings, clock),
                new ConfirmScaled(elastiCache, cloudWatch, settings, clock),
                new MeasureEffect(elastiCache, cloudWatch, settings, clock),
                new RemoveBackups(elastiCache, settings, clock),
                new ComposeReport(settings, clock, measured));
    }
}
