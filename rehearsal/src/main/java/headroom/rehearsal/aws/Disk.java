package headroom.rehearsal.aws;

import headroom.rehearsal.time.Agenda;

import java.time.Duration;
import java.time.Instant;

/// The data on the cluster's disks. It grows while tasks write.
public final class Disk {
    /// Of one task, as long as there are not very many.
    private static final double MEGABYTES_PER_SECOND = 120;

    /// Of all together: the source is one.
    private static final double MOST_MEGABYTES_PER_SECOND = 1_200;

    private final Agenda agenda;
    private double megabytesPerSecond;
    private double used;
    private int writers;
    private Instant reckonedAt;

    /// @param used in MB, at the beginning
    /// @param megabytesPerSecond how much one writing task adds
    public Disk(Agenda agenda, double used, double megabytesPerSecond) {
        this.agenda = agenda;
        this.used = used;
        this.megabytesPerSecond = megabytesPerSecond;
        reckonedAt = agenda.now();
    }

    /// With as much from each task as so many of them write.
    ///
    /// @param used in MB, at the beginning
    public static Disk writtenBy(int tasks, Agenda agenda, double used) {
        return new Disk(
                agenda,
                used,
                Math.min(MEGABYTES_PER_SECOND, MOST_MEGABYTES_PER_SECOND / Math.max(1, tasks)));
    }

    /// In MB.
    double used() {
        double seconds = Duration.between(reckonedAt, agenda.now()).toMillis() / 1000.0;
        used += writers * megabytesPerSecond * seconds;
        reckonedAt = agenda.now();
        return used;
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
