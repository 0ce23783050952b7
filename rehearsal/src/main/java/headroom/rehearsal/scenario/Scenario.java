package headroom.rehearsal.scenario;

import headroom.rehearsal.simulation.Simulation;
import headroom.simulated.faults.Fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// @param name snake_case; the transcript's file name and what a user types
/// @param told one sentence
/// @param course what happens from outside
/// @param least for how long it runs, even if nothing more happens
/// @param timeout when it ends at the latest: a quirk that stays lets the watch try for ever
/// @param ending how it has to end; empty if nobody can know
public record Scenario<S extends Simulation>(
        String name,
        String told,
        Given<S> given,
        Consumer<S> course,
        Duration least,
        Duration timeout,
        Optional<Ending> ending) {
    /// An execution may take three weeks by its definition; a scenario that takes longer hangs.
    private static final Duration LONGEST = Duration.ofDays(40);

    /// The longest of the limits of a run, some times over.
    private static final Duration UPSET = Duration.ofDays(4);

    /// Once CloudWatch knows how full the disk is, and before the alarm of an ordinary setup, which
    /// looks at a quarter of an hour.
    public static final Duration ASKED_AFTER = Duration.ofMinutes(2);

    /// For a run of hours, and for what the watch makes of it.
    private static final Duration A_DAY = Duration.ofDays(1);

    /// A scenario that ends when nothing more happens.
    public static <S extends Simulation> Scenario<S> of(
            String name, String told, Given<S> given, Consumer<S> course, Ending ending) {
        return new Scenario<>(
                name, told, given, course, Duration.ZERO, LONGEST, Optional.of(ending));
    }

    /// A scenario of which nobody knows the ending.
    public static <S extends Simulation> Scenario<S> open(
            String name, String told, Given<S> given, Consumer<S> course, Duration timeout) {
        return new Scenario<>(name, told, given, course, Duration.ZERO, timeout, Optional.empty());
    }

    /// The same scenario, ended after a while even if more would follow.
    public Scenario<S> endedAfter(Duration time) {
        return new Scenario<>(name, told, given, course, least, time, ending);
    }

    /// The same scenario, run for so long, even if nothing more seems to follow.
    public Scenario<S> lasting(Duration time) {
        return new Scenario<>(name, told, given, course, time, time, ending);
    }

    /// The same scenario, run for so long at least.
    public Scenario<S> lastingAtLeast(Duration time) {
        return new Scenario<>(name, told, given, course, time, timeout, ending);
    }

    /// The same setup and course, upset by faults beside its own. Nobody knows how that ends.
    public Scenario<S> upset(List<Fault> faults) {
        return open(
                        "upset",
                        "%s, upset by: %s".formatted(name, faults),
                        given.upset(faults),
                        course,
                        UPSET)
                .lastingAtLeast(least);
    }

    /// The same setup, where somebody asks for the plan alone, and nothing else starts a run
    /// before.
    ///
    /// @param when from the beginning
    public Scenario<S> asDryRun(Duration when) {
        return open(
                name,
                told,
                given.undisturbed(),
                simulation -> {
                    simulation.startNothingFor(when);
                    simulation
                            .scheduler()
                            .after(when, () -> simulation.publish("{\"dryRun\": true}"));
                },
                when.plusMinutes(1));
    }

    /// The same setup with its quirks, where a person publishes a message of his own.
    public Scenario<S> begunBy(String message) {
        return open(
                "your_message",
                "A message from a file is published, in the setup of %s.".formatted(name),
                given,
                asked(message),
                A_DAY);
    }

    /// Where somebody publishes a message, once CloudWatch knows how full the disk is.
    public static <S extends Simulation> Consumer<S> asked(String message) {
        return simulation ->
                simulation.scheduler().after(ASKED_AFTER, () -> simulation.publish(message));
    }
}
