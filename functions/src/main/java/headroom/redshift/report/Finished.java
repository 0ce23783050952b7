package headroom.redshift.report;

import headroom.redshift.plan.Plan;
import headroom.step.Json;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the event of a finished run says, beside what its definition knows by itself: see
/// docs/events.md. What is not known is left out.
final class Finished {
    private Finished() {}

    static Map<String, Object> of(ComposeReport.Input run) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("outcome", Json.name(run.outcome()));
        planned(run.plan()).ifPresent(from -> detail.put("before", nodes(from)));
        run.seen().nodes().ifPresent(seen -> detail.put("after", nodes(seen)));
        if (run.seen().tasksStood()) {
            run.pause()
                    .length()
                    .ifPresent(
                            each -> detail.put("pauseSeconds", Math.toIntExact(each.toSeconds())));
        }
        return detail;
    }

    private static Map<String, Object> nodes(int number) {
        return Map.of("nodes", number);
    }

    /// The size that it began with, where the plan knows it.
    private static Optional<Integer> planned(@Nullable Plan plan) {
        return switch (plan) {
            case null -> Optional.empty();
            case Plan.Resize it -> Optional.of(it.from());
            case Plan.Ask it -> Optional.of(it.proposal().from());
            case Plan.Deferred it -> Optional.of(it.proposal().from());
            case Plan.NotNeeded _, Plan.NotYet _, Plan.Refused _ -> Optional.empty();
        };
    }
}
