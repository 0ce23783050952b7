package headroom.stress.clients;

import headroom.stress.servers.Seen;

import io.lettuce.core.cluster.SlotHash;

import java.util.List;

/// Which servers have a key, as long as nothing is changed.
public final class Route {
    private final int[] primaries = new int[SlotHash.SLOT_COUNT];
    private final int[] replicas = new int[SlotHash.SLOT_COUNT];

    /// @param nodes of the cluster, with a replica for each primary
    public Route(List<Seen> nodes) {
        for (Seen primary : nodes) {
            int replica =
                    nodes.stream()
                            .filter(each -> each.primary().filter(primary.id()::equals).isPresent())
                            .mapToInt(Seen::port)
                            .findFirst()
                            .orElse(primary.port());
            primary.slots().stream().forEach(slot -> primaries[slot] = primary.port());
            primary.slots().stream().forEach(slot -> replicas[slot] = replica);
        }
    }

    /// Its port.
    int primary(String key) {
        return primaries[SlotHash.getSlot(key)];
    }

    /// Its port.
    int replica(String key) {
        return replicas[SlotHash.getSlot(key)];
    }
}
