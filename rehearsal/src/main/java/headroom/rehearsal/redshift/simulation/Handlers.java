package headroom.rehearsal.redshift.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.redshift.Settings;
import headroom.redshift.cluster.ConfirmResized;
import headroom.redshift.cluster.ConfirmSnapshot;
import headroom.redshift.cluster.ConfirmWritable;
import headroom.redshift.cluster.RemovePrecopy;
import headroom.redshift.cluster.ResizeCluster;
import headroom.redshift.cluster.TakeSnapshot;
import headroom.redshift.drill.ComposeDrillReport;
import headroom.redshift.drill.ConfirmCopy;
import headroom.redshift.drill.ConfirmCopyResized;
import headroom.redshift.drill.ConfirmDeleted;
import headroom.redshift.drill.DeleteCopy;
import headroom.redshift.drill.PlanDrill;
import headroom.redshift.drill.ResizeCopy;
import headroom.redshift.drill.RestoreCopy;
import headroom.redshift.plan.PlanResize;
import headroom.redshift.replication.ConfirmPaused;
import headroom.redshift.replication.ConfirmResumed;
import headroom.redshift.replication.ForgetTasks;
import headroom.redshift.replication.PauseReplication;
import headroom.redshift.replication.ResumeReplication;
import headroom.redshift.report.ComposeReport;

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

    List<RequestStreamHandler> ofDrills() {
        return List.of(
                new PlanDrill(redshift, cloudWatch, settings, clock),
                new RestoreCopy(redshift, settings, clock),
                new ConfirmCopy(redshift, settings, clock),
                new ResizeCopy(redshift, settings, clock),
                new ConfirmCopyResized(redshift, settings, clock),
                new DeleteCopy(redshift, settings),
                new ConfirmDeleted(redshift, settings, clock),
                new ComposeDrillReport(settings, clock));
    }
}
