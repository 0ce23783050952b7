package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.EventsTellWhatWas;
import headroom.rehearsal.invariants.EverythingEnds;
import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.invariants.LeaseIsReleased;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;

import java.util.List;

/// What must hold in each of Redshift's scenarios.
public final class RedshiftInvariants {
    private RedshiftInvariants() {}

    /// New ones, for one run of a scenario.
    public static List<Invariant<? super RedshiftSimulation>> all() {
        return List.of(
                new ResizeNeedsSnapshot(),
                new NoChangeWhileTasksWrite(),
                new OnlyTasksThatRanAreStarted(),
                new NoStartWithoutWrites(),
                new StoppedTasksRunOrAreReported(),
                new OneResizeWithinBounds(),
                new EveryFailureIsReportedOnce(),
                new NoChangeWithoutPlan(),
                new EverythingEnds<RedshiftSimulation>(
                        each -> each.redshift().resizes() || each.redshift().copies().resizes(),
                        CopiesAreDeleted::waitsFor),
                new LeaseIsReleased(),
                new OnlyOwnPrecopiesAreDeleted(),
                new PausesKeepTheirBudget(),
                new LogsOutlastPauses(),
                new NothingSeenWritesAtResize(),
                new RecordsAreKept(),
                new RelapsesAreAnswered(),
                new DoubledRowsAreTold(),
                new ReportsTellWhatWas(),
                new CopiesAreDeleted(),
                new DrillsTouchOnlyTheirCopy(),
                new EventsTellWhatWas<>(),
                new LoadsAreNotStopped(),
                new LongPausesAreTold());
    }
}
