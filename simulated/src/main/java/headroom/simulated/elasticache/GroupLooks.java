package headroom.simulated.elasticache;

import headroom.simulated.time.Scheduler;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

import java.time.Duration;
import java.time.Instant;

/// What a look at the group finds: for the first moments after an accepted change, what was before
/// it.
final class GroupLooks {
    private static final Duration OLDEST = Duration.ofMinutes(2);

    private final ShownGroup shown;
    private final CacheBehaviour behaviour;
    private final Scheduler scheduler;
    private @Nullable ReplicationGroup before;
    private Instant until;
    private int left;

    GroupLooks(ShownGroup shown, CacheBehaviour behaviour, Scheduler scheduler) {
        this.shown = shown;
        this.behaviour = behaviour;
        this.scheduler = scheduler;
        until = scheduler.now();
    }

    void showFor(ReplicationGroup old) {
        before = old;
        left = behaviour.staleLooks();
        until = scheduler.now().plus(OLDEST);
    }

    ReplicationGroup look() {
        ReplicationGroup old = before;
        if (old != null && left > 0 && scheduler.now().isBefore(until)) {
            left--;
            return old;
        }
        return shown.describe();
    }
}
