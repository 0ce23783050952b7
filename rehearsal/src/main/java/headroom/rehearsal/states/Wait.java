package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/// Lets time pass: for `seconds`, or else until `timestamp`. Exactly one of them is there.
record Wait(String name, @Nullable Template seconds, @Nullable Template timestamp, Transition exit)
        implements State {
    static Wait parse(String name, Fields fields) {
        Transition exit = Transition.parse(fields, Phase.ENTRY);
        if (fields.has("Seconds") == fields.has("Timestamp")) {
            fields.take("Timestamp");
            fields.take("Seconds");
            fields.complain(
                    "Seconds",
                    fields.has("Seconds") ? "Timestamp too" : "neither it nor Timestamp",
                    "exactly one of them");
            return new Wait(name, null, new Template.Constant(""), exit);
        }
        if (fields.has("Seconds")) {
            fields.take("Timestamp");
            return new Wait(name, fields.seconds("Seconds", 0, 0), null, exit);
        }
        fields.take("Seconds");
        Object written = fields.take("Timestamp");
        if (!Template.isExpression(written) && instant(written) == null) {
            fields.complain(
                    "Timestamp", "a time such as 2026-11-22T04:00:00Z, or an expression for one");
        }
        return new Wait(name, null, fields.template("Timestamp", Phase.ENTRY), exit);
    }

    @Override
    public void run(StateVisit visit) {
        Scope scope = visit.scope();
        visit.later(duration(scope), () -> visit.leave(exit, visit.scope(), visit.input()));
    }

    private Duration duration(Scope scope) {
        if (seconds != null) {
            return Limits.seconds("Seconds", seconds.evaluate(scope), 0);
        }
        Object value = timestamp == null ? null : timestamp.evaluate(scope);
        Instant until = instant(value);
        if (until == null) {
            throw Failure.query(
                    "Timestamp is %s; expected a time such as 2026-11-22T04:00:00Z."
                            .formatted(Json.write(value)));
        }
        Duration ahead = Duration.between(scope.now(), until);
        return ahead.isNegative() ? Duration.ZERO : ahead;
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        try {
            return value instanceof String text ? Instant.parse(text) : null;
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }
}
