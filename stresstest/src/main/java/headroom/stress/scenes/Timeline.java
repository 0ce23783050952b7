package headroom.stress.scenes;

import headroom.simulated.elasticache.load.NodeMetric;
import headroom.simulated.time.Scheduler;
import headroom.stress.clients.Errors;
import headroom.stress.clients.Load;
import headroom.stress.elasticache.Changes;
import headroom.stress.figures.MeasuredSeries;
import headroom.stress.pictures.Picture;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What clients did in each minute of a scene.
final class Timeline {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Scheduler scheduler;
    private final Clock clock;
    private final Errors errors;
    private final Instant begin;
    private final NavigableMap<Double, Double> commands = new TreeMap<>();
    private final NavigableMap<Double, Double> noticed = new TreeMap<>();
    private @Nullable Load load;
    private Count last;

    private record Count(Instant at, long commands, int errors) {}

    /// @param clock of real time
    Timeline(Scheduler scheduler, Clock clock, Errors errors) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.errors = errors;
        begin = scheduler.now();
        last = new Count(clock.instant(), 0, 0);
        scheduler.after(MINUTE, this::look);
    }

    void watch(Load next) {
        load = next;
    }

    private void look() {
        Load watched = load;
        Count now =
                new Count(
                        clock.instant(), watched == null ? 0 : watched.commands(), errors.count());
        double seconds = Duration.between(last.at(), now.at()).toNanos() / 1e9;
        double minute = minute(scheduler.now());
        commands.put(minute, (now.commands() - last.commands()) / seconds);
        noticed.put(minute, (double) (now.errors() - last.errors()));
        last = now;
        scheduler.after(MINUTE, this::look);
    }

    private double minute(Instant moment) {
        return Duration.between(begin, moment).toMillis() / (double) MINUTE.toMillis();
    }

    Picture picture(String title, MeasuredSeries series, Changes changes) {
        var processors = new TreeMap<String, NavigableMap<Double, Double>>();
        series.all(NodeMetric.ENGINE_CPU)
                .forEach(
                        (node, percent) -> {
                            var byMinute = new TreeMap<Double, Double>();
                            // A figure is of the minute that begins then.
                            percent.forEach(
                                    (at, value) -> byMinute.put(minute(at.plus(MINUTE)), value));
                            processors.put(node, byMinute);
                        });
        return new Picture(
                title,
                commands,
                noticed,
                processors,
                changes.took().stream()
                        .map(
                                each ->
                                        new Picture.Change(
                                                each.what(),
                                                minute(each.begun()),
                                                minute(each.ended())))
                        .toList());
    }
}
