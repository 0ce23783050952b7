package headroom.stress.elasticache;

import headroom.stress.figures.MeasuredNode;
import headroom.stress.servers.Server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What is recorded of the group. The thread of a change writes, and others look meanwhile.
public final class LocalGroup {
    private final String id;
    private final AtomicInteger turn = new AtomicInteger();
    private String status = LocalNode.AVAILABLE;
    private String nodeType;
    private List<LocalShard> shards = List.of();

    LocalGroup(String id, String nodeType) {
        this.id = id;
        this.nodeType = nodeType;
    }

    public String id() {
        return id;
    }

    public synchronized String status() {
        return status;
    }

    synchronized void become(String next) {
        status = next;
    }

    public synchronized String nodeType() {
        return nodeType;
    }

    synchronized void showType(String next) {
        nodeType = next;
    }

    synchronized List<LocalShard> shards() {
        return shards;
    }

    /// The shard as it is now.
    LocalShard shard(String wanted) {
        return find(wanted).orElseThrow();
    }

    Optional<LocalShard> find(String wanted) {
        return shards().stream().filter(each -> each.id().equals(wanted)).findFirst();
    }

    List<LocalNode> nodes() {
        return shards().stream().flatMap(each -> each.nodes().stream()).toList();
    }

    /// Those that run.
    Stream<Server> servers() {
        return nodes().stream().map(LocalNode::server).filter(Server::isAlive);
    }

    /// Where the configuration endpoint leads to: a node that serves, now one and now another. That
    /// a node which is being made is not among them is an assumption.
    ///
    /// @return its port
    public int endpoint() {
        List<Integer> ports =
                nodes().stream()
                        .filter(each -> !each.status().equals(LocalNode.CREATING))
                        .map(LocalNode::server)
                        .filter(Server::isAlive)
                        .map(Server::port)
                        .toList();
        return ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
    }

    synchronized void add(LocalShard shard) {
        shards = Stream.concat(shards.stream(), Stream.of(shard)).toList();
    }

    /// Changes those shards that it is about.
    synchronized void change(Predicate<LocalShard> about, UnaryOperator<LocalShard> change) {
        shards = shards.stream().map(each -> about.test(each) ? change.apply(each) : each).toList();
    }

    void add(String shard, LocalNode node) {
        change(
                each -> each.id().equals(shard),
                each -> {
                    List<LocalNode> nodes = new ArrayList<>(each.nodes());
                    nodes.add(node);
                    return each.with(nodes);
                });
    }

    /// Puts each of the nodes in the place of the one with its name.
    void replace(String shard, List<LocalNode> others) {
        change(
                each -> each.id().equals(shard),
                each ->
                        each.with(
                                each.nodes().stream()
                                        .map(
                                                node ->
                                                        others.stream()
                                                                .filter(
                                                                        other ->
                                                                                other.id()
                                                                                        .equals(
                                                                                                node
                                                                                                        .id()))
                                                                .findFirst()
                                                                .orElse(node))
                                        .toList()));
    }

    /// All of it.
    void settle() {
        change(
                _ -> true,
                each ->
                        each.becoming(LocalNode.AVAILABLE)
                                .with(
                                        each.nodes().stream()
                                                .map(node -> node.becoming(LocalNode.AVAILABLE))
                                                .toList()));
        become(LocalNode.AVAILABLE);
    }

    public List<Integer> nodesByShard() {
        return shards().stream().map(each -> each.nodes().size()).toList();
    }

    /// The slots that each shard's primary holds.
    public List<Integer> slotsByShard() {
        return shards().stream()
                .map(each -> each.primary().server().myself().slots().cardinality())
                .toList();
    }

    /// The nodes as their figures are taken.
    public List<MeasuredNode> measured() {
        return shards().stream()
                .flatMap(
                        shard ->
                                shard.nodes().stream()
                                        .map(
                                                node ->
                                                        new MeasuredNode(
                                                                node.id(),
                                                                shard.id(),
                                                                node.server(),
                                                                Nodes.room(node.type()))))
                .toList();
    }

    String nextShard() {
        return "%04d".formatted(shards().size() + 1);
    }

    String nextNode(String shard) {
        int number = find(shard).map(each -> each.nodes().size()).orElse(0) + 1;
        return "%s-%s-%03d".formatted(id, shard, number);
    }
}
