package headroom.rehearsal.trials;

import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.faults.Fault;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// @param command what replays it
public record Trial(String command, Scenario<?> scenario) {
    /// @param typed what is typed before the faults
    /// @param scenario the ordinary one, upset by faults
    static Trial of(String typed, List<Fault> faults, Function<List<Fault>, Scenario<?>> scenario) {
        String command =
                typed
                        + " --fault "
                        + faults.stream().map(Trial::quoted).collect(Collectors.joining(" "));
        return new Trial(command, scenario.apply(faults));
    }

    /// As a shell takes it.
    private static String quoted(Fault fault) {
        return "'" + fault + "'";
    }
}
