package headroom.rehearsal.elasticache.invariants;

import headroom.elasticache.Policy;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.load.NodeMetric;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// C10: a group that has been clearly over its limit for an hour has a step behind it, or somebody
/// was told within a day why it has none. Whatever it is that keeps a step back, silence is never
/// the answer.
///
/// Where a fault for good keeps every report from its topic, nobody can be told. Where the watch
/// fails, its own alarm tells, and so does the one on a lease that nobody can free, as DynamoDB
/// refuses that for good; and that figures are missing is told once they have been for an hour.
public final class NeedIsAnswered implements Invariant<CacheSimulation> {
    private static final int HOUR = 60;

    /// What stands still is told once a day.
    private static final Duration A_DAY = Duration.ofHours(26);

    /// Of a limit.
    private static final double CLEARLY = 1.15;

    private static final Duration A_ROUND_MORE = Duration.ofMinutes(65);

    /// What is between two modes is told of once a day, and looked at each six hours.
    private static final Duration A_DAY_AND_A_LOOK = Duration.ofHours(31);

    private Instant toldAt = Instant.MIN;
    private @Nullable Instant modeKnown;
    private boolean watchFails;

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        if (entry.kind() == Kind.REPORT && isAnAnswer(entry)) {
            toldAt = entry.at();
        }
        if (entry.kind() == Kind.STEP && entry.name().equals("Watch")) {
            watchFails = entry.detail().startsWith("fails");
        }
        return between(entry, simulation);
    }

    /// The clock begins with the mode, and again with each report that names it.
    private Optional<String> between(Entry entry, CacheSimulation simulation) {
        if (simulation.elastiCache().mode() != GroupSetup.Mode.COMPATIBLE
                || simulation.elastiCache().isGone()) {
            modeKnown = null;
            return Optional.empty();
        }
        boolean isTold = entry.kind() == Kind.REPORT && entry.detail().contains("compatible");
        if (modeKnown == null
                || isTold
                || watchFails
                || cannotArrive(simulation)
                || Calls.losesTheLease(simulation)) {
            modeKnown = entry.at();
        }
        if (entry.at().isBefore(modeKnown.plus(A_DAY_AND_A_LOOK))) {
            return Optional.empty();
        }
        modeKnown = entry.at();
        return Optional.of("the group is between two cluster modes, and nobody was told of it");
    }

    private static boolean cannotArrive(CacheSimulation simulation) {
        return simulation.faults().planned(FaultKinds.PUBLISH).stream()
                .anyMatch((Fault each) -> each.isForGood() && each.what().endsWith("BEFORE"));
    }

    private static boolean isAnAnswer(Entry report) {
        return Stream.of("needs no step", "was declined").noneMatch(report.name()::contains);
    }

    @Override
    public Optional<String> atRest(CacheSimulation simulation) {
        Policy policy = simulation.settings().policy();
        boolean isTold = !toldAt.isBefore(simulation.scheduler().now().minus(A_DAY));
        if (isTold
                || cannotArrive(simulation)
                || watchFails
                || isAboutToTell(simulation)
                || simulation.elastiCache().isGone()) {
            return Optional.empty();
        }
        return isOver(NodeMetric.ENGINE_CPU, policy.cpuPercent(), simulation)
                        || isOver(NodeMetric.MEMORY, policy.memoryPercent(), simulation)
                ? Optional.of("the group is over its limit for an hour, and nobody was told")
                : Optional.empty();
    }

    private static boolean isAboutToTell(CacheSimulation simulation) {
        return Optional.ofNullable(simulation.lease().get("blindSince"))
                .map(Instant::parse)
                .filter(simulation.scheduler().now().minus(A_ROUND_MORE)::isBefore)
                .isPresent();
    }

    private static boolean isOver(NodeMetric metric, double limit, CacheSimulation simulation) {
        return simulation.truth().highest(metric, HOUR).stream()
                .allMatch(each -> each >= CLEARLY * limit);
    }
}
