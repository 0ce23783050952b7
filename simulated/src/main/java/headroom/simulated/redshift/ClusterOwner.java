package headroom.simulated.redshift;

import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.SimulatedResize.Way;

import java.time.Duration;

/// The person who works with the cluster beside Headroom, as far as Redshift lets them: all but a
/// deletion wants a cluster on which nothing else is under way.
public final class ClusterOwner {
    private static final Duration TRANSITION = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final SimulatedRedshift redshift;
    private final SimulatedCluster cluster;
    private final Journal journal;

    public ClusterOwner(SimulatedRedshift redshift, Journal journal) {
        this.redshift = redshift;
        cluster = redshift.cluster();
        this.journal = journal;
    }

    /// @param intervention one that is about the cluster
    public void act(Intervention intervention) {
        String status = cluster.status();
        if (cluster.isGone() || !isOpenTo(intervention)) {
            journal.note(
                    Kind.SCENARIO, intervention.name(), "is refused, as the cluster is " + status);
            return;
        }
        if (intervention == Intervention.RESIZE_CLUSTER
                && cluster.sizes().largest() == cluster.nodes()) {
            journal.note(
                    Kind.SCENARIO, intervention.name(), "is refused, as there is no larger size");
            return;
        }
        journal.note(Kind.PERSON, intervention.name(), "the cluster was " + status);
        cluster.interrupt();
        switch (intervention) {
            case REBOOT_CLUSTER -> pass("rebooting", TRANSITION, "available");
            case PAUSE_CLUSTER -> pass("paused", PAUSE, "available");
            case PAUSE_CLUSTER_FOR_GOOD -> cluster.become("paused");
            case RESIZE_CLUSTER -> resize(cluster.sizes());
            default -> pass("deleting", TRANSITION, SimulatedCluster.GONE);
        }
    }

    private boolean isOpenTo(Intervention intervention) {
        return switch (intervention) {
            case DELETE_CLUSTER -> true;
            case RESIZE_CLUSTER -> redshift.isFreeToResize();
            default -> redshift.isFree();
        };
    }

    private void resize(SimulatedSizes sizes) {
        cluster.resize(sizes.largest(), sizes.hasElastic() ? Way.ELASTIC : Way.CLASSIC, false);
    }

    private void pass(String meanwhile, Duration takes, String end) {
        cluster.become(meanwhile);
        cluster.later(takes, () -> cluster.become(end));
    }
}
