package headroom.rehearsal.stage;

import headroom.Rounds;
import headroom.rehearsal.aws.SimulatedEventBridge;
import headroom.rehearsal.aws.SimulatedLambda;
import headroom.rehearsal.time.Agenda;
import headroom.watch.Watch;

import java.util.Map;

/// The clock that wakes the watch, as long as its rule is enabled.
final class WatchSchedule {

    private final SimulatedEventBridge rule;
    private final SimulatedLambda lambda;
    private final Agenda agenda;
    private boolean over;

    WatchSchedule(SimulatedEventBridge rule, SimulatedLambda lambda, Agenda agenda) {
        this.rule = rule;
        this.lambda = lambda;
        this.agenda = agenda;
    }

    void begin(Watch watch) {
        agenda.after(
                Rounds.EVERY,
                () -> {
                    if (over) {
                        return;
                    }
                    if (rule.isEnabled()) {
                        lambda.schedule(watch, Map.of("time", agenda.now().toString()));
                    }
                    begin(watch);
                });
    }

    void end() {
        over = true;
    }
}
