package headroom.elasticache;

import headroom.run.StackEnvironment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/// What the tests of handlers take for granted: one group with its stack, and one moment.
public final class Given {
    public static final Instant NOW = Instant.parse("2026-11-22T04:30:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    public static final Settings SETTINGS = new Settings("sessions", Policy.upTo(6, 3), 3);

    public static final String MACHINE =
            "arn:aws:states:eu-west-1:111122223333:stateMachine:headroom-elasticache-sessions";

    public static final StackEnvironment STACK =
            new StackEnvironment(MACHINE, "leases", "elasticache/sessions", "arn:topic");

    private Given() {}

    /// The moment that is so long ago now.
    public static Instant ago(Duration span) {
        return NOW.minus(span);
    }
}
