package headroom.simulated.elasticache;

import java.time.Duration;
import java.util.Set;

/// What ElastiCache does on the way from one cluster mode to another. How long that takes nobody
/// has said, and what else is not known for sure is simulated in both ways.
///
/// @param takes from where the change begins
public record ModeHabits(Duration takes, Set<Habit> habits) {
    public static final ModeHabits ORDINARY = new ModeHabits(Duration.ofMinutes(6), Set.of());

    /// For how long the mode of before may still show once the group is available again.
    static final Duration LATE = Duration.ofMinutes(4);

    /// From a request until the window in which it is carried out.
    static final Duration WINDOW = Duration.ofHours(7);

    public enum Habit {
        /// Nothing is said of a mode to come, where it stands among the pending changes otherwise.
        NOT_PENDING,
        /// The group is available for some minutes and shows the mode of before.
        SHOWN_LATE,
        /// `ClusterEnabled` is false while the mode is compatible, where it is true otherwise.
        NOT_ENABLED_YET,
        /// The members get new identifiers when the mode becomes compatible.
        NODES_RENAMED,
        /// The way back is refused.
        NO_WAY_BACK,
        /// A request without `ApplyImmediately` waits for the maintenance window, while the group
        /// is available. Otherwise it is carried out at once.
        WAITS,
        /// `ApplyImmediately` is one parameter too many beside a mode, as the guide may be read,
        /// where it is accepted otherwise, as Terraform sends it.
        ALONE
    }

    public ModeHabits {
        habits = Set.copyOf(habits);
    }

    boolean has(Habit habit) {
        return habits.contains(habit);
    }
}
