package headroom.rehearsal.elasticache.invariants;

import headroom.elasticache.Policy;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.simulated.elasticache.load.NodeMetric;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// C10: a group that has been clearly over its limit for an hour has a step behind it, or somebody
/// was told within a day why it has none. Whatever it is that keeps a step back, silence is never
/// the answer.
///
/// Where a fault for good keeps every report from its topic, nobody can be told. Where the watch
/// fails, its own alarm tells; and that figures are missing is told once they have been for an
/// hour.
public final class NeedIsAnswered implements Invariant<CacheSimulation> {
    private static final int HOUR = 60;

    /// What stands still is told once a day.
    private static final Duration A_DAY = Duration.ofHours(26);

    /// Of a limit.
    private static final double CLEARLY = 1.15;

    private static final Duration A_ROUND_MORE = Duration.ofMinutes(65);

    private Instant toldAt = Instant.MIN;
    private boolean watchFails;

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        if (entry.kind() == Kind.REPORT && isAnAnswer(entry)) {
            toldAt = entry.at();
        }
        if (entry.kind() == Kind.STEP && entry.name().equals("Watch")) {
            watchFails = entry.detail().startsWith("fails");
        }
        return Optional.empty();
    }

    private static boolean isAnAnswer(Entry report) {
        return Stream.of("needs no step", "was declined").noneMatch(report.name()::contains);
    }

    @Override
    public Optional<String> atRest(CacheSimulation simulation) {
        Policy policy = simulation.settings().policy();
        boolean isTold = !toldAt.isBefore(simulation.scheduler().now().minus(A_DAY));
        boolean cannotArrive =
                simulation.faults().planned(FaultKinds.PUBLISH).stream()
                        .anyMatch(
                                (Fault each) -> each.isForGood() && each.what().endsWith("BEFORE"));
        if (isTold
                || cannotArrive
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
