package headroom.rehearsal;

import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.simulation.Simulation;
import headroom.rehearsal.trials.EveryFault;
import headroom.rehearsal.trials.Trial;
import headroom.rehearsal.trials.TrialSummary;
import headroom.rehearsal.trials.Trials;
import headroom.terminal.Interruption;
import headroom.terminal.Progress;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// The part of `./rehearse` that upsets scenarios: one to look at, or very many to count.
final class TrialCommand {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})\\.\\.(\\d{1,9})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /// All are drawn before the first runs.
    private static final long MOST = 1_000_000;

    private final Workflow<?> workflow;
    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;

    TrialCommand(Workflow<?> workflow, PrintStream out, PrintStream err, Progress progress) {
        this.workflow = workflow;
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    /// @throws NotUnderstood if the seed is none
    Scenario<?> seed(String written) {
        if (!NUMBER.matcher(written).matches()) {
            throw new NotUnderstood(
                    "--seed is \"%s\"; expected one whole number of at most nine digits."
                            .formatted(written));
        }
        return workflow.random().apply(Long.parseLong(written)).scenario();
    }

    /// @param scenario that the faults strike; without one, those of the workflow
    /// @throws NotUnderstood if there is none of this name
    int faults(Optional<String> scenario) {
        return scenario.isPresent()
                ? faults(workflow.knowing(scenario.get()), scenario.get())
                : faults(workflow, workflow.struck());
    }

    private <S extends Simulation> int faults(Workflow<S> owner, String scenario) {
        return faults(owner, List.of(owner.struck(scenario)));
    }

    private <S extends Simulation> int faults(Workflow<S> owner, List<Workflow.Struck> struck) {
        List<Trial> alone = new ArrayList<>();
        List<Trial> pairs = new ArrayList<>();
        for (Workflow.Struck each : struck) {
            EveryFault every = every(owner, each);
            alone.addAll(every.alone());
            pairs.addAll(every.withAborts());
        }
        out.printf("%,d faults alone, %,d with an abort%n", alone.size(), pairs.size());
        List<Trial> all = new ArrayList<>(alone);
        all.addAll(pairs);
        return play(all);
    }

    private static <S extends Simulation> EveryFault every(
            Workflow<S> workflow, Workflow.Struck scenario) {
        return new EveryFault(
                workflow.typed(scenario),
                scenario.kinds(),
                faults -> workflow.upset(scenario, faults));
    }

    /// @throws NotUnderstood if the range is none
    int seeds(String written) {
        Matcher range = RANGE.matcher(written);
        if (!range.matches()) {
            throw new NotUnderstood(
                    "--seeds is \"%s\"; expected two whole numbers, as in 1..1000."
                            .formatted(written));
        }
        long from = Long.parseLong(range.group(1));
        long to = Long.parseLong(range.group(2));
        if (from > to) {
            throw new NotUnderstood(
                    "--seeds is \"%s\", which holds no seed; expected the smaller number first, as in %d..%d."
                            .formatted(written, to, from));
        }
        if (to - from >= MOST) {
            throw new NotUnderstood(
                    "--seeds is \"%s\"; expected %,d seeds at most. Run them one part after the other."
                            .formatted(written, MOST));
        }
        LongFunction<Trial> random = workflow.random();
        return play(LongStream.rangeClosed(from, to).mapToObj(random).toList());
    }

    private int play(List<Trial> trials) {
        TrialSummary summary = new TrialSummary();
        progress.begin("scenarios", trials.size());
        try (Interruption interruption = Interruption.of(() -> lastWord(summary))) {
            Trials.play(trials, summary, progress::step);
            if (!interruption.end()) {
                return Rehearse.INTERRUPTED;
            }
        }
        progress.close();
        return tell(summary);
    }

    private void lastWord(TrialSummary summary) {
        progress.close();
        err.println("Interrupted after %s. What came of these:".formatted(progress.counted()));
        tell(summary);
    }

    private int tell(TrialSummary summary) {
        summary.lines().forEach(out::println);
        return summary.violations().isEmpty() ? Rehearse.WENT_WELL : Rehearse.WENT_WRONG;
    }
}
