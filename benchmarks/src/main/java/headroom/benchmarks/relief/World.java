package headroom.benchmarks.relief;

import headroom.elasticache.GroupNames;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.simulated.elasticache.GroupSeries;
import headroom.simulated.elasticache.SimulatedCloudWatch;
import headroom.simulated.elasticache.SimulatedElastiCache;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Journal;
import headroom.simulated.time.Scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The group of a story and its figures, without Headroom.
final class World {
    /// As in the rehearsal, so that chance is the same.
    static final Instant START = Instant.parse("2026-11-22T04:00:00Z");

    private static final int PERIODS = 5;

    private final Scheduler scheduler = new Scheduler(START);
    private final SimulatedElastiCache elastiCache;
    private final GroupSeries series;
    private final SimulatedCloudWatch cloudWatch;

    World(CacheSetup setup) {
        Journal journal = new Journal(scheduler);
        elastiCache =
                new SimulatedElastiCache(
                        setup.group(),
                        setup.elastiCache(),
                        setup.subnets().get(),
                        setup.traffic().data()::moves,
                        new Faults(List.of(), journal),
                        scheduler,
                        journal);
        series = new GroupSeries(elastiCache, setup.traffic(), setup.figures(), scheduler);
        GroupNames names = new GroupNames(setup.group().id());
        cloudWatch =
                new SimulatedCloudWatch(
                        series,
                        setup.group().id(),
                        new SimulatedCloudWatch.Alarm(
                                names.cpuAlarm(), setup.policy().cpuPercent(), PERIODS),
                        new SimulatedCloudWatch.Alarm(
                                names.memoryAlarm(), setup.policy().memoryPercent(), PERIODS),
                        scheduler,
                        journal);
    }

    Scheduler scheduler() {
        return scheduler;
    }

    SimulatedElastiCache elastiCache() {
        return elastiCache;
    }

    GroupSeries series() {
        return series;
    }

    SimulatedCloudWatch cloudWatch() {
        return cloudWatch;
    }

    /// Until so long after the beginning.
    void run(Duration time) {
        scheduler.pass(Duration.between(scheduler.now(), START.plus(time)));
    }
}
