package headroom.rehearsal.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.rehearsal.aws.SimulatedEventBridge;
import headroom.rehearsal.aws.SimulatedLambda;
import headroom.simulated.time.Scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The clock that wakes the watch, as long as its rule is enabled.
final class WatchSchedule {

    private final SimulatedEventBridge rule;
    private final SimulatedLambda lambda;
    private final Scheduler scheduler;
    private Optional<Instant> endedAt = Optional.empty();

    WatchSchedule(SimulatedEventBridge rule, SimulatedLambda lambda, Scheduler scheduler) {
        this.rule = rule;
        this.lambda = lambda;
        this.scheduler = scheduler;
    }

    void begin(RequestStreamHandler watch, Duration every) {
        scheduler.after(
                every,
                () -> {
                    if (endedAt.isPresent()) {
                        return;
                    }
                    if (rule.isEnabled()) {
                        lambda.schedule(watch, Map.of("time", scheduler.now().toString()));
                    }
                    begin(watch, every);
                });
    }

    void end() {
        endedAt = endedAt.or(() -> Optional.of(scheduler.now()));
    }

    Optional<Instant> endedAt() {
        return endedAt;
    }
}
