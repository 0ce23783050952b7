package headroom.rehearsal.stage;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.Settings;
import headroom.lease.ForgetTasks;
import headroom.plan.PlanResize;
import headroom.replication.ConfirmPaused;
import headroom.replication.ConfirmResumed;
import headroom.replication.PauseReplication;
import headroom.replication.ResumeReplication;
import headroom.report.ComposeReport;
import headroom.warehouse.ConfirmResized;
import headroom.warehouse.ConfirmSnapshot;
import headroom.warehouse.ConfirmWritable;
import headroom.warehouse.RemovePrecopy;
import headroom.warehouse.ResizeCluster;
import headroom.warehouse.TakeSnapshot;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/// The functions behind the states, over the clients that they are given.
///
/// @param measured takes the lines with what is measured
record Handlers(
        RedshiftClient redshift,
        DatabaseMigrationClient dms,
        CloudWatchClient cloudWatch,
        Settings settings,
        Clock clock,
        Consumer<String> measured) {
    List<RequestStreamHandler> all() {
        return List.of(
                new PlanResize(redshift, dms, cloudWatch, settings, clock),
                new PauseReplication(dms, clock),
                new ConfirmPaused(dms, settings, clock),
                new TakeSnapshot(redshift, settings, clock),
                new ConfirmSnapshot(redshift, settings, clock),
                new RemovePrecopy(redshift, settings, clock),
                new ResizeCluster(redshift, settings, clock),
                new ConfirmResized(redshift, settings, clock),
                new ConfirmWritable(redshift, settings, clock),
                new ResumeReplication(dms, clock),
                new ConfirmResumed(dms, clock),
                new ForgetTasks(settings, clock),
                new ComposeReport(cloudWatch, settings, clock, measured));
    }
}
