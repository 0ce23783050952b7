package headroom.simulated.elasticache;

import headroom.simulated.elasticache.GroupSetup.Mode;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.time.Scheduler;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The group as it is, and the shapes that it had.
final class SimulatedGroup {
    static final String AVAILABLE = "available";
    static final String MODIFYING = "modifying";
    static final String SNAPSHOTTING = "snapshotting";
    static final String DELETING = "deleting";
    static final String GONE = "gone";

    private final GroupSetup setup;
    private final Scheduler scheduler;
    private final Journal journal;
    private final List<SimulatedShard> shards = new ArrayList<>();
    private final Set<String> namesGiven = new HashSet<>();
    private final NavigableMap<Instant, Shape> shapes = new TreeMap<>();
    private String status = AVAILABLE;
    private String nodeType;
    private Mode mode;
    private Mode modeBefore;
    private Instant modeShows = Instant.MIN;
    private @Nullable Mode modeToCome;
    private @Nullable Double moved;

    SimulatedGroup(GroupSetup setup, Scheduler scheduler, Journal journal) {
        this.setup = setup;
        this.scheduler = scheduler;
        this.journal = journal;
        nodeType = setup.nodeType();
        mode = setup.mode();
        modeBefore = mode;
        for (GroupSetup.ShardSetup each : setup.shards()) {
            var shard = new SimulatedShard(each.id(), AVAILABLE, each.slots());
            for (String node : each.nodes()) {
                shard.add(SimulatedNode.available(node, nodeType, shard.nodes().isEmpty()));
                namesGiven.add(node);
            }
            shards.add(shard);
        }
        shapes.put(Instant.MIN, shape());
    }

    GroupSetup setup() {
        return setup;
    }

    String id() {
        return setup.id();
    }

    String status() {
        return status;
    }

    boolean isGone() {
        return status.equals(GONE);
    }

    boolean isAvailable() {
        return status.equals(AVAILABLE);
    }

    String nodeType() {
        return nodeType;
    }

    Mode mode() {
        return mode;
    }

    /// The one that was asked for; null while none is.
    @Nullable Mode modeToCome() {
        return modeToCome;
    }

    void ask(Mode other) {
        modeToCome = other;
    }

    /// For a moment after a change it may still be the one of before.
    Mode shownMode() {
        return scheduler.now().isBefore(modeShows) ? modeBefore : mode;
    }

    /// That which was asked for, or the one of before.
    ///
    /// @param late how much later it shows
    void settle(Mode other, Duration late) {
        modeBefore = mode;
        modeShows = scheduler.now().plus(late);
        mode = other;
        modeToCome = null;
        journal.note(Kind.CLUSTER, id(), "cluster mode " + other.name().toLowerCase(Locale.ROOT));
    }

    /// Percent of the slots of a resharding; null while there is none.
    @Nullable Double moved() {
        return moved;
    }

    void move(@Nullable Double percent) {
        moved = percent;
    }

    List<SimulatedShard> shards() {
        return Collections.unmodifiableList(shards);
    }

    Optional<SimulatedShard> shard(String id) {
        return shards.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Stream<SimulatedNode> nodes() {
        return shards.stream().flatMap(each -> each.nodes().stream());
    }

    int nodeCount() {
        return (int) nodes().count();
    }

    void become(String other) {
        if (!status.equals(other)) {
            status = other;
            journal.note(Kind.CLUSTER, id(), other);
        }
    }

    void showType(String type) {
        nodeType = type;
    }

    void add(SimulatedShard shard) {
        shards.add(shard);
    }

    void remove(SimulatedShard shard) {
        shards.remove(shard);
    }

    /// Its nodes are what they are from now on.
    void changed() {
        shapes.put(scheduler.now(), shape());
    }

    Shape shape() {
        return new Shape(
                isGone() ? List.of() : shards.stream().map(SimulatedShard::shape).toList());
    }

    /// As it was at a moment: before the scenario, as it was made.
    Shape shapeAt(Instant moment) {
        return shapes.floorEntry(moment).getValue();
    }

    /// The number behind the highest, which need not be the next free one.
    String nextShardId() {
        int highest =
                shards.stream()
                        .map(SimulatedShard::id)
                        .filter(each -> each.matches("\\d+"))
                        .map(Integer::valueOf)
                        .max(Comparator.naturalOrder())
                        .orElse(0);
        return "%04d".formatted(highest + 1);
    }

    /// A name that no node had before.
    String nextNodeName(SimulatedShard shard) {
        String prefix = mode == Mode.DISABLED ? id() : id() + "-" + shard.id();
        for (int number = 1; ; number++) {
            String name = "%s-%03d".formatted(prefix, number);
            if (namesGiven.add(name)) {
                return name;
            }
        }
    }
}
