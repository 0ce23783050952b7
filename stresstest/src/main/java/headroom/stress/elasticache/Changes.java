package headroom.stress.elasticache;

import headroom.stress.servers.Patience;
import headroom.stress.servers.Server;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The changes that the service makes to the group, each in a thread of its own.
public final class Changes {
    /// For how long after an accepted change a look may show what was before it.
    private static final Duration STALE = Duration.ofSeconds(30);

    private static final Patience FAILOVER = new Patience(Duration.ofSeconds(30));

    private final Nodes nodes;
    private final LocalGroup group;
    private final Clock clock;
    private final Interruption interruption;
    private final AtomicReference<@Nullable Double> percent = new AtomicReference<>();
    private final List<Took> took = new CopyOnWriteArrayList<>();
    private volatile @Nullable Stale stale;
    private volatile @Nullable RuntimeException failure;

    private record Stale(ReplicationGroup before, Instant until) {}

    /// How long a change took, in real time, and when it was, in that of the scene.
    public record Took(String what, Duration time, Instant begun, Instant ended) {}

    /// @param clock of the scene
    public Changes(Nodes nodes, LocalGroup group, Clock clock, Interruption interruption) {
        this.nodes = nodes;
        this.group = group;
        this.clock = clock;
        this.interruption = interruption;
    }

    Growth growth() {
        return new Growth(nodes, group);
    }

    @Nullable Double percent() {
        return percent.get();
    }

    ReplicationGroup look(Supplier<ReplicationGroup> now) {
        Stale old = stale;
        return old != null && clock.instant().isBefore(old.until()) ? old.before() : now.get();
    }

    /// @param before what looks show for a moment yet; null if it shows at once
    void begin(String what, @Nullable ReplicationGroup before, Runnable change) {
        stale = before == null ? null : new Stale(before, clock.instant().plus(STALE));
        run(what, change);
    }

    private void run(String what, Runnable change) {
        Instant begun = Clock.systemUTC().instant();
        Instant begunInScene = clock.instant();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                change.run();
                                group.settle();
                                took.add(
                                        new Took(
                                                what,
                                                Duration.between(
                                                        begun, Clock.systemUTC().instant()),
                                                begunInScene,
                                                clock.instant()));
                            } catch (RuntimeException broken) {
                                failure = broken;
                            }
                        },
                        what);
        thread.setDaemon(true);
        thread.start();
    }

    void reshard(int newShards) {
        if (newShards > 0) {
            growth().addShards(newShards);
        }
        new Resharding(group, interruption, percent).run();
    }

    /// Why a change stands still; null if none does.
    public @Nullable RuntimeException failure() {
        return failure;
    }

    public List<Took> took() {
        return List.copyOf(took);
    }

    /// The service finds a change of its own standing still and goes on with it. Primaries that
    /// broke down have successors first, and new servers in their places in the end.
    public void recover() {
        failure = null;
        run(
                "recovery",
                () -> {
                    FAILOVER.require(
                            "that each shard has a primary again",
                            () -> group.shards().stream().allMatch(Changes::hasPrimary));
                    Cluster.serve(group.servers().toList());
                    new Resharding(group, interruption, percent).run();
                    group.shards().forEach(this::mend);
                });
    }

    private static boolean hasPrimary(LocalShard shard) {
        return shard.findPrimary().isPresent();
    }

    private void mend(LocalShard shard) {
        shard.nodes().stream()
                .filter(each -> !each.server().isAlive())
                .forEach(each -> growth().mend(shard.id(), each));
    }

    /// The primary of a shard breaks down.
    public void breakPrimary(String shard) {
        nodes.end(primary(shard));
    }

    public Server primary(String shard) {
        return group.shard(shard).primary().server();
    }

    /// Whether each shard has a primary that all servers agree on, and all slots are served.
    public boolean isServing() {
        return group.shards().stream().allMatch(Changes::hasPrimary)
                && group.servers()
                        .allMatch(
                                each -> each.text("CLUSTER", "INFO").contains("cluster_state:ok"));
    }

    /// Whether each slot is held once, by the servers' own word.
    public boolean isWhole() {
        return Cluster.isWhole(
                group.shards().stream().map(each -> each.primary().server()).toList());
    }

    /// A server to ask for the others.
    public List<Server> servers() {
        return group.servers().toList();
    }
}
