package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.faults.Fault;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// S23: no pause takes far longer than its plan announced, and two hours at least, without a mail
/// that says anything at all. Writers stand still, and somebody may be able to help.
///
/// The watch has some rounds to say so. A service that fails for good keeps it from that.
public final class LongPausesAreTold implements Invariant<RedshiftSimulation> {
    private static final int TIMES = 3;
    private static final Duration AT_LEAST = Duration.ofHours(2);
    private static final Duration SOME_ROUNDS = Duration.ofHours(1);

    private final StandingTasks tasks = new StandingTasks();
    private final Map<String, Duration> announced = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private @Nullable Instant told;

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        tasks.after(entry, simulation);
        if (Calls.recordsPause(entry)) {
            String minutes = simulation.lease().getOrDefault("expectedMinutes", "0");
            announced.putIfAbsent(entry.by(), Duration.ofMinutes(Long.parseLong(minutes)));
        }
        if (entry.kind() == Kind.REPORT) {
            told = entry.at();
        }
        if (simulation.faults().planned().stream().anyMatch(Fault::isForGood)) {
            return Optional.empty();
        }
        return tasks.all().values().stream()
                .filter(each -> isSilent(each, entry.at()) && silent.add(each.run()))
                .findFirst()
                .map(
                        each ->
                                "the pause of %s lasts since %s, and nobody was told"
                                        .formatted(each.run(), each.pausedAt()));
    }

    private boolean isSilent(StandingTasks.Standing task, Instant now) {
        Duration usual = announced.getOrDefault(task.run(), Duration.ZERO).multipliedBy(TIMES);
        Duration most = usual.compareTo(AT_LEAST) < 0 ? AT_LEAST : usual;
        boolean late = now.isAfter(task.pausedAt().plus(most).plus(SOME_ROUNDS));
        return late && (told == null || told.isBefore(task.pausedAt()));
    }
}
