package headroom.elasticache.group;

import headroom.elasticache.Clients;
import headroom.elasticache.Settings;
import headroom.step.AwsSays;
import headroom.step.AwsUnavailable;
import headroom.step.Started;
import headroom.step.Step;
import headroom.text.Span;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.InvalidCacheClusterStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.NoOperationException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupNotFoundException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Asks ElastiCache for the planned step.
///
/// Its calls have no idempotency token, and an accepted change turns the next attempt into an
/// error. So this looks before it acts, and again after any error, before it judges: whose change
/// is under way, only the group's shape tells.
public final class ScaleCache extends Step<ScaleCache.Input> {
    /// A group that is busy is asked again for half an hour. The figures that a plan was made for
    /// are of no use after twice that.
    static final Duration PLAN_HOLDS = Duration.ofHours(1);

    private final ElastiCacheClient elastiCache;
    private final Settings settings;
    private final Clock clock;

    /// @param planned when the plan was made
    public record Input(Change change, Instant planned) {}

    public ScaleCache() {
        this(Clients.elastiCacheThatAsksOnce(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    /// @param elastiCache one that repeats no call by itself
    public ScaleCache(ElastiCacheClient elastiCache, Settings settings, Clock clock) {
        super(Input.class);
        this.elastiCache = elastiCache;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Started run(Input input) {
        Change change = input.change();
        Group group = Group.describe(elastiCache, settings.group());
        Optional<Started> earlier = underWay(change, group);
        if (earlier.isPresent()) {
            return earlier.orElseThrow();
        }
        if (!group.isSettled()) {
            throw new GroupBusy("Nothing can be changed now: %s.".formatted(group.inWords()));
        }
        refuseOutdated(input, group);
        ScaleRequest.Bounds.refuseBeyond(change, settings.policy());
        return ask(change, group);
    }

    /// What a look shows of this change, by whomever it was asked for.
    private Optional<Started> underWay(Change change, Group group) {
        boolean isUnderWay =
                switch (Standing.of(change, group)) {
                    case REACHED -> true;
                    case BETWEEN -> !group.isSettled() || change instanceof Change.ChangeNodeType;
                    case BEFORE, OTHER -> spreads(change, group);
                    case BEYOND -> false;
                };
        return isUnderWay
                ? Optional.of(
                        started(
                                group.isSettled()
                                        ? "It is so already: %s.".formatted(group.inWords())
                                        : "It is already under way: %s."
                                                .formatted(group.inWords())))
                : Optional.empty();
    }

    /// While slots move between as many shards as before, whoever asked for it asked for the same.
    private static boolean spreads(Change change, Group group) {
        return change instanceof Change.Rebalance it
                && group.shards().size() == it.shards()
                && !group.isSettled()
                && group.movedPercent().isPresent();
    }

    private void refuseOutdated(Input input, Group group) {
        if (Standing.of(input.change(), group) != Standing.BEFORE) {
            throw new ScaleRefused(
                    "The plan was to %s, and now %s: somebody changed it meanwhile. See whether that is enough room."
                            .formatted(input.change().inWords(), group.inWords()));
        }
        Duration age = Duration.between(input.planned(), clock.instant());
        if (age.compareTo(PLAN_HOLDS) > 0) {
            throw new ScaleRefused(
                    "The plan to %s is %s old, and holds for %s. Ask for a new one."
                            .formatted(
                                    input.change().inWords(), new Span(age), new Span(PLAN_HOLDS)));
        }
        ScaleRequest.refuseMode(input.change(), group);
    }

    private Started ask(Change change, Group group) {
        try {
            ScaleRequest.send(elastiCache, change, group);
            return started("ElastiCache accepted to %s.".formatted(change.inWords()));
        } catch (ReplicationGroupNotFoundException gone) {
            throw new GroupGone(settings.group());
        } catch (SdkException problem) {
            Group now = Group.describe(elastiCache, settings.group());
            return underWay(change, now).orElseGet(() -> judge(change, now, problem));
        }
    }

    private Started judge(Change change, Group now, SdkException problem) {
        return switch (problem) {
            case NoOperationException _ ->
                    started(
                            "ElastiCache has nothing to do for it: %s; last seen: %s."
                                    .formatted(AwsSays.of(problem), now.inWords()));
            case InvalidReplicationGroupStateException even when isEven(change, even) ->
                    started(
                            "ElastiCache finds the slots spread evenly: %s."
                                    .formatted(AwsSays.of(even)));
            case InvalidReplicationGroupStateException _, InvalidCacheClusterStateException _ ->
                    throw new GroupBusy(
                            "ElastiCache changes nothing now: %s; last seen: %s."
                                    .formatted(AwsSays.of(problem), now.inWords()));
            default -> {
                if (AwsUnavailable.passes(problem)) {
                    throw problem;
                }
                throw new ScaleRefused(
                        "ElastiCache refuses to %s on %s: %s. %s"
                                .formatted(
                                        change.inWords(),
                                        settings.group(),
                                        AwsSays.of(problem).replaceFirst("[.]$", ""),
                                        ScaleRequest.wayOut(problem)));
            }
        };
    }

    /// "Busy" and "nothing to spread" are one error, and only its text tells them apart. It is
    /// believed of a rebalance alone, where a look showed a settled group just now.
    private static boolean isEven(Change change, InvalidReplicationGroupStateException problem) {
        String text = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        return change instanceof Change.Rebalance
                && (text.contains("uniform") || text.contains("evenly"));
    }

    private Started started(String sentence) {
        return new Started(clock.instant(), sentence);
    }
}
