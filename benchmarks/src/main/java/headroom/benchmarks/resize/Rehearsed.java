package headroom.benchmarks.resize;

import headroom.redshift.cluster.ConfirmResized;
import headroom.redshift.watch.Watch;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.states.Execution;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.Estimates;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What Headroom made of a trace, in the rehearsal.
///
/// @param transitions that Step Functions bills
/// @param invocations of functions that the run called, and of the one that started it
/// @param historyEvents of the execution
public record Rehearsed(Course course, int transitions, int invocations, int historyEvents) {
    private static final String POLL = ConfirmResized.class.getSimpleName();
    private static final String WATCH = Watch.class.getSimpleName();

    /// As the journal writes that the cluster takes writes after a resize of either kind.
    private static final Pattern READY = Pattern.compile("available, (resize-cleanup|\\d+ nodes)");

    /// What Redshift may say of the time that is left, and a run cannot choose.
    public static final List<Estimates> KINDS =
            List.of(Estimates.ABSENT, Estimates.RIGHT, Estimates.TOO_SHORT, Estimates.TOO_LONG);

    /// The most of a count, whatever Redshift estimates.
    public static int most(Trace trace, ToIntFunction<Rehearsed> count) {
        return KINDS.stream()
                .mapToInt(each -> count.applyAsInt(play(trace, each)))
                .max()
                .orElseThrow();
    }

    /// @throws IllegalStateException if the run did not go well, or an invariant was violated: what
    ///   went wrong has no speed
    public static Rehearsed play(Trace trace, Estimates estimates) {
        ScenarioRun<RedshiftSimulation> run =
                new ScenarioRun<>(ResizeScenario.of(trace, estimates)).play(_ -> {});
        List<Execution> executions = run.simulation().executions();
        if (executions.size() != 1
                || executions.getFirst().status() != Execution.Status.SUCCEEDED
                || !run.violations().isEmpty()) {
            throw new IllegalStateException(
                    "%s resize of %s with %d tasks and estimates %s: expected one run that succeeds, came to %s; violations %s"
                            .formatted(
                                    trace.method(),
                                    trace.resize(),
                                    trace.stops().size(),
                                    estimates,
                                    executions.stream().map(Execution::status).toList(),
                                    run.violations()));
        }
        Journal journal = run.simulation().journal();
        Execution execution = executions.getFirst();
        return new Rehearsed(
                course(journal),
                execution.transitions(),
                invocations(journal),
                execution.historyEvents());
    }

    private static Course course(Journal journal) {
        List<Instant> polls = times(journal, Kind.STEP, each -> each.name().equals(POLL)).toList();
        Instant ready =
                first(
                        times(
                                journal,
                                Kind.CLUSTER,
                                each -> READY.matcher(each.detail()).lookingAt()));
        Instant stopped = first(times(journal, Kind.TASK, each -> each.detail().equals("stopped")));
        Instant running = last(times(journal, Kind.TASK, each -> each.detail().equals("running")));
        return new Course(
                Duration.between(stopped, running),
                Duration.between(ready, polls.getLast()),
                polls.size());
    }

    private static Stream<Instant> times(
            Journal journal, Kind kind, Predicate<? super Entry> which) {
        return journal.entries(kind).filter(which).map(Entry::at);
    }

    private static Instant first(Stream<Instant> times) {
        return times.findFirst().orElseThrow();
    }

    private static Instant last(Stream<Instant> times) {
        return times.reduce((_, later) -> later).orElseThrow();
    }

    /// The watch's own are the same in a month without any resize.
    private static int invocations(Journal journal) {
        long steps = journal.entries(Kind.STEP).filter(each -> !each.name().equals(WATCH)).count();
        return Math.toIntExact(steps) + 1;
    }
}
