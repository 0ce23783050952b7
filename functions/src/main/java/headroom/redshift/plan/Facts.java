package headroom.redshift.plan;

import headroom.redshift.Policy;
import headroom.redshift.Settings;
import headroom.redshift.cluster.Cluster;
import headroom.redshift.cluster.LastResize;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.replication.Lag;
import headroom.redshift.replication.Replication;
import headroom.redshift.replication.Replication.State;
import headroom.redshift.replication.ServerlessReplication;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Everything that the decision rests on, as it was seen at one moment.
///
/// @param seenAt that moment
/// @param snapshotsUnderWay the names of the cluster's snapshots that are being taken
/// @param sizes the sizes that Redshift permits for an elastic resize within the same node type
/// @param diskPercent the recent maximum of disk use, in percent; null is unknown, never zero
/// @param sustainedDiskPercent what disk use has reached in each of the last periods, as the alarms
///   look at it: a single spill does not make a disk critical; null is unknown
/// @param tasks all DMS tasks that write to the configured endpoints
/// @param lags how far those of them that run are behind, by ARN; of one that is missing it is
///   unknown
/// @param mayDouble those of them that run and may double rows when they resume
/// @param tablesInError tables that running tasks could not load, with their tasks, for people
/// @param strangers DMS tasks that write, or may, to the cluster through endpoints that are not
///   configured, each with its endpoint
/// @param measures what drills have measured, of whatever
record Facts(
        Instant seenAt,
        Cluster cluster,
        Optional<LastResize> lastResize,
        List<String> snapshotsUnderWay,
        List<Size> sizes,
        @Nullable Double diskPercent,
        @Nullable Double sustainedDiskPercent,
        List<Replication> tasks,
        Map<String, Lag> lags,
        List<Replication> mayDouble,
        List<String> tablesInError,
        List<String> strangers,
        List<Drilled> measures) {

    /// @param nodes a permitted number of nodes
    /// @param expectedDiskPercent Redshift's own estimate of disk use at this size, if it gives one
    record Size(int nodes, @Nullable Double expectedDiskPercent) {
        /// The same number of nodes with the less favourable estimate.
        static Size fuller(Size one, Size other) {
            Double first = one.expectedDiskPercent();
            Double second = other.expectedDiskPercent();
            return first == null || (second != null && second > first) ? other : one;
        }

        String inWords() {
            return "%d (%s)".formatted(nodes, expected(expectedDiskPercent));
        }
    }

    /// The same size with an estimate in any case that allows one: where Redshift gives none, as
    /// much data on so many more disks.
    Size estimated(Size size) {
        if (size.expectedDiskPercent() != null || diskPercent == null) {
            return size;
        }
        return new Size(size.nodes(), diskPercent * cluster.nodes() / size.nodes());
    }

    /// What is on the disks; empty if that is not known.
    Optional<Double> megabytes() {
        Long capacity = cluster.capacityMegabytes();
        return capacity == null || diskPercent == null
                ? Optional.empty()
                : Optional.of(capacity * diskPercent / 100);
    }

    /// What a drill says of such a resize of this cluster; empty if none does.
    Optional<Drilled> measure(ResizeMethod method) {
        return Drilled.newest(
                measures, cluster.nodeType(), cluster.nodes(), method, megabytes(), seenAt);
    }

    boolean resizeInProgress() {
        return cluster.resizes() || lastResize.filter(LastResize::inProgress).isPresent();
    }

    /// The cluster's nodes, for people.
    String present() {
        return cluster.nodes() + " x " + cluster.nodeType();
    }

    boolean isCritical(Policy policy) {
        return sustainedDiskPercent != null && sustainedDiskPercent >= policy.criticalPercent();
    }

    Allowance allowance(Settings settings) {
        return Allowance.of(
                tasks, lags, Duration.ofHours(settings.sourceLogRetentionHours()), seenAt);
    }

    boolean hasServerlessTasks() {
        return tasks.stream().anyMatch(ServerlessReplication.class::isInstance);
    }

    /// For people, one fact a line.
    List<String> seen(Settings settings) {
        Policy policy = settings.policy();
        List<String> seen = new ArrayList<>();
        seen.add("Cluster: %s; %s.".formatted(cluster.sentence(), LastResize.sentence(lastResize)));
        seen.add(
                "Disk use, at its highest in the last %d minutes: %s; alarm at %d %%, critical at %d %%."
                        .formatted(
                                policy.alarmMinutes(),
                                observed(diskPercent),
                                policy.alarmPercent(),
                                policy.criticalPercent()));
        seen.add("Permitted sizes: %s.".formatted(sizes.isEmpty() ? "none known" : sizesInWords()));
        seen.add("DMS tasks: %s.".formatted(tasks.isEmpty() ? "none" : tasksInWords()));
        if (tasks.stream().anyMatch(each -> each.state() == State.RUNNING)) {
            seen.add("How far they are behind: %s.".formatted(allowance(settings).sentence()));
        }
        if (cluster.maintenanceAt() != null) {
            seen.add(
                    "Maintenance: the next window opens at %s.".formatted(cluster.maintenanceAt()));
        }
        seen.add(
                "Settings: %s; the source keeps its log for %d h."
                        .formatted(policy.inWords(), settings.sourceLogRetentionHours()));
        return seen;
    }

    /// Rounded down, as nothing reached a level that is only near.
    static String observed(@Nullable Double percent) {
        return inWords(percent == null ? null : Math.floor(percent));
    }

    /// Rounded up, as nothing fits that nearly fits.
    static String expected(@Nullable Double percent) {
        return inWords(percent == null ? null : Math.ceil(percent));
    }

    private static String inWords(@Nullable Double percent) {
        return percent == null ? "unknown" : String.format(Locale.ROOT, "%.0f %%", percent);
    }

    private String sizesInWords() {
        return sizes.stream()
                        .map(this::estimated)
                        .map(Size::inWords)
                        .collect(Collectors.joining(", "))
                + " nodes, with the expected disk use";
    }

    /// Counts by status: an account may have hundreds.
    private String tasksInWords() {
        return tasks.stream()
                .collect(
                        Collectors.groupingBy(
                                Replication::status, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }
}
