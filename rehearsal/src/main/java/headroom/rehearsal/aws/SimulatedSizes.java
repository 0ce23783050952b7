package headroom.rehearsal.aws;

import headroom.rehearsal.aws.RedshiftDials.Trouble;

import software.amazon.awssdk.services.redshift.model.DescribeNodeConfigurationOptionsResponse;
import software.amazon.awssdk.services.redshift.model.Mode;
import software.amazon.awssdk.services.redshift.model.NodeConfigurationOption;

import java.util.List;
import java.util.stream.Stream;

/// The sizes that Redshift permits for a resize, among others that do not fit.
///
/// All clusters have the same node type here, also one of a single node, for which Redshift has
/// smaller types.
///
/// @param present number of nodes
/// @param used what is on the disks, in MB
record SimulatedSizes(int present, double used, RedshiftDials dials) {
    static final String NODE_TYPE = "ra3.4xlarge";

    /// Of a cluster of this node type that is created or resized the classic way.
    private static final int LARGEST_CLASSIC = 32;

    boolean hasElastic() {
        return present > 1;
    }

    boolean permitsElastic(int nodes) {
        return hasElastic() && nodes > 1 && dials.sizes().contains(nodes);
    }

    /// There is no way here to a single node, as nobody here wants less room.
    boolean permitsClassic(int nodes) {
        return nodes != present && nodes > 1 && nodes <= LARGEST_CLASSIC;
    }

    int largest() {
        return dials.sizes().stream().mapToInt(Integer::intValue).max().orElse(present);
    }

    DescribeNodeConfigurationOptionsResponse describe(String marker) {
        List<NodeConfigurationOption> options =
                hasElastic()
                        ? dials.sizes().stream()
                                .filter(count -> count != present)
                                .flatMap(this::options)
                                .toList()
                        : List.of();
        Pages<NodeConfigurationOption> pages = Pages.cut(options, marker);
        return DescribeNodeConfigurationOptionsResponse.builder()
                .nodeConfigurationOptionList(pages.page())
                .marker(pages.marker())
                .build();
    }

    private Stream<NodeConfigurationOption> options(int count) {
        return Stream.of(
                option("ra3.16xlarge", count, Mode.STANDARD),
                option(NODE_TYPE, count, Mode.HIGH_PERFORMANCE),
                option(NODE_TYPE, count, Mode.STANDARD));
    }

    private NodeConfigurationOption option(String nodeType, int count, Mode mode) {
        var option =
                NodeConfigurationOption.builder()
                        .nodeType(nodeType)
                        .numberOfNodes(count)
                        .mode(mode);
        if (!dials.has(Trouble.ESTIMATES_LEFT_OUT)) {
            option.estimatedDiskUtilizationPercent(
                    100 * used / (count * SimulatedRedshift.NODE_CAPACITY));
        }
        return option.build();
    }
}
