package headroom.rehearsal.states;

import java.time.Duration;

/// Lets time pass. A Timestamp instead of Seconds is not implemented.
record Wait(String name, Template seconds, Transition exit) implements State {
    static Wait parse(String name, Fields fields) {
        if (!fields.has("Seconds")) {
            fields.complain("Seconds", "a whole number, or an expression for one");
        }
        return new Wait(
                name, fields.seconds("Seconds", 0, 0), Transition.parse(fields, Phase.ENTRY));
    }

    @Override
    public void run(StateVisit visit) {
        Duration duration = Limits.seconds("Seconds", seconds.evaluate(visit.scope()), 0);
        visit.later(duration, () -> visit.leave(exit, visit.scope(), visit.input()));
    }
}
