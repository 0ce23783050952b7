package headroom.rehearsal.elasticache.invariants;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.simulated.elasticache.load.Clients;
import headroom.simulated.elasticache.load.Clients.Connecting;
import headroom.simulated.elasticache.load.Clients.ReadsFrom;
import headroom.simulated.elasticache.load.Flow;
import headroom.simulated.journal.Entry;

import java.util.Optional;

/// C4: no node is bought for a fault of clients that no node cures: connections for each command,
/// reads that are redirected. It asks what the clients of the scenario do, and not what Headroom
/// thinks of them.
///
/// A person may ask for a step whatever the clients do, and an owner allow one at a critical level.
/// Where clients of several kinds ask, or too little is asked to tell, it cannot be held against
/// Headroom; nor where memory is what is short, which grows whatever clients do besides.
public final class NoStepForClientFaults implements Invariant<CacheSimulation> {
    /// Commands a second, of all clients, from where on the fault costs a node something.
    private static final double MUCH = 30_000;

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        boolean mayBe =
                !Calls.isStep(entry)
                        || Calls.isByHand(entry, simulation)
                        || simulation.settings().policy().scalesDespiteClientFaults()
                        || simulation.isShortOfMemory();
        return mayBe
                ? Optional.empty()
                : fault(simulation).map(each -> "%s, although %s".formatted(entry.detail(), each));
    }

    private static Optional<String> fault(CacheSimulation simulation) {
        var flows = simulation.traffic().flows();
        double all = flows.stream().mapToDouble(Flow::perSecond).sum();
        if (all < MUCH * simulation.elastiCache().shape().shards().size()) {
            return Optional.empty();
        }
        if (flows.stream().map(Flow::clients).allMatch(NoStepForClientFaults::reconnects)) {
            return Optional.of("clients open a connection for each command");
        }
        return Optional.empty();
    }

    private static boolean reconnects(Clients clients) {
        return clients.connecting() == Connecting.ONE_FOR_EACH_COMMAND
                && clients.readsFrom() != ReadsFrom.REPLICAS;
    }
}
