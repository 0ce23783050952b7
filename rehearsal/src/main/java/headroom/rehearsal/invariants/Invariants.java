package headroom.rehearsal.invariants;

import headroom.rehearsal.redshift.invariants.StoppedTasksRunOrAreReported;

import headroom.rehearsal.redshift.invariants.ResizeNeedsSnapshot;

import headroom.rehearsal.redshift.invariants.ReportsTellWhatWas;

import headroom.rehearsal.redshift.invariants.RelapsesAreAnswered;

import headroom.rehearsal.redshift.invariants.RecordsAreKept;

import headroom.rehearsal.redshift.invariants.PausesKeepTheirBudget;

import headroom.rehearsal.redshift.invariants.OnlyTasksThatRanAreStarted;

import headroom.rehearsal.redshift.invariants.OnlyOwnPrecopiesAreDeleted;

import headroom.rehearsal.redshift.invariants.OneResizeWithinBounds;

import headroom.rehearsal.redshift.invariants.NothingSeenWritesAtResize;

import headroom.rehearsal.redshift.invariants.NoStartWithoutWrites;

import headroom.rehearsal.redshift.invariants.NoChangeWithoutPlan;

import headroom.rehearsal.redshift.invariants.NoChangeWhileTasksWrite;

import headroom.rehearsal.redshift.invariants.LogsOutlastPauses;

import headroom.rehearsal.redshift.invariants.DoubledRowsAreTold;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.states.Execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All invariants over one scenario.
public final class Invariants {
    private final List<Invariant> all =
            List.of(
                    new ResizeNeedsSnapshot(),
                    new NoChangeWhileTasksWrite(),
                    new OnlyTasksThatRanAreStarted(),
                    new NoStartWithoutWrites(),
                    new StoppedTasksRunOrAreReported(),
                    new OneResizeWithinBounds(),
                    new EveryFailureIsReportedOnce(),
                    new NoChangeWithoutPlan(),
                    new EverythingEnds(),
                    new LeaseIsReleased(),
                    new OnlyOwnPrecopiesAreDeleted(),
                    new PausesKeepTheirBudget(),
                    new LogsOutlastPauses(),
                    new NothingSeenWritesAtResize(),
                    new RecordsAreKept(),
                    new RelapsesAreAnswered(),
                    new DoubledRowsAreTold(),
                    new ReportsTellWhatWas());
    private final RedshiftSimulation simulation;
    private final List<Violation> violations = new ArrayList<>();

    /// Begins to watch the simulation.
    public Invariants(RedshiftSimulation simulation) {
        this.simulation = simulation;
        simulation.journal().tell(this::after);
    }

    public int count() {
        return all.size();
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /// To be called once everything has come to rest. If an execution runs even then, that is what
    /// is wrong, and the rest cannot be judged yet.
    public void atRest() {
        boolean rests = simulation.executions().stream().noneMatch(Execution::isRunning);
        all.stream()
                .filter(each -> rests || each instanceof EverythingEnds)
                .forEach(each -> take(each, each.atRest(simulation)));
    }

    private void after(Entry entry) {
        if (entry.kind() != Kind.VIOLATION) {
            all.forEach(each -> take(each, each.after(entry, simulation)));
        }
    }

    private void take(Invariant invariant, Optional<String> wrong) {
        wrong.ifPresent(
                what -> {
                    violations.add(
                            new Violation(simulation.scheduler().now(), invariant.name(), what));
                    simulation.journal().note(Kind.VIOLATION, invariant.name(), what);
                });
    }
}
