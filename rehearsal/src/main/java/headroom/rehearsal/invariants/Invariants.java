package headroom.rehearsal.invariants;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.stage.Stage;
import headroom.rehearsal.states.Execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All invariants over one story.
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
    private final Stage stage;
    private final List<Violation> violations = new ArrayList<>();

    /// Begins to watch the stage.
    public Invariants(Stage stage) {
        this.stage = stage;
        stage.journal().tell(this::after);
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
        boolean rests = stage.executions().stream().noneMatch(Execution::isRunning);
        all.stream()
                .filter(each -> rests || each instanceof EverythingEnds)
                .forEach(each -> take(each, each.atRest(stage)));
    }

    private void after(Entry entry) {
        if (entry.kind() != Kind.VIOLATION) {
            all.forEach(each -> take(each, each.after(entry, stage)));
        }
    }

    private void take(Invariant invariant, Optional<String> wrong) {
        wrong.ifPresent(
                what -> {
                    violations.add(new Violation(stage.agenda().now(), invariant.name(), what));
                    stage.journal().note(Kind.VIOLATION, invariant.name(), what);
                });
    }
}
