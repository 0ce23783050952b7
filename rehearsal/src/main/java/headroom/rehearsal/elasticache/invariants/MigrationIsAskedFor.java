package headroom.rehearsal.elasticache.invariants;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.states.Execution;
import headroom.simulated.elasticache.GroupSetup.Mode;
import headroom.simulated.elasticache.SimulatedElastiCache;
import headroom.simulated.elasticache.load.Misuse;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// C12: the cluster mode is changed by a person's message for that very change, and only where the
/// owner allows it; nothing else is done, or even asked for, between two modes; the last step,
/// which cannot be taken back, is not taken while clients open a connection for each command, or
/// have their reads redirected; and nobody holds the lease for as long as clients are being moved,
/// which takes days.
///
/// What clients do is judged as of the plan, as the figures that show it are. Where they do it less
/// than a fifth beyond what is called a fault, or not throughout, it is not held against Headroom.
/// Where DynamoDB refuses for good to have the lease freed, nobody can free it, and the alarm on a
/// lease that is held for long tells.
public final class MigrationIsAskedFor implements Invariant<CacheSimulation> {
    /// A quarter of an hour, and the newest minutes, which CloudWatch may not have yet.
    private static final Duration SEEN = Duration.ofMinutes(20);

    /// Four hours for what is in the way, and six for a backup.
    private static final Duration A_RUN = Duration.ofHours(12);

    private static final Pattern MESSAGE = Pattern.compile("message (\\S+), published by hand");

    /// At the last plan of each run.
    private final Map<String, Set<Misuse>> misuses = new HashMap<>();

    private @Nullable Instant heldSince;

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        Calls.plan(entry).ifPresent(_ -> misuses.put(entry.by(), simulation.truth().misuses(SEEN)));
        if (isTriedBetweenModes(entry)) {
            return Optional.of(entry.name() + " was asked for between two cluster modes");
        }
        if (!Calls.isStep(entry)) {
            return held(entry, simulation);
        }
        return AskedStep.of(entry).stream()
                .flatMap(each -> objection(each, entry, simulation).stream())
                .findFirst()
                .map(each -> "%s, and %s".formatted(entry.detail(), each));
    }

    private static boolean isTriedBetweenModes(Entry entry) {
        return entry.kind() == Kind.SCENARIO
                && !entry.by().isEmpty()
                && entry.detail().equals("is refused between two cluster modes");
    }

    private Optional<String> objection(AskedStep step, Entry entry, CacheSimulation simulation) {
        if (!(step instanceof AskedStep.OtherMode it)) {
            return Optional.empty();
        }
        if (!simulation.settings().policy().migrates()) {
            return Optional.of("the owner does not allow it");
        }
        if (!isAskedFor(it, entry, simulation)) {
            return Optional.of("no person asked for it");
        }
        return it.to() == Mode.ENABLED ? unready(entry) : Optional.empty();
    }

    private static boolean isAskedFor(
            AskedStep.OtherMode step, Entry entry, CacheSimulation simulation) {
        String stage =
                switch (step.to()) {
                    case COMPATIBLE -> "start";
                    case ENABLED -> "finish";
                    case DISABLED -> "back";
                };
        return simulation
                .execution(entry.by())
                .filter(each -> each.input("cause").equals("manual"))
                .flatMap(each -> text(each, simulation))
                .filter(each -> each.replace(" ", "").equals("{\"migrate\":\"" + stage + "\"}"))
                .isPresent();
    }

    /// What the person wrote who asked for the run, and not what Headroom has read in it.
    private static Optional<String> text(Execution run, CacheSimulation simulation) {
        Matcher message = MESSAGE.matcher(run.input("origin"));
        return message.find() ? simulation.topic().text(message.group(1)) : Optional.empty();
    }

    private Optional<String> unready(Entry entry) {
        Set<Misuse> ofClients = EnumSet.of(Misuse.CONNECTIONS, Misuse.NO_READONLY);
        return misuses.getOrDefault(entry.by(), Set.of()).stream()
                .filter(ofClients::contains)
                .findFirst()
                .map(Misuse::inWords);
    }

    /// While ElastiCache is done, and no change stands on the record that somebody has to see to.
    private Optional<String> held(Entry entry, CacheSimulation simulation) {
        SimulatedElastiCache elastiCache = simulation.elastiCache();
        boolean isHeld =
                elastiCache.mode() == Mode.COMPATIBLE
                        && !elastiCache.isChanging()
                        && simulation.lease().containsKey("owner")
                        && simulation.owed().isEmpty()
                        && !Calls.losesTheLease(simulation);
        if (!isHeld) {
            heldSince = null;
            return Optional.empty();
        }
        if (heldSince == null) {
            heldSince = entry.at();
        }
        if (!entry.at().isAfter(heldSince.plus(A_RUN))) {
            return Optional.empty();
        }
        heldSince = Instant.MAX.minus(A_RUN);
        return Optional.of("the lease is held while clients are moved");
    }
}
