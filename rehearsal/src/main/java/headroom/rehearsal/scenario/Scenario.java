package headroom.rehearsal.scenario;

import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// @param name snake_case; the transcript's file name and what a user types
/// @param told one sentence
/// @param plot what happens from outside
/// @param least for how long it is played, even if all has come to rest before
/// @param timeout when it falls at the latest: a quirk that stays lets the watch try for ever
/// @param ending how it has to end; empty if nobody can know
public record Scenario(
        String name,
        String told,
        Setup setup,
        Consumer<RedshiftSimulation> plot,
        Duration least,
        Duration timeout,
        Optional<Ending> ending) {
    /// An execution may take three weeks by its definition; a scenario that takes longer hangs.
    private static final Duration LONGEST = Duration.ofDays(40);

    /// Before the alarm of an ordinary setup, which looks at a quarter of an hour.
    private static final Duration ASKED_AFTER = Duration.ofMinutes(2);

    /// For a run of hours, and for what the watch makes of it.
    private static final Duration A_DAY = Duration.ofDays(1);

    /// A scenario that ends when all has come to rest.
    static Scenario of(
            String name, String told, Setup setup, Consumer<RedshiftSimulation> plot, Ending ending) {
        return new Scenario(name, told, setup, plot, Duration.ZERO, LONGEST, Optional.of(ending));
    }

    /// A scenario of which nobody knows the ending.
    static Scenario open(
            String name, String told, Setup setup, Consumer<RedshiftSimulation> plot, Duration timeout) {
        return new Scenario(name, told, setup, plot, Duration.ZERO, timeout, Optional.empty());
    }

    /// The same scenario, ended after a while even if more would follow.
    Scenario endedAfter(Duration time) {
        return new Scenario(name, told, setup, plot, least, time, ending);
    }

    /// The same scenario, played for so long, even if nothing more seems to follow.
    Scenario lasting(Duration time) {
        return new Scenario(name, told, setup, plot, time, time, ending);
    }

    /// The same setup, where somebody asks for the plan alone, once CloudWatch knows how full the
    /// disk is.
    public Scenario asDryRun() {
        return open(
                name,
                told,
                setup.with(List.of()),
                asked("{\"dryRun\": true}"),
                ASKED_AFTER.plusMinutes(1));
    }

    /// The same setup with its quirks, where a person publishes a message of his own.
    public Scenario begunBy(String message) {
        return open(
                "your_message",
                "A message from a file is published, in the setup of %s.".formatted(name),
                setup,
                asked(message),
                A_DAY);
    }

    /// Where somebody publishes a message, once CloudWatch knows how full the disk is.
    static Consumer<RedshiftSimulation> asked(String message) {
        return simulation ->
                simulation.scheduler().after(ASKED_AFTER, () -> simulation.publish(message));
    }
}
