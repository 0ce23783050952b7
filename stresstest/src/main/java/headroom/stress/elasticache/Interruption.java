package headroom.stress.elasticache;

/// What a scene does to a resharding while it is under way.
public interface Interruption {
    Interruption NONE = (_, _) -> {};

    /// Where it stands with a slot.
    enum Moment {
        /// Both nodes know of the move, and some of the keys have moved.
        INSIDE,
        /// The slot has moved.
        AFTER
    }

    /// @param moved how many slots have moved before this one
    /// @throws Died if the one that moves slots is no more
    void at(Moment moment, int moved);

    /// The one that moves slots is no more.
    final class Died extends RuntimeException {
        public Died(String message) {
            super(message);
        }
    }
}
