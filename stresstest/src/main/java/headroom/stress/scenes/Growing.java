package headroom.stress.scenes;

import headroom.stress.clients.Load;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// A load that grows until the busiest node is at a percentage of its processor, and stays: how
/// many commands that takes differs from machine to machine.
final class Growing {
    private static final Duration BETWEEN = Duration.ofMinutes(2);
    private static final int LOOKS = 8;

    /// Minutes, whose mean is looked at.
    private static final int NEWEST = 2;

    private static final double CLOSE = 3;
    private static final double MOST_TIMES = 1.6;
    private static final double MOST_RATE = 9_000;

    private final double percent;
    private final Stage stage;
    private final Load load;
    private final Clock clock;
    private long commands;
    private Instant since;
    private boolean over;

    private Growing(double percent, Stage stage, Load load, Clock clock) {
        this.percent = percent;
        this.stage = stage;
        this.load = load;
        this.clock = clock;
        commands = load.commands();
        since = clock.instant();
    }

    /// It is over before a step is planned.
    static void to(double percent, Stage stage, Load load) {
        new Growing(percent, stage, load, stage.clock()).look(LOOKS);
    }

    /// It goes on until it is told to stop.
    static Growing on(double percent, Stage stage, Load load) {
        Growing growing = new Growing(percent, stage, load, stage.clock());
        growing.look(Integer.MAX_VALUE);
        return growing;
    }

    void stop() {
        over = true;
    }

    private void look(int left) {
        if (left > 0 && !over) {
            stage.simulation()
                    .scheduler()
                    .after(
                            BETWEEN,
                            () -> {
                                if (!over) {
                                    adjust(stage.busiest(NEWEST), done());
                                    look(left - 1);
                                }
                            });
        }
    }

    /// Commands a second since the last look: clients that have just begun do less than they
    /// should.
    private double done() {
        Instant now = clock.instant();
        double seconds = Duration.between(since, now).toNanos() / 1e9;
        double done = (load.commands() - commands) / seconds;
        commands = load.commands();
        since = now;
        return done;
    }

    private void adjust(double now, double done) {
        if (now > 0 && Math.abs(now - percent) > CLOSE) {
            double times = Math.clamp(percent / now, 1 / MOST_TIMES, MOST_TIMES);
            load.setRate(Math.min(MOST_RATE, done * times));
        }
    }
}
