package headroom.benchmarks.relief;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A story, played by all three.
///
/// @param alarm when the alarm speaks, or a person asks; empty if neither does
record Tale(
        Story story,
        Optional<Instant> alarm,
        Played headroom,
        Outcome autoScaling,
        Outcome oracle) {
    /// How long a story goes on.
    static final Duration AFTER_THE_ALARM = Duration.ofHours(3);

    /// Within which the alarm speaks.
    private static final Duration BEFORE_THE_ALARM = Duration.ofHours(7);

    static Tale of(Story story) {
        return of(story, UnaryOperator.identity());
    }

    /// @param blind what is done to the handler of the plan, for a test of this benchmark
    static Tale of(Story story, UnaryOperator<RequestStreamHandler> blind) {
        Optional<Instant> alarm = alarm(story);
        Instant from = alarm.orElse(World.START.plus(Duration.ofHours(1)));
        return new Tale(
                story,
                alarm,
                Played.of(story, from, blind),
                AutoScaling.play(story, from),
                new Oracle(story, from).play());
    }

    private static Optional<Instant> alarm(Story story) {
        if (story.asked().isPresent()) {
            return story.asked().map(World.START::plus);
        }
        World world = new World(story.setup());
        world.run(BEFORE_THE_ALARM);
        return Levels.of(
                        world.cloudWatch(),
                        world.elastiCache().shape(),
                        story.setup().policy(),
                        World.START,
                        World.START.plus(BEFORE_THE_ALARM))
                .alarm();
    }

    static Levels levels(World world, Story story, Instant alarm) {
        return Levels.of(
                world.cloudWatch(),
                world.elastiCache().shape(),
                story.setup().policy(),
                alarm,
                alarm.plus(AFTER_THE_ALARM));
    }

    /// Whether a step brings relief, as the oracle has seen.
    boolean isCuredByAStep() {
        return story.cause().cure().isStep() && oracle.relief().isPresent();
    }

    /// Whether no figure is missing that its cause does not take away.
    boolean isWhole() {
        return story.isComplete() || story.cause() == Cause.MISSING;
    }

    boolean isRight() {
        return story.cause().isRight(headroom.answer());
    }
}
