package headroom.rehearsal.aws;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the simulated Redshift behaves in a story.
///
/// @param sizes the numbers of nodes that an elastic resize may have as its target, in Redshift's
///   order
/// @param maintenance what Redshift itself has in store for the cluster
/// @param automatedSnapshot for how long, from the story's beginning, an automated snapshot is in
///   `creating`; empty if there is none
/// @param estimates what Redshift says of how long things will still take
public record RedshiftDials(
        Times times,
        List<Integer> sizes,
        Maintenance maintenance,
        Optional<Duration> automatedSnapshot,
        Estimates estimates,
        Set<Trouble> troubles) {

    /// A snapshot of six minutes, one more of one minute, an elastic resize of a quarter of an
    /// hour, and a classic one of twenty hours.
    public static final RedshiftDials ORDINARY =
            new RedshiftDials(
                    new Times(
                            Duration.ofMinutes(6),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(2),
                            Duration.ofMinutes(9),
                            Duration.ofMinutes(4),
                            Duration.ofHours(20)),
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
    /// @param classic how long a classic resize is in `resizing`, its one status
    public record Times(
            Duration snapshot,
            Duration increment,
            Duration prepare,
            Duration resize,
            Duration cleanup,
            Duration classic) {}

    public enum Trouble {
        /// A resize that begins beside a snapshot in flight is accepted, and fails, where it is
        /// refused otherwise. Which of the two is so is not known for sure.
        FAILS_BESIDE_SNAPSHOT,
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
        /// DescribeNodeConfigurationOptions refuses a cluster of one node, which has no elastic
        /// resize, where it answers with an empty list otherwise. Which of the two is so is not
        /// known for sure.
        OPTIONS_REFUSED,
        /// The options come without the disk use that is expected of them, which the service's
        /// model permits.
        ESTIMATES_LEFT_OUT,
        /// A snapshot does not say how much of it is copied, which the service's model permits.
        PROGRESS_LEFT_OUT,
        /// The cluster reports no metric any more from ten minutes after the story's beginning on.
        METRIC_STOPS
    }

    public RedshiftDials {
        sizes = List.copyOf(sizes);
        troubles = Set.copyOf(troubles);
    }

    public RedshiftDials with(Times other) {
        return new RedshiftDials(other, sizes, maintenance, automatedSnapshot, estimates, troubles);
    }

    public RedshiftDials withSnapshotOf(Duration time) {
        return with(
                new Times(
                        time,
                        times.increment,
                        times.prepare,
                        times.resize,
                        times.cleanup,
                        times.classic));
    }

    public RedshiftDials withIncrementOf(Duration time) {
        return with(
                new Times(
                        times.snapshot,
                        time,
                        times.prepare,
                        times.resize,
                        times.cleanup,
                        times.classic));
    }

    public RedshiftDials withResizeOf(Duration time) {
        return with(
                new Times(
                        times.snapshot,
                        times.increment,
                        times.prepare,
                        time,
                        times.cleanup,
                        times.classic));
    }

    public RedshiftDials withClassicResizeOf(Duration time) {
        return with(
                new Times(
                        times.snapshot,
                        times.increment,
                        times.prepare,
                        times.resize,
                        times.cleanup,
                        time));
    }

    public RedshiftDials withSizes(Integer... permitted) {
        return new RedshiftDials(
                times,
                Arrays.asList(permitted),
                maintenance,
                automatedSnapshot,
                estimates,
                troubles);
    }

    public RedshiftDials with(Maintenance other) {
        return new RedshiftDials(times, sizes, other, automatedSnapshot, estimates, troubles);
    }

    public RedshiftDials withAutomatedSnapshotOf(Duration time) {
        return new RedshiftDials(times, sizes, maintenance, Optional.of(time), estimates, troubles);
    }

    public RedshiftDials with(Estimates other) {
        return new RedshiftDials(times, sizes, maintenance, automatedSnapshot, other, troubles);
    }

    /// These troubles besides those that there are.
    public RedshiftDials with(Trouble... more) {
        return new RedshiftDials(
                times,
                sizes,
                maintenance,
                automatedSnapshot,
                estimates,
                Stream.concat(troubles.stream(), Stream.of(more))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean has(Trouble trouble) {
        return troubles.contains(trouble);
    }
}
