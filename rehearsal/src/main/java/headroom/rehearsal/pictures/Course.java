package headroom.rehearsal.pictures;

import headroom.rehearsal.scenario.Line;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.scenario.SummaryRow;
import headroom.rehearsal.scenario.Telling;
import headroom.rehearsal.simulation.Simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A scenario that was played, with all that is drawn of it.
///
/// @param lines of the transcript
/// @param lanes from top to bottom, none of them empty
/// @param pauses what was under way and should not take long
public record Course(
        String name,
        String told,
        List<Line> lines,
        List<SummaryRow> summary,
        List<Lane> lanes,
        List<Pause> pauses,
        boolean wentWell) {
    /// @param until when its budget was spent, or would have been
    record Pause(String what, Instant from, Instant to, Optional<Instant> until) {}

    /// Plays it.
    public static <S extends Simulation> Course of(Scenario<S> scenario) {
        ScenarioRun<S> run = new ScenarioRun<>(scenario);
        List<Line> lines = new ArrayList<>();
        List<SummaryRow> summary = new ArrayList<>();
        Recorder recorder = new Recorder(run.simulation());
        run.simulation().journal().tell(recorder);
        run.tell(
                new Telling() {
                    @Override
                    public void words(String line) {}

                    @Override
                    public void line(Line line) {
                        lines.add(line);
                    }

                    @Override
                    public void summary(SummaryRow row) {
                        summary.add(row);
                    }
                });
        recorder.end(lines);
        return new Course(
                scenario.name(),
                scenario.told(),
                lines,
                summary,
                recorder.lanes(),
                recorder.pauses(),
                run.wentWell());
    }
}
