package headroom.simulated.redshift;

import org.jspecify.annotations.Nullable;

/// What Redshift says of the time that a resize or a snapshot will still take. The service's model
/// lets it be missing, and it is often wrong.
public enum Estimates {
    /// A classic resize has one now and then, an elastic one and a snapshot have none.
    COME_AND_GO,
    ABSENT,
    RIGHT,
    /// A third of what it will take.
    TOO_SHORT,
    /// Three times as much as it will take.
    TOO_LONG;

    private static final int WRONG_BY = 3;

    /// @param now whether one is there at this moment, if they come and go
    /// @param seconds that it will take
    @Nullable Long shown(boolean now, long seconds) {
        return switch (this) {
            case COME_AND_GO -> now ? seconds : null;
            case ABSENT -> null;
            case RIGHT -> seconds;
            case TOO_SHORT -> seconds / WRONG_BY;
            case TOO_LONG -> seconds * WRONG_BY;
        };
    }
}
