package headroom.redshift;

import headroom.redshift.replication.PauseBudget;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// What the tests of all handlers take for granted: one cluster, and one moment.
public final class Given {
    public static final Instant NOW = Instant.parse("2026-11-22T04:30:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    public static final String TARGET = "arn:aws:dms:eu-west-1:111122223333:endpoint:TARGET";
    public static final Settings SETTINGS =
            new Settings("sales", List.of(TARGET), Policy.upTo(16), 7, 24);

    /// A pause of ten minutes, in which the resize may begin for twelve hours more.
    public static final PauseBudget BUDGET =
            new PauseBudget(ago(10, 0), NOW.plus(Duration.ofHours(12)));

    private Given() {}

    /// The moment at which a change began that is `minutes` and `seconds` old now.
    public static Instant ago(long minutes, long seconds) {
        return NOW.minus(Duration.ofMinutes(minutes)).minusSeconds(seconds);
    }
}
