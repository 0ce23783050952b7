package headroom.redshift.replication;

import headroom.redshift.Settings;
import headroom.redshift.replication.Replication.State;
import headroom.text.Listing;

import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What writes to the cluster beside the recorded tasks: a schedule or a person may have started it
/// while ours stand still.
///
/// @param others that write to the configured endpoints, whatever their status
/// @param strangers that write through endpoints that are not configured, and may not
record Latecomers(List<Replication> others, List<String> strangers) {

    /// @param address the cluster's own
    static Latecomers look(
            DatabaseMigrationClient dms,
            Settings settings,
            String address,
            List<PausedTask> recorded) {
        Set<String> known = recorded.stream().map(PausedTask::arn).collect(Collectors.toSet());
        return new Latecomers(
                Replications.writingTo(dms, settings.endpoints()).stream()
                        .filter(each -> !known.contains(each.arn()))
                        .toList(),
                settings.policy().ignoresOtherEndpoints()
                        ? List.of()
                        : StrayEndpoint.writers(dms, address, settings.endpoints()));
    }

    /// Those to be stopped like the recorded ones.
    List<PausedTask> running() {
        return others(each -> each.state() == State.RUNNING).stream()
                .map(Replication::toPause)
                .toList();
    }

    /// Those that will run in a moment, or still write.
    List<Replication> onTheirWay() {
        return others(each -> each.state() != State.RUNNING && each.writesOrIsAboutTo());
    }

    /// The resize is put off for what may not be stopped, and does not end in minutes.
    ///
    /// @throws PauseFailed if there is any
    void refuseUnstoppable() {
        List<Replication> loading =
                others(each -> each.state() == State.RUNNING && each.loadsTables());
        if (!loading.isEmpty()) {
            throw new PauseFailed(
                    "Started during the pause, and in full load, so that stopping would load its"
                            + " tables again: "
                            + names(loading)
                            + ". The resize is put off until the load is done.");
        }
        if (!strangers.isEmpty()) {
            throw new PauseFailed(
                    "Started during the pause, through endpoints that are not configured: "
                            + Listing.of(strangers)
                            + ". The resize is put off: see the setting otherEndpoints.");
        }
    }

    private List<Replication> others(Predicate<Replication> which) {
        return others.stream().filter(which).toList();
    }

    private static String names(List<Replication> tasks) {
        return Listing.of(tasks.stream().map(Replication::name).toList());
    }
}
