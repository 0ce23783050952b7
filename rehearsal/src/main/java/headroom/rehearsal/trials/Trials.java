package headroom.rehearsal.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs trials on as many threads as there are processors, each trial on one of them.
public final class Trials {
    private Trials() {}

    public static TrialSummary play(List<Trial> trials) {
        TrialSummary summary = new TrialSummary();
        play(trials, summary, () -> {});
        return summary;
    }

    /// The verdicts are taken in the order of the trials, so that a command always says the same.
    ///
    /// @param summary of those that are over; any thread may look at it
    /// @param told of each that is over
    public static void play(List<Trial> trials, TrialSummary summary, Runnable told) {
        int threads = Runtime.getRuntime().availableProcessors();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Verdict>> verdicts = new ArrayList<>();
            trials.forEach(each -> verdicts.add(executor.submit(() -> Verdict.of(each))));
            for (int each = 0; each < trials.size(); each++) {
                summary.add(verdict(verdicts.get(each), trials.get(each)));
                told.run();
            }
        }
    }

    private static Verdict verdict(Future<Verdict> future, Trial trial) {
        try {
            return future.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(
                    "A trial could not run to its end. To see it: " + trial.command(),
                    broken.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The trials were interrupted.", stopped);
        }
    }
}
