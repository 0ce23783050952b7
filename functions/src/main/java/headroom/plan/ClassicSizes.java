package headroom.plan;

import java.util.stream.IntStream;

/// The sizes that a classic resize may have. Redshift has no call that tells them, as it has for an
/// elastic one, so these are the numbers of nodes with which its management guide lets a cluster of
/// more than one node be created.
///
/// A type that is not listed here is unknown, and has none.
final class ClassicSizes {
    private static final int LEAST = 2;

    private ClassicSizes() {}

    static IntStream of(String nodeType) {
        return IntStream.rangeClosed(LEAST, most(nodeType));
    }

    private static int most(String nodeType) {
        return switch (nodeType) {
            case "ra3.large", "ra3.xlplus" -> 16;
            case "dc2.large", "ra3.4xlarge" -> 32;
            case "dc2.8xlarge", "ra3.16xlarge" -> 128;
            default -> 0;
        };
    }
}
