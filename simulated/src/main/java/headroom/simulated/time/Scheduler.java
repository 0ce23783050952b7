package headroom.simulated.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/// The clock of a scenario and everything that is still to happen in it.
///
/// Time moves only when [#runNext()] takes the earliest appointment; two at the same instant run in
/// the order in which they were made.
public final class Scheduler {
    private final PriorityQueue<Appointment> appointments =
            new PriorityQueue<>(
                    Comparator.comparing((Appointment each) -> each.at)
                            .thenComparingLong(each -> each.number));
    private Instant now;
    private long made;

    public Scheduler(Instant start) {
        now = start;
    }

    public Instant now() {
        return now;
    }

    /// Makes an appointment `delay` from now; zero means after everything that is already due now.
    public Appointment after(Duration delay, Runnable action) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException(
                    "An appointment lies " + delay + " ahead; it cannot lie in the past.");
        }
        Appointment appointment = new Appointment(now.plus(delay), made++, action);
        appointments.add(appointment);
        return appointment;
    }

    /// Moves the clock to the next appointment and keeps it. Answers false, and leaves the clock
    /// alone, if there is none.
    public boolean runNext() {
        Appointment next = appointments.poll();
        if (next == null) {
            return false;
        }
        now = next.at;
        next.action.run();
        return true;
    }

    /// Lets time pass for somebody who waits in the midst of an appointment. What is due meanwhile
    /// happens meanwhile.
    public void pass(Duration time) {
        Instant until = now.plus(time);
        while (!appointments.isEmpty() && !appointments.element().at.isAfter(until)) {
            runNext();
        }
        now = now.isBefore(until) ? until : now;
    }

    /// This scheduler's time for those who ask a [Clock]: the handlers.
    public Clock clock() {
        return new VirtualClock(ZoneOffset.UTC);
    }

    /// Something that will happen, unless it is cancelled first.
    public final class Appointment {
        private final Instant at;
        private final long number;
        private final Runnable action;

        private Appointment(Instant at, long number, Runnable action) {
            this.at = at;
            this.number = number;
            this.action = action;
        }

        /// Cancelling twice, or after the fact, does nothing.
        public void cancel() {
            appointments.remove(this);
        }
    }

    private final class VirtualClock extends Clock {
        private final ZoneId zone;

        private VirtualClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new VirtualClock(other);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
