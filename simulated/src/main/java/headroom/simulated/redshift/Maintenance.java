package headroom.simulated.redshift;

import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.DeferredMaintenanceWindow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What Redshift itself has in store for the cluster, as far as it tells. Nothing of it ever
/// happens here: a cluster that is maintained is one that is busy, which other scenarios show.
///
/// @param next when the next maintenance window begins; it comes again each week
/// @param versionPending for how long, from the scenario's beginning, a new version waits for its
///   window
/// @param actions what Redshift lists as pending actions
/// @param deferredUntil to when somebody has put maintenance off
public record Maintenance(
        Instant next,
        Duration versionPending,
        List<String> actions,
        Optional<Instant> deferredUntil) {
    private static final Duration WEEK = Duration.ofDays(7);

    /// A week after the scenarios, and nothing to be done in it.
    public static final Maintenance ON_SUNDAY =
            new Maintenance(
                    Instant.parse("2026-11-29T02:00:00Z"),
                    Duration.ZERO,
                    List.of(),
                    Optional.empty());

    public Maintenance {
        actions = List.copyOf(actions);
    }

    public static Maintenance at(Instant next) {
        return new Maintenance(
                next, ON_SUNDAY.versionPending, ON_SUNDAY.actions, ON_SUNDAY.deferredUntil);
    }

    public Maintenance withVersionPendingFor(Duration time) {
        return new Maintenance(next, time, actions, deferredUntil);
    }

    public Maintenance withActions(String... pending) {
        return new Maintenance(next, versionPending, List.of(pending), deferredUntil);
    }

    public Maintenance deferredUntil(Instant end) {
        return new Maintenance(next, versionPending, actions, Optional.of(end));
    }

    boolean isVersionPending(Duration sinceBeginning) {
        return sinceBeginning.compareTo(versionPending) < 0;
    }

    /// @param began when the scenario did
    Cluster.Builder describe(Cluster.Builder cluster, Instant began, Instant now) {
        Instant window = next;
        while (!window.isAfter(now)) {
            window = window.plus(WEEK);
        }
        return cluster.nextMaintenanceWindowStartTime(window)
                .pendingActions(actions)
                .deferredMaintenanceWindows(
                        deferredUntil.stream()
                                .filter(now::isBefore)
                                .map(end -> deferral(began, end))
                                .toList());
    }

    private static DeferredMaintenanceWindow deferral(Instant from, Instant to) {
        return DeferredMaintenanceWindow.builder()
                .deferMaintenanceIdentifier("dfm-1")
                .deferMaintenanceStartTime(from)
                .deferMaintenanceEndTime(to)
                .build();
    }
}
