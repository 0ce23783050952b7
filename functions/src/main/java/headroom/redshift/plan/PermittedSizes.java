package headroom.redshift.plan;

import headroom.redshift.cluster.Cluster;
import headroom.redshift.plan.Facts.Size;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ActionType;
import software.amazon.awssdk.services.redshift.model.NodeConfigurationOption;
import software.amazon.awssdk.services.redshift.model.UnsupportedOperationException;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The sizes that Redshift permits for an elastic resize of a cluster within its node type.
final class PermittedSizes {
    private PermittedSizes() {}

    /// Redshift answers with other node types as well, and with a number of nodes once for each
    /// mode that it knows of. A cluster that cannot be resized elastically, such as one of a single
    /// node, has none, or is refused.
    static List<Size> of(RedshiftClient redshift, Cluster cluster) {
        if (!cluster.canBeChanged()) {
            return List.of();
        }
        try {
            List<Size> sizes = options(redshift, cluster);
            // That there are none is believed when it is said twice: a classic resize takes hours.
            return sizes.isEmpty() ? options(redshift, cluster) : sizes;
        } catch (UnsupportedOperationException notElastic) {
            return List.of();
        }
    }

    private static List<Size> options(RedshiftClient redshift, Cluster cluster) {
        return redshift
                .describeNodeConfigurationOptionsPaginator(
                        request ->
                                request.actionType(ActionType.RESIZE_CLUSTER)
                                        .clusterIdentifier(cluster.identifier()))
                .nodeConfigurationOptionList()
                .stream()
                .filter(option -> cluster.nodeType().equals(option.nodeType()))
                .filter(option -> option.numberOfNodes() != null)
                .map(PermittedSizes::size)
                .collect(Collectors.toMap(Size::nodes, each -> each, Size::fuller, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    private static Size size(NodeConfigurationOption option) {
        return new Size(option.numberOfNodes(), option.estimatedDiskUtilizationPercent());
    }
}
