package headroom.elasticache.group;

import headroom.elasticache.Clients;
import headroom.elasticache.Settings;
import headroom.priming.Primed;
import headroom.step.Pace;
import headroom.step.PhaseTimedOut;
import headroom.step.Progress;
import headroom.step.Step;
import headroom.text.Listing;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells whether the group has come to what was planned: all of it available, the wanted counts or
/// node types, in cluster mode all slots held once, and its replicas in step.
public final class ConfirmScaled extends Step<ConfirmScaled.Input> {
    /// For how long after the request the group may still look as it did before, or already as it
    /// will.
    static final Duration MAY_NOT_SHOW_YET = Duration.ofMinutes(5);

    /// The same for another cluster mode. How late ElastiCache shows one, nobody has said; a group
    /// that is called unchanged too early is changed when nobody looks any more.
    static final Duration MODE_MAY_NOT_SHOW_YET = Duration.ofMinutes(20);

    /// Since the request, or since ElastiCache was last seen at work.
    static final Duration LIMIT = Duration.ofHours(1);

    /// While it does. What it does cannot be cancelled, and the old nodes serve meanwhile, so there
    /// is nothing to gain from giving it up, but that a person learns of it. A large group's slots
    /// take many hours to move.
    static final Duration LIMIT_AT_WORK = Duration.ofHours(24);

    /// For how long after the request CloudWatch is waited for, which has figures of a new node
    /// minutes after it is there. After that a group that is available counts as done, and that its
    /// lag is not known is said.
    static final Duration LAG_MAY_NOT_SHOW_YET = Duration.ofMinutes(20);

    private final ElastiCacheClient elastiCache;
    private final CloudWatchClient cloudWatch;
    private final Settings settings;
    private final Clock clock;

    /// @param since when the change was asked for
    /// @param workedAt when ElastiCache was last seen at work on the group; empty if it never was
    public record Input(Change change, Instant since, Optional<Instant> workedAt) {}

    public ConfirmScaled() {
        this(
                Clients.elastiCache(),
                Primed.cloudWatch(),
                Settings.fromEnvironment(),
                Clock.systemUTC());
    }

    public ConfirmScaled(
            ElastiCacheClient elastiCache,
            CloudWatchClient cloudWatch,
            Settings settings,
            Clock clock) {
        super(Input.class);
        this.elastiCache = elastiCache;
        this.cloudWatch = cloudWatch;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Progress run(Input input) {
        Group group = Group.describe(elastiCache, settings.group());
        Look look = Look.at(group, input, clock.instant());
        String sentence = group.inWords() + ".";
        if (!group.isSettled()) {
            if (group.isAtWork() && look.elapsed().compareTo(LIMIT_AT_WORK) > 0) {
                throw new PhaseTimedOut("The step", LIMIT_AT_WORK, sentence);
            }
            if (look.idle().compareTo(LIMIT) > 0) {
                throw new PhaseTimedOut("The step", LIMIT, sentence);
            }
            return look.working(sentence);
        }
        boolean isEarly = look.elapsed().compareTo(MAY_NOT_SHOW_YET) <= 0;
        Standing standing = Standing.of(input.change(), group);
        return switch (standing) {
            case REACHED, BEYOND ->
                    isEarly && mayShowTooEarly(input.change())
                            ? look.working(sentence)
                            : shaped(input.change(), look);
            case BEFORE, BETWEEN, OTHER -> {
                if (isEarly || mayShowLate(input.change(), look.elapsed())) {
                    yield look.working(sentence);
                }
                yield unshaped(input.change(), standing, look);
            }
        };
    }

    /// One look at the group.
    ///
    /// @param elapsed since the request
    /// @param idle since ElastiCache was last seen at work, or since the request
    /// @param workedAt when it was last seen at work; null if it never was
    private record Look(Group group, Duration elapsed, Duration idle, @Nullable Instant workedAt) {
        static Look at(Group group, Input input, Instant now) {
            boolean isAtWork = !group.isSettled() && group.isAtWork();
            Optional<Instant> workedAt = isAtWork ? Optional.of(now) : input.workedAt();
            return new Look(
                    group,
                    Duration.between(input.since(), now),
                    Duration.between(workedAt.orElse(input.since()), now),
                    workedAt.orElse(null));
        }

        Progress working(String sentence) {
            @Nullable Integer percent =
                    group.movedPercent()
                            .map(each -> Math.clamp(Math.round(each), 0, 100))
                            .orElse(null);
            return new Progress.Working(
                    Pace.UNHURRIED.waitSeconds(elapsed), percent, workedAt, sentence);
        }
    }

    /// A rebalance that leaves slots uneven is over all the same: some cannot be moved.
    private Progress unshaped(Change change, Standing standing, Look look) {
        Group group = look.group();
        if (change instanceof Change.Rebalance it && group.shards().size() == it.shards()) {
            return shaped(change, look);
        }
        if (standing == Standing.BETWEEN) {
            throw new ScaleUnfinished(
                    "The step to %s came to a part only: %s. ElastiCache's events of the group may say why."
                            .formatted(change.inWords(), group.inWords()));
        }
        throw new ScaleFailed(
                "The step to %s did not come about: %s. ElastiCache's events of the group may say why."
                        .formatted(change.inWords(), group.inWords()));
    }

    private Progress shaped(Change change, Look look) {
        Group group = look.group();
        Coverage coverage = Coverage.of(group);
        String slots = group.inWords() + ". " + coverage.inWords();
        if (!coverage.isProven(change)) {
            if (look.idle().compareTo(LIMIT) <= 0) {
                return look.working(slots);
            }
            if (coverage.isBroken()) {
                throw new PhaseTimedOut("The step", LIMIT, slots);
            }
        }
        ReplicaLag lag = ReplicaLag.of(cloudWatch, concerned(change, group), clock.instant());
        String sentence = (slots + " " + lag.inWords()).replace("  ", " ").strip();
        Duration patience = lag.behind().isEmpty() ? LAG_MAY_NOT_SHOW_YET : LIMIT;
        return lag.isInStep() || look.elapsed().compareTo(patience) > 0
                ? new Progress.Done(sentence)
                : look.working(sentence);
    }

    /// The shards that have new nodes.
    private static List<Shard> concerned(Change change, Group group) {
        return switch (change) {
            case Change.AddReplicas it -> group.shard(it.shard()).stream().toList();
            case Change.AddReplicasToAll _, Change.AddShards _, Change.ChangeNodeType _ ->
                    group.shards();
            case Change.Rebalance _, Change.SwitchMode _ -> List.of();
        };
    }

    /// Of what is shown from the request on, and proves nothing.
    private static boolean mayShowTooEarly(Change change) {
        return change instanceof Change.ChangeNodeType || change instanceof Change.SwitchMode;
    }

    private static boolean mayShowLate(Change change, Duration elapsed) {
        return change instanceof Change.SwitchMode && elapsed.compareTo(MODE_MAY_NOT_SHOW_YET) <= 0;
    }

    /// Who holds which slots.
    ///
    /// @param unseen the shards whose slots are not named, or in a form that nobody knows
    /// @param isWhole whether all are held, each of them once
    /// @param uneven how many each shard has, where that differs
    private record Coverage(
            boolean applies, List<String> unseen, boolean isWhole, List<String> uneven) {
        static Coverage of(Group group) {
            List<Shard> shards = group.shards();
            List<Slots> known = shards.stream().flatMap(each -> each.slots().stream()).toList();
            return new Coverage(
                    group.mode() == ClusterMode.ENABLED,
                    shards.stream().filter(each -> each.slots().isEmpty()).map(Shard::id).toList(),
                    Slots.coverAll(known),
                    Slots.areEven(known)
                            ? List.of()
                            : shards.stream().flatMap(Coverage::held).toList());
        }

        private static Stream<String> held(Shard shard) {
            return shard.slots().stream().map(each -> shard.id() + " holds " + each.count());
        }

        /// Of a change that moves no slots, those that cannot be read prove nothing against it.
        boolean isProven(Change change) {
            return !applies
                    || switch (change) {
                        case Change.AddReplicas _,
                                Change.AddReplicasToAll _,
                                Change.SwitchMode _,
                                Change.ChangeNodeType _ ->
                                !isBroken();
                        case Change.AddShards _, Change.Rebalance _ -> unseen.isEmpty() && isWhole;
                    };
        }

        boolean isBroken() {
            return applies && unseen.isEmpty() && !isWhole;
        }

        String inWords() {
            if (!applies) {
                return "";
            }
            if (!unseen.isEmpty()) {
                return (isWhole
                                ? "All slots are held, and none of them by %s."
                                : "Which slots %s hold cannot be read.")
                        .formatted(Listing.of(unseen));
            }
            if (!isWhole) {
                return "Not all slots are held, or some are held twice.";
            }
            return uneven.isEmpty()
                    ? "All slots are held, evenly."
                    : "All slots are held, but not evenly: %s. A slot with an item of more than 256 MB cannot be moved."
                            .formatted(Listing.of(uneven));
        }
    }
}
