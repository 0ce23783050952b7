package headroom.simulated.elasticache;

import headroom.simulated.elasticache.load.Costs;

import java.util.EnumSet;
import java.util.Set;

/// How CloudWatch treats the figures of a group's nodes in a scenario.
///
/// @param costs of the nodes' work
/// @param seed of all that is left to chance
public record FigureHabits(Costs costs, long seed, Set<Habit> habits) {
    public static final FigureHabits ORDINARY = new FigureHabits(Costs.ORDINARY, 1, Set.of());

    public enum Habit {
        /// Figures are between one and three minutes late, by the node; otherwise all are one
        /// minute late.
        LATE,
        /// Every tenth figure is missing.
        GAPS,
        /// The last node has no figures.
        SILENT_NODE,
        /// Nothing has figures from ten minutes after the scenario's beginning on.
        STOPS,
        /// Every tenth figure of processors and memory is 0.
        ZEROES,
        /// The first node reports fewer commands in all than commands that read.
        CONTRADICTS,
        /// The series of a group and of its shards have one sample a minute, the mean, where each
        /// node adds one otherwise. Which of the two is so is not known for sure.
        SHARDS_AVERAGED
    }

    public FigureHabits {
        habits = Set.copyOf(habits);
    }

    public FigureHabits with(Habit... more) {
        Set<Habit> all = EnumSet.noneOf(Habit.class);
        all.addAll(habits);
        all.addAll(Set.of(more));
        return new FigureHabits(costs, seed, all);
    }

    public FigureHabits with(Costs other) {
        return new FigureHabits(other, seed, habits);
    }

    public FigureHabits withSeed(long other) {
        return new FigureHabits(costs, other, habits);
    }

    boolean has(Habit habit) {
        return habits.contains(habit);
    }
}
