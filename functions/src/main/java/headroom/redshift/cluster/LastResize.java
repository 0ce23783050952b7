package headroom.redshift.cluster;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.DescribeResizeResponse;
import software.amazon.awssdk.services.redshift.model.ResizeNotFoundException;

import java.util.Optional;

/// The last resize that a cluster ever had, as DescribeResize showed it a moment ago.
///
/// It may be an old one: a success stays on show until the next resize, and for a moment after that
/// was accepted. Only together with the cluster's own node count does it say anything about ours.
///
/// @param status NONE, IN_PROGRESS, FAILED, SUCCEEDED or CANCELLING
/// @param nodes the resize's target
/// @param percent how much data is moved, where Redshift says so
/// @param remainingSeconds how long Redshift expects it to take from now on, where it says so
public record LastResize(
        String status,
        @Nullable Integer nodes,
        @Nullable Integer percent,
        @Nullable Long remainingSeconds) {

    /// Empty if the cluster was never resized.
    public static Optional<LastResize> describe(RedshiftClient redshift, String cluster) {
        try {
            return Optional.of(
                    from(redshift.describeResize(request -> request.clusterIdentifier(cluster))));
        } catch (ResizeNotFoundException never) {
            return Optional.empty();
        }
    }

    private static LastResize from(DescribeResizeResponse resize) {
        Double percent = resize.dataTransferProgressPercent();
        return new LastResize(
                String.valueOf(resize.status()),
                resize.targetNumberOfNodes(),
                percent == null ? null : percent.intValue(),
                resize.estimatedTimeToCompletionInSeconds());
    }

    public boolean inProgress() {
        return isMoving() || status.equals("CANCELLING");
    }

    /// In progress towards its target, and not back.
    boolean isMoving() {
        return status.equals("IN_PROGRESS");
    }

    boolean targets(int wished) {
        return nodes != null && nodes == wished;
    }

    boolean succeededTo(int wished) {
        return status.equals("SUCCEEDED") && targets(wished);
    }

    /// For people.
    public static String sentence(Optional<LastResize> last) {
        return last.map(LastResize::sentence).orElse("it has never been resized");
    }

    private String sentence() {
        return "its last resize (to %s nodes) is %s".formatted(nodes, status);
    }
}
