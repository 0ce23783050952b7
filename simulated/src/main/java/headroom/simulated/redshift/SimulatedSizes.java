package headroom.simulated.redshift;

import headroom.simulated.aws.Pages;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;

import software.amazon.awssdk.services.redshift.model.DescribeNodeConfigurationOptionsResponse;
import software.amazon.awssdk.services.redshift.model.Mode;
import software.amazon.awssdk.services.redshift.model.NodeConfigurationOption;

import java.util.List;
import java.util.stream.Stream;

/// The sizes that Redshift permits for a resize, among others that do not fit.
///
/// A single node may have any node type here, while Redshift has only the smaller ones for it.
///
/// @param original number of nodes: of the cluster as it was created, or as its last classic resize
///   left it. Elastic growth is counted from it
/// @param present number of nodes
/// @param used what is on the disks, in MB
record SimulatedSizes(int original, int present, double used, RedshiftBehaviour behaviour) {

    boolean hasElastic() {
        return present > 1;
    }

    boolean permitsElastic(int nodes) {
        return hasElastic() && elastic().anyMatch(each -> each == nodes);
    }

    private Stream<Integer> elastic() {
        int most = original * behaviour.nodeType().growth();
        return behaviour.sizes().stream().filter(each -> each > 1 && each <= most);
    }

    /// There is no way here to a single node, as nobody here wants less room.
    boolean permitsClassic(int nodes) {
        return nodes != present && nodes > 1 && nodes <= behaviour.nodeType().largestClassic();
    }

    /// What a person takes who wants room: the present size where there is nothing larger.
    int largest() {
        Stream<Integer> open = hasElastic() ? elastic() : behaviour.sizes().stream();
        return Math.max(present, open.mapToInt(Integer::intValue).max().orElse(present));
    }

    DescribeNodeConfigurationOptionsResponse describe(String marker) {
        List<NodeConfigurationOption> options =
                hasElastic()
                        ? elastic()
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
                option(behaviour.nodeType().another(), count, Mode.STANDARD),
                option(behaviour.nodeType(), count, Mode.HIGH_PERFORMANCE),
                option(behaviour.nodeType(), count, Mode.STANDARD));
    }

    private NodeConfigurationOption option(SimulatedNodeType nodeType, int count, Mode mode) {
        var option =
                NodeConfigurationOption.builder()
                        .nodeType(nodeType.shown())
                        .numberOfNodes(count)
                        .mode(mode);
        if (!behaviour.has(Quirk.ESTIMATES_LEFT_OUT)) {
            option.estimatedDiskUtilizationPercent(
                    100 * used / (count * SimulatedRedshift.NODE_CAPACITY));
        }
        return option.build();
    }
}
