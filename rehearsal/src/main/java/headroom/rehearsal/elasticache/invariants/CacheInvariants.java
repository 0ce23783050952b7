package headroom.rehearsal.elasticache.invariants;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.EventsTellWhatWas;
import headroom.rehearsal.invariants.EverythingEnds;
import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.invariants.LeaseIsReleased;

import java.util.List;

/// What must hold in each of the caches' scenarios.
public final class CacheInvariants {
    private CacheInvariants() {}

    /// New ones, for one run of a scenario.
    public static List<Invariant<? super CacheSimulation>> all() {
        return List.of(
                new NoStepWithoutPlan(),
                new OneStepWithinBounds(),
                new StepNeedsBackup(),
                new NoStepForClientFaults(),
                new OnlyOwnBackupsAreDeleted(),
                new SlotsAreCovered(),
                new StepsAreMeasuredAndReported(),
                new StepsAreFinished(),
                new NoStepWithoutNeed(),
                new NeedIsAnswered(),
                new HelpIsReal(),
                new MigrationIsAskedFor(),
                new EverythingEnds<CacheSimulation>(each -> each.elastiCache().isChanging()),
                new LeaseIsReleased(),
                new EventsTellWhatWas<>());
    }
}
