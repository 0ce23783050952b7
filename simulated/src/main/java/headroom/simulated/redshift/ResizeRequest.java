package headroom.simulated.redshift;

import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;
import headroom.simulated.redshift.SimulatedResize.Way;

import software.amazon.awssdk.services.redshift.model.ResizeClusterRequest;
import software.amazon.awssdk.services.redshift.model.UnsupportedOptionException;

import java.util.Objects;

/// A resize that a cluster is free for, as far as Redshift permits it.
record ResizeRequest(
        SimulatedCluster cluster,
        ResizeClusterRequest request,
        RedshiftBehaviour behaviour,
        Journal journal) {
    /// @param who the cluster that it is about, as the journal begins with it; empty for the one
    ///   that all is about
    void carryOut(String who, boolean besideSnapshot) {
        if (Boolean.TRUE.equals(request.classic())) {
            classically(who, besideSnapshot);
        } else {
            int target = Objects.requireNonNullElse(request.numberOfNodes(), cluster.nodes());
            resize(
                    who,
                    target,
                    Way.ELASTIC,
                    cluster.sizes().permitsElastic(target),
                    besideSnapshot);
        }
    }

    /// Unlike an elastic resize, it takes nothing that the request leaves out from the cluster as
    /// it is.
    private void classically(String who, boolean besideSnapshot) {
        Integer target = request.numberOfNodes();
        if (target == null || request.nodeType() == null) {
            throw SimulatedRedshift.incomplete(
                    "Both NodeType and NumberOfNodes are required for a classic resize");
        }
        if (cluster.nodes() == 1 && !SimulatedRedshift.MULTI_NODE.equals(request.clusterType())) {
            throw SimulatedRedshift.incomplete(
                    "The number of nodes of a single-node cluster cannot be changed unless"
                            + " ClusterType is multi-node");
        }
        boolean sameType = request.nodeType().equals(behaviour.nodeType().shown());
        resize(
                who,
                target,
                Way.CLASSIC,
                sameType && cluster.sizes().permitsClassic(target),
                besideSnapshot);
    }

    private void resize(
            String who, int target, Way way, boolean permitted, boolean besideSnapshot) {
        if (!permitted || cluster.strikes(Quirk.RESIZE_REFUSED)) {
            throw SimulatedRedshift.refusal(
                    UnsupportedOptionException.builder(),
                    "UnsupportedOptionFault",
                    "The requested resize configuration is not supported at this time");
        }
        String sizes = "%s%d -> %d nodes".formatted(who, cluster.nodes(), target);
        journal.note(
                Kind.CALL,
                "ResizeCluster",
                switch (way) {
                    case ELASTIC -> sizes;
                    case CLASSIC -> sizes + ", classic";
                });
        cluster.resize(target, way, besideSnapshot);
    }
}
