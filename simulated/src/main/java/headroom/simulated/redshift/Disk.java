package headroom.simulated.redshift;

import headroom.simulated.time.Scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The data on the cluster's disks. It grows while tasks write, until the disks are full.
public final class Disk {
    /// Of one task, as long as there are not very many.
    private static final double MEGABYTES_PER_SECOND = 120;

    /// Of all together: the source is one.
    private static final double MOST_MEGABYTES_PER_SECOND = 1_200;

    private final Scheduler scheduler;
    private final List<Runnable> listeners = new ArrayList<>();
    private double megabytesPerSecond;
    private double used;
    private double capacity = Double.POSITIVE_INFINITY;
    private int writers;
    private boolean seenFull;
    private Instant reckonedAt;

    /// @param used in MB, at the beginning
    /// @param megabytesPerSecond how much one writing task adds
    public Disk(Scheduler scheduler, double used, double megabytesPerSecond) {
        this.scheduler = scheduler;
        this.used = used;
        this.megabytesPerSecond = megabytesPerSecond;
        reckonedAt = scheduler.now();
    }

    /// With as much from each task as so many of them write.
    ///
    /// @param used in MB, at the beginning
    public static Disk writtenBy(int tasks, Scheduler scheduler, double used) {
        return new Disk(
                scheduler,
                used,
                Math.min(MEGABYTES_PER_SECOND, MOST_MEGABYTES_PER_SECOND / Math.max(1, tasks)));
    }

    /// In MB.
    double used() {
        double seconds = Duration.between(reckonedAt, scheduler.now()).toMillis() / 1000.0;
        used = Math.min(capacity, used + writers * megabytesPerSecond * seconds);
        reckonedAt = scheduler.now();
        return used;
    }

    /// In percent of what the disks hold: 100 at most.
    double percent() {
        return 100 * used() / capacity;
    }

    /// Whether nobody can write any more.
    boolean isFull() {
        return used() >= capacity;
    }

    /// From now on the disks hold so many MB.
    void holds(double megabytes) {
        used();
        capacity = megabytes;
        look();
    }

    /// The listener is told when a look finds the disks full, and when one finds them no longer so.
    void tell(Runnable listener) {
        listeners.add(listener);
    }

    /// Whether they are full is looked at from time to time, as Redshift does.
    void look() {
        if (isFull() != seenFull) {
            seenFull = !seenFull;
            listeners.forEach(Runnable::run);
        }
    }

    /// What the last look found.
    boolean wasSeenFull() {
        return seenFull;
    }

    /// From now on each writing task adds so many times as much.
    public void flood(double times) {
        used();
        megabytesPerSecond *= times;
    }

    void writers(int count) {
        used();
        writers = count;
    }
}
