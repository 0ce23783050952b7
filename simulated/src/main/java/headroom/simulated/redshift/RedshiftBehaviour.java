package headroom.simulated.redshift;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the simulated Redshift behaves in a scenario.
///
/// @param nodeType of the cluster
/// @param original number of nodes, which the cluster was created with or its last classic resize
///   gave it; empty if it is the present one
/// @param sizes the numbers of nodes that an elastic resize may have as its target, in Redshift's
///   order, as far as the cluster's growth reaches
/// @param maintenance what Redshift itself has in store for the cluster
/// @param automatedSnapshot for how long, from the scenario's beginning, an automated snapshot is
///   in `creating`; empty if there is none
/// @param estimates what Redshift says of how long things will still take
public record RedshiftBehaviour(
        Times times,
        SimulatedNodeType nodeType,
        Optional<Integer> original,
        List<Integer> sizes,
        Maintenance maintenance,
        Optional<Duration> automatedSnapshot,
        Estimates estimates,
        Set<Quirk> quirks) {

    /// A snapshot of six minutes, one more of one minute, an elastic resize of a quarter of an
    /// hour, and a classic one of twenty hours.
    public static final RedshiftBehaviour ORDINARY =
            new RedshiftBehaviour(
                    new Times(
                            Duration.ofMinutes(6),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(2),
                            Duration.ofMinutes(9),
                            Duration.ofMinutes(4),
                            Duration.ofHours(20)),
                    SimulatedNodeType.RA3_4XLARGE,
                    Optional.empty(),
                    List.of(2, 3, 6, 8, 12, 16),
                    Maintenance.ON_SUNDAY,
                    Optional.empty(),
                    Estimates.COME_AND_GO,
                    Set.of());

    /// How long things take.
    ///
    /// @param snapshot how long a manual snapshot is in `creating`
    /// @param increment how long it is where another manual one is there to build on
    /// @param prepare how long an elastic resize is in `available, prep-for-resize`
    /// @param resize how long it is in `resizing`
    /// @param cleanup how long it is in `available, resize-cleanup`
    /// @param classic how long a classic resize is in `resizing`, as a rule its one status
    public record Times(
            Duration snapshot,
            Duration increment,
            Duration prepare,
            Duration resize,
            Duration cleanup,
            Duration classic) {}

    public enum Quirk {
        /// A resize that begins beside a snapshot in flight is accepted, and fails, where it is
        /// refused otherwise. Which of the two is so is not known for sure.
        FAILS_BESIDE_SNAPSHOT,
        /// A full cluster refuses a resize, where it takes one otherwise. Which of the two is so is
        /// not known for sure.
        FULL_REFUSES_RESIZE,
        /// The cluster has never been resized, where it was once otherwise, if it can be.
        NEVER_RESIZED,
        /// ResizeCluster refuses, the first time, a size that was offered as an option.
        RESIZE_REFUSED,
        /// The first resize falls back to the old size midway.
        RESIZE_FAILS,
        /// DescribeResize says SUCCEEDED while data still moves in the background, where it says
        /// IN_PROGRESS otherwise. Which of the two is so is not known for sure.
        SUCCESS_SHOWN_EARLY,
        /// The new number of nodes is shown as pending until everything has ended, where it is
        /// otherwise until the resize proper begins. Which of the two is so is not known for sure.
        PENDING_SHOWN_LONG,
        /// A classic resize of ra3 or rg shows `available` while it migrates data, and takes
        /// writes, where it shows `resizing` throughout otherwise. Which of the two is so is not
        /// known for sure.
        MIGRATION_SHOWN_AVAILABLE,
        /// While data moves in the background, the availability is shown as `Modifying`, where it
        /// is `Available` otherwise. Which of the two is so is not known for sure.
        CLEANUP_SHOWN_MODIFYING,
        /// At the end of a resize the cluster shows `rebooting` for twenty minutes, where it is
        /// available at once otherwise. Which of the two is so is not known for sure.
        REBOOTS_AFTER_RESIZE,
        /// DescribeNodeConfigurationOptions refuses a cluster of one node, which has no elastic
        /// resize, where it answers with an empty list otherwise. Which of the two is so is not
        /// known for sure.
        OPTIONS_REFUSED,
        /// The options come without the disk use that is expected of them, which the service's
        /// model permits.
        ESTIMATES_LEFT_OUT,
        /// A snapshot does not say how much of it is copied, which the service's model permits.
        PROGRESS_LEFT_OUT,
        /// A cluster that is restored is not listed for two minutes, where it is listed at once
        /// otherwise. Which of the two is so is not known for sure.
        COPY_LISTED_LATE,
        /// A cluster takes no tags while it is being created, where it does otherwise. Which of the
        /// two is so is not known for sure.
        COPY_TAGGED_LATE,
        /// A cluster that is restored is in `restoring` for a while, which is listed nowhere.
        COPY_IN_UNKNOWN_STATUS,
        /// A cluster that is restored shows as available before it takes any change.
        COPY_SHOWN_AVAILABLE_EARLY,
        /// A cluster that is restored shows as available, and takes no resize for an hour more,
        /// while its data follows, where it does otherwise. That it may refuse is known
        /// (hashicorp/terraform-provider-aws#47444), and not of which clusters, nor for how long.
        COPY_STREAMS,
        /// A cluster is restored with a key of Redshift's own.
        COPY_WITH_ANOTHER_KEY,
        /// The cluster reports no metric any more from ten minutes after the scenario's beginning
        /// on.
        METRIC_STOPS
    }

    public RedshiftBehaviour {
        sizes = List.copyOf(sizes);
        quirks = Set.copyOf(quirks);
    }

    public RedshiftBehaviour with(Times other) {
        return but(copy -> copy.times = other);
    }

    public RedshiftBehaviour withSnapshotOf(Duration time) {
        return with(
                new Times(
                        time,
                        times.increment,
                        times.prepare,
                        times.resize,
                        times.cleanup,
                        times.classic));
    }

    public RedshiftBehaviour withIncrementOf(Duration time) {
        return with(
                new Times(
                        times.snapshot,
                        time,
                        times.prepare,
                        times.resize,
                        times.cleanup,
                        times.classic));
    }

    public RedshiftBehaviour withClassicResizeOf(Duration time) {
        return with(
                new Times(
                        times.snapshot,
                        times.increment,
                        times.prepare,
                        times.resize,
                        times.cleanup,
                        time));
    }

    public RedshiftBehaviour with(SimulatedNodeType type) {
        return but(copy -> copy.nodeType = type);
    }

    public RedshiftBehaviour withOriginal(int nodes) {
        return but(copy -> copy.original = Optional.of(nodes));
    }

    public RedshiftBehaviour withSizes(Integer... permitted) {
        return but(copy -> copy.sizes = List.of(permitted));
    }

    public RedshiftBehaviour with(Maintenance other) {
        return but(copy -> copy.maintenance = other);
    }

    public RedshiftBehaviour withAutomatedSnapshotOf(Duration time) {
        return but(copy -> copy.automatedSnapshot = Optional.of(time));
    }

    public RedshiftBehaviour with(Estimates other) {
        return but(copy -> copy.estimates = other);
    }

    /// These quirks besides those that there are.
    public RedshiftBehaviour with(Quirk... more) {
        return but(
                copy ->
                        copy.quirks =
                                Stream.concat(quirks.stream(), Stream.of(more))
                                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /// The same behaviour but for what the change sets.
    private RedshiftBehaviour but(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.behaviour();
    }

    private static final class Copy {
        private Times times;
        private SimulatedNodeType nodeType;
        private Optional<Integer> original;
        private List<Integer> sizes;
        private Maintenance maintenance;
        private Optional<Duration> automatedSnapshot;
        private Estimates estimates;
        private Set<Quirk> quirks;

        Copy(RedshiftBehaviour behaviour) {
            times = behaviour.times;
            nodeType = behaviour.nodeType;
            original = behaviour.original;
            sizes = behaviour.sizes;
            maintenance = behaviour.maintenance;
            automatedSnapshot = behaviour.automatedSnapshot;
            estimates = behaviour.estimates;
            quirks = behaviour.quirks;
        }

        RedshiftBehaviour behaviour() {
            return new RedshiftBehaviour(
                    times,
                    nodeType,
                    original,
                    sizes,
                    maintenance,
                    automatedSnapshot,
                    estimates,
                    quirks);
        }
    }
}
