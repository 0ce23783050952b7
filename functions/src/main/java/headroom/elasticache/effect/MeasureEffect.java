package headroom.elasticache.effect;

import headroom.elasticache.Clients;
import headroom.elasticache.Settings;
import headroom.elasticache.figures.Figures;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.Shard;
import headroom.priming.Primed;
import headroom.step.Step;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Measures what a step has done: the same figures as the plan's, since it was confirmed.
public final class MeasureEffect extends Step<MeasureEffect.Input> {
    private final ElastiCacheClient elastiCache;
    private final CloudWatchClient cloudWatch;
    private final Settings settings;
    private final Clock clock;

    /// @param before the plan's readings
    /// @param since when the step was confirmed: no minute from before it counts
    public record Input(Change change, List<Reading> before, Instant since) {}

    /// @param sentence with the figures, for people
    public record Answer(Effect effect, List<Reading> after, String sentence) {}

    public MeasureEffect() {
        this(
                Clients.elastiCache(),
                Primed.cloudWatch(),
                Settings.fromEnvironment(),
                Clock.systemUTC());
    }

    public MeasureEffect(
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
    public Answer run(Input input) {
        Group group = Group.describe(elastiCache, settings.group());
        Figures minutes = Figures.asOf(clock.instant()).after(input.since());
        List<Reading> after = Readings.of(minutes.of(cloudWatch, group));
        if (input.change() instanceof Change.SwitchMode it) {
            return new Answer(Effect.MIGRATED, after, migrated(it, group));
        }
        Comparison.Judgement judgement =
                new Comparison(
                                input.change(),
                                group.shards().stream().map(Shard::id).toList(),
                                input.before(),
                                after)
                        .judge();
        return new Answer(judgement.effect(), after, judgement.sentence());
    }

    private static String migrated(Change.SwitchMode change, Group group) {
        String mode =
                group.mode() == change.to()
                        ? "Cluster mode is %s now.".formatted(change.to().word())
                        : "Cluster mode was %s when the step was done, and somebody has changed it since: %s, cluster mode %s."
                                .formatted(
                                        change.to().word(), group.inWords(), group.mode().word());
        return mode + " Such a change relieves nothing, so nothing is compared.";
    }
}
