package headroom.rehearsal.stage;

import headroom.rehearsal.aws.SimulatedLambda;
import headroom.rehearsal.time.Agenda;
import headroom.watch.Watch;

import java.time.Duration;
import java.util.Map;

/// The schedule of the watch.
final class Schedule {
    private static final Duration EVERY = Duration.ofMinutes(15);

    private final Watch watch;
    private final SimulatedLambda lambda;
    private final Agenda agenda;
    private boolean over;

    Schedule(Watch watch, SimulatedLambda lambda, Agenda agenda) {
        this.watch = watch;
        this.lambda = lambda;
        this.agenda = agenda;
    }

    void begin() {
        agenda.after(
                EVERY,
                () -> {
                    if (over) {
                        return;
                    }
                    lambda.schedule(watch, Map.of("time", agenda.now().toString()));
                    begin();
                });
    }

    void end() {
        over = true;
    }
}
