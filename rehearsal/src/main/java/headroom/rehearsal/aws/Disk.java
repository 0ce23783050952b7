package headroom.rehearsal.aws;

import headroom.rehearsal.time.Agenda;

import java.time.Duration;
import java.time.Instant;

/// The data on the cluster's disks. It grows while tasks write.
public final class Disk {
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
