package headroom.rehearsal.trials;

import headroom.rehearsal.faults.Fault;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.redshift.scenarios.Scenarios;

import java.util.List;
import java.util.stream.Collectors;

/// @param command what replays it
public record Trial(String command, Scenario scenario) {
    /// The ordinary scenario with these faults.
    public static Trial of(List<Fault> faults) {
        String command =
                "./rehearse --fault "
                        + faults.stream().map(Trial::quoted).collect(Collectors.joining(" "));
        return new Trial(command, Scenarios.upset(faults));
    }

    /// As a shell takes it.
    private static String quoted(Fault fault) {
        return "'" + fault + "'";
    }
}
