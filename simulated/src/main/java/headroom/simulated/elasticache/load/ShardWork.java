package headroom.simulated.elasticache.load;

import headroom.simulated.elasticache.load.Clients.Connecting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the nodes of one shard are asked to do, by who serves what.
final class ShardWork {
    /// A connection that is kept is opened anew now and then.
    private static final double RENEWED = 0.001;

    private final Shape.Shard shard;
    private final List<Shape.Node> replicas;
    private final Map<String, Work> work = new TreeMap<>();

    private ShardWork(Shape.Shard shard) {
        this.shard = shard;
        replicas = shard.replicas();
        shard.nodes().forEach(each -> work.put(each.id(), Work.NONE));
    }

    /// @param times how much of the traffic there is at this minute
    static Map<String, Work> of(Shape.Shard shard, List<Flow> flows, double times) {
        var asked = new ShardWork(shard);
        flows.forEach(each -> asked.take(each, each.perSecond() * each.shareOf(shard) * times));
        // Two flows of the same application share its connections.
        flows.stream()
                .filter(each -> each.shareOf(shard) > 0)
                .map(Flow::clients)
                .distinct()
                .forEach(asked::keep);
        return asked.work;
    }

    private void take(Flow flow, double commands) {
        double writes = commands * flow.writeShare();
        double reads = commands - writes;
        List<Shape.Node> known = known(flow.clients());
        double ofReplicas = reads * flow.clients().readsFrom().shareOfReplicas(known.size());
        // What a replica redirects is asked of the primary next.
        double ofPrimary = flow.clients().readOnly() ? reads - ofReplicas : reads;
        shard.primary()
                .ifPresent(
                        node -> {
                            add(node, Work.reading(ofPrimary, flow.valueBytes()));
                            add(node, Work.writing(writes, flow.valueBytes(), replicas.size()));
                            open(node, flow.clients(), ofPrimary + writes);
                        });
        replicas.forEach(each -> add(each, Work.applying(writes, flow.valueBytes())));
        double ofEach = ofReplicas / Math.max(1, known.size());
        for (Shape.Node node : known) {
            add(
                    node,
                    flow.clients().readOnly()
                            ? Work.reading(ofEach, flow.valueBytes())
                            : Work.redirecting(ofEach));
            open(node, flow.clients(), ofEach);
        }
    }

    private List<Shape.Node> known(Clients clients) {
        return replicas.subList(0, Math.min(replicas.size(), clients.known()));
    }

    private void open(Shape.Node node, Clients clients, double commands) {
        if (clients.connecting() == Connecting.ONE_FOR_EACH_COMMAND) {
            add(node, Work.connecting(commands, 0));
        }
    }

    private void keep(Clients clients) {
        if (clients.connecting() == Connecting.ONE_FOR_EACH_COMMAND) {
            return;
        }
        List<Shape.Node> known = known(clients);
        boolean usesReplicas = clients.readsFrom().shareOfReplicas(known.size()) > 0;
        shard.nodes().stream()
                .filter(each -> each.primary() || (usesReplicas && known.contains(each)))
                .forEach(
                        each ->
                                add(
                                        each,
                                        Work.connecting(clients.pool() * RENEWED, clients.pool())));
    }

    private void add(Shape.Node node, Work more) {
        work.merge(node.id(), more, Work::and);
    }
}
