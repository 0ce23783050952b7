package headroom.redshift.watch;

import headroom.redshift.replication.Lags;
import headroom.redshift.replication.Observed;
import headroom.redshift.replication.Replication;
import headroom.redshift.replication.Replication.State;
import headroom.redshift.replication.Replications;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Looks at the tasks that were resumed lately.
///
/// @param dms made where it is needed, which in most rounds it is not
record Observer(Supplier<DatabaseMigrationClient> dms, CloudWatchClient cloudWatch) {

    Observation look(List<Observed> observed, Instant now) {
        Map<String, Replication> found =
                Replications.recorded(
                        dms.get(), observed.stream().map(each -> each.task().paused()).toList());
        List<Replication> done =
                observed.stream()
                        .filter(each -> !now.isBefore(each.until()))
                        .flatMap(each -> found.values().stream().filter(it -> runs(each, it)))
                        .toList();
        return Observation.of(observed, found, Lags.of(cloudWatch, done, now), now);
    }

    private static boolean runs(Observed one, Replication other) {
        return one.arn().equals(other.arn()) && other.state() == State.RUNNING;
    }
}
