package headroom.simulated.redshift;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.databasemigration.model.ReplicationTask;
import software.amazon.awssdk.services.databasemigration.model.ReplicationTaskStats;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/// A task on a replication instance.
public final class ProvisionedTask extends SimulatedTask {
    private static final int ARN_END = 26;
    private static final String ARN_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Duration starts;
    private final String arn;
    private @Nullable SimulatedLoad load;
    private Consumer<ReplicationTask.Builder> shown = _ -> {};

    /// @param starts how long it is in `starting`
    public ProvisionedTask(
            String name,
            SimulatedEndpoint target,
            String status,
            Duration stops,
            Duration starts,
            Quirk... quirks) {
        super(name, target, status, stops, quirks);
        this.starts = starts;
        arn = arnOf(name);
    }

    /// Its end is made up by DMS and says nothing of the task's name.
    public static String arnOf(String name) {
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(name.hashCode());
        String end =
                random.ints(ARN_END, 0, ARN_LETTERS.length())
                        .mapToObj(each -> ARN_LETTERS.substring(each, each + 1))
                        .collect(Collectors.joining());
        return ARNS + "task:" + end;
    }

    /// It copies whole tables before it follows their changes.
    public ProvisionedTask thatLoads(SimulatedLoad tables) {
        load = tables;
        return this;
    }

    /// DMS shows it so, whatever it is.
    public ProvisionedTask shown(Consumer<ReplicationTask.Builder> as) {
        shown = as;
        return this;
    }

    @Override
    public String arn() {
        return arn;
    }

    /// It is found by either of its endpoints, as the service is believed to do.
    @Override
    boolean passes(String filter, Set<String> values) {
        return switch (filter) {
            case "replication-task-arn" -> values.contains(arn());
            case "endpoint-arn" -> {
                ReplicationTask task = withEndpoints().applyMutation(shown).build();
                yield values.contains(task.sourceEndpointArn())
                        || values.contains(task.targetEndpointArn());
            }
            default -> throw new UnsupportedOperationException("filter " + filter);
        };
    }

    @Override
    List<Phase> starting() {
        return List.of(new Phase("starting", starts));
    }

    @Override
    void begin(Instant now) {
        super.begin(now);
        goOnLoading(now);
    }

    @Override
    void become(String next, Instant now) {
        super.become(next, now);
        goOnLoading(now);
    }

    @Override
    public boolean loads(Instant now) {
        return load != null && load.percent(now) < 100;
    }

    private void goOnLoading(Instant now) {
        if (load != null && isRunning()) {
            load.goOn(now);
        } else if (load != null) {
            load.interrupt(now);
        }
    }

    private ReplicationTask.Builder withEndpoints() {
        return ReplicationTask.builder()
                .sourceEndpointArn(source().arn())
                .targetEndpointArn(target().arn());
    }

    /// @param withSettings the settings are long, so who does not need them says so
    ReplicationTask describe(Instant now, boolean withSettings) {
        ReplicationTask.Builder task =
                withEndpoints()
                        .replicationTaskArn(arn())
                        .replicationTaskIdentifier(name())
                        .migrationType("cdc")
                        .status(shownStatus(now))
                        .replicationTaskSettings(withSettings ? habits().settings() : null)
                        .lastFailureMessage(habits().lastFailure())
                        .stopReason(stopReason());
        ReplicationTaskStats.Builder stats =
                ReplicationTaskStats.builder()
                        .startDate(startedAt())
                        .tablesErrored(habits().tablesInError());
        if (load != null) {
            task.migrationType("full-load-and-cdc");
            load.describe(stats, now);
        }
        return task.replicationTaskStats(stats.build()).applyMutation(shown).build();
    }
}
