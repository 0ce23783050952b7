package headroom.rehearsal.aws;

import software.amazon.awssdk.services.redshift.model.DescribeNodeConfigurationOptionsResponse;
import software.amazon.awssdk.services.redshift.model.Mode;
import software.amazon.awssdk.services.redshift.model.NodeConfigurationOption;

import java.util.List;

/// The sizes that Redshift permits for an elastic resize, among others that do not fit.
///
/// @param used what is on the disks, in MB
record SimulatedSizes(int present, double used) {
    static final String NODE_TYPE = "ra3.4xlarge";
    static final int LARGEST = 16;
    private static final List<Integer> OPTIONS = List.of(2, 3, 6, 8, 12, LARGEST);

    boolean permits(int nodes) {
        return OPTIONS.contains(nodes);
    }

    DescribeNodeConfigurationOptionsResponse describe(String marker) {
        List<NodeConfigurationOption> options =
                OPTIONS.stream()
                        .flatMap(
                                count ->
                                        List.of(
                                                option("ra3.16xlarge", count, Mode.STANDARD),
                                                option(NODE_TYPE, count, Mode.HIGH_PERFORMANCE),
                                                option(NODE_TYPE, count, Mode.STANDARD))
                                                .stream())
                        .filter(option -> option.numberOfNodes() != present)
                        .toList();
        Pages<NodeConfigurationOption> pages = Pages.cut(options, marker);
        return DescribeNodeConfigurationOptionsResponse.builder()
                .nodeConfigurationOptionList(pages.page())
                .marker(pages.marker())
                .build();
    }

    private NodeConfigurationOption option(String nodeType, int count, Mode mode) {
        return NodeConfigurationOption.builder()
                .nodeType(nodeType)
                .numberOfNodes(count)
                .mode(mode)
                .estimatedDiskUtilizationPercent(
                        100 * used / (count * SimulatedRedshift.NODE_CAPACITY))
                .build();
    }
}
