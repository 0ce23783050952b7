package headroom.configuration;

import headroom.elasticache.group.NodeType;
import headroom.elasticache.plan.Ladder;

import java.util.Optional;

/// What is wrong with a node type that has the form of one, and that no step could go to.
final class LargestNodeType {
    private static final String EXAMPLE = " Example: cache.r7g.2xlarge";

    private LargestNodeType() {}

    /// As it follows "largestNodeType is".
    static Optional<String> complaint(String written) {
        NodeType type = NodeType.parse(written).orElseThrow();
        if (type.isBurstable()) {
            return Optional.of(
                    "\"%s\", whose processors run on credits; expected a type whose processors are its own, as a group that grows has used its credits up.%s"
                            .formatted(written, EXAMPLE));
        }
        if (!Ladder.sizes().contains(type.size())) {
            return Optional.of(
                    "\"%s\"; expected a size that is known: %s.%s"
                            .formatted(written, String.join(", ", Ladder.sizes()), EXAMPLE));
        }
        return Ladder.knows(written)
                ? Optional.empty()
                : Optional.of(
                        "\"%s\"; expected a family whose memory is known: a c, m or r, a number, and letters, as in r7g. No step could go to another.%s"
                                .formatted(written, EXAMPLE));
    }
}
