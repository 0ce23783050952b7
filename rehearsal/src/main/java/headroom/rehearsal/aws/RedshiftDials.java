package headroom.rehearsal.aws;

import java.time.Duration;
import java.util.Set;

/// How the simulated Redshift behaves in a story.
///
/// @param snapshot how long a snapshot is in `creating`
/// @param prepare how long a resize is in `available, prep-for-resize`
/// @param resize how long it is in `resizing`
/// @param cleanup how long it is in `available, resize-cleanup`
public record RedshiftDials(
        Duration snapshot,
        Duration prepare,
        Duration resize,
        Duration cleanup,
        Set<Trouble> troubles) {

    /// A snapshot of six minutes and an elastic resize of a quarter of an hour.
    public static final RedshiftDials ORDINARY =
            new RedshiftDials(
                    Duration.ofMinutes(6),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(9),
                    Duration.ofMinutes(4),
                    Set.of());

    public enum Trouble {
        /// The first snapshot ends as `failed`.
        SNAPSHOT_FAILS,
        /// ResizeCluster refuses, the first time, a size that was offered as an option.
        RESIZE_REFUSED,
        /// The first resize falls back to the old size midway.
        RESIZE_FAILS,
        /// DescribeResize says SUCCEEDED while data still moves in the background, where it says
        /// IN_PROGRESS otherwise. Which of the two is so is not known for sure.
        SUCCESS_SHOWN_EARLY
    }

    public RedshiftDials with(Trouble... more) {
        return new RedshiftDials(snapshot, prepare, resize, cleanup, Set.of(more));
    }

    public RedshiftDials withResizeOf(Duration time) {
        return new RedshiftDials(snapshot, prepare, time, cleanup, troubles);
    }

    boolean has(Trouble trouble) {
        return troubles.contains(trouble);
    }
}
