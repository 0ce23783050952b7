package headroom.redshift.plan;

import java.util.stream.IntStream;

/// The sizes that a classic resize may have. Redshift has no call that tells them, as it has for an
/// elastic one, so these are the numbers of nodes with which its management guide lets a cluster of
/// more than one node be created.
///
/// Of the rg types only a quota of 128 nodes for a cluster is documented. They stand beside the ra3
/// type that each of them replaces: a number that is too small refuses a plan, one that is too
/// large stops the writers for a resize that Redshift refuses.
///
/// A type that is not listed here is unknown, and has none.
final class ClassicSizes {
    private static final int LEAST = 2;

    private ClassicSizes() {}

    static IntStream of(String nodeType) {
        return IntStream.rangeClosed(LEAST, most(nodeType));
    }

    /// Zero if the type is unknown.
    static int most(String nodeType) {
        return switch (nodeType) {
            case "ra3.large", "rg.large" -> 16;
            case "dc2.large", "ra3.xlplus", "ra3.4xlarge", "rg.xlarge", "rg.4xlarge" -> 32;
            case "dc2.8xlarge", "ra3.16xlarge", "rg.12xlarge" -> 128;
            default -> 0;
        };
    }
}
