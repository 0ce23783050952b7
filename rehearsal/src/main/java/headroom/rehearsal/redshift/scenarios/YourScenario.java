package headroom.rehearsal.redshift.scenarios;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;

import java.time.Duration;
import java.util.Optional;

/// A scenario in a setup of the reader's own. Nobody knows how it ends, only that it does.
public final class YourScenario {
    private static final Duration LONGEST = Duration.ofDays(12);

    /// After the alarm, for the answer to it.
    private static final Duration AFTER_ALARM = Duration.ofMinutes(20);

    private YourScenario() {}

    /// @param message that a person publishes soon; without one the alarm has the first word
    public static Scenario<RedshiftSimulation> in(
            Setup setup, String told, Optional<String> message) {
        String published = message.isEmpty() ? "" : " A message is published after two minutes.";
        String upset = setup.faults().isEmpty() ? "" : " Upset by: " + setup.faults();
        return new Scenario<>(
                "your_cluster",
                told + published + upset,
                RedshiftScenario.given(setup),
                message.isEmpty() ? _ -> {} : Scenario.asked(message.get()),
                Duration.ofMinutes(setup.policy().alarmMinutes()).plus(AFTER_ALARM),
                LONGEST,
                Optional.empty());
    }
}
