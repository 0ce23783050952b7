package headroom.simulated.elasticache;

import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.elasticache.load.SlotSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A shard of the group: what the API calls a node group.
final class SimulatedShard {
    private final String id;
    private final List<SimulatedNode> nodes = new ArrayList<>();
    private String status;
    private SlotSet slots;

    SimulatedShard(String id, String status, SlotSet slots) {
        this.id = id;
        this.status = status;
        this.slots = slots;
    }

    String id() {
        return id;
    }

    String status() {
        return status;
    }

    SlotSet slots() {
        return slots;
    }

    List<SimulatedNode> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    int replicas() {
        return nodes.size() - 1;
    }

    Optional<SimulatedNode> primary() {
        return nodes.stream().filter(SimulatedNode::isPrimary).findFirst();
    }

    /// A replica that could take over.
    Optional<SimulatedNode> successor() {
        return nodes.stream().filter(each -> !each.isPrimary() && each.serves()).findFirst();
    }

    void become(String other) {
        status = other;
    }

    void take(SlotSet more) {
        slots = slots.with(more);
    }

    void give(SlotSet some) {
        slots = slots.without(some);
    }

    void add(SimulatedNode node) {
        nodes.add(node);
    }

    void remove(SimulatedNode node) {
        nodes.remove(node);
    }

    /// The others go, the last first.
    void keepReplicas(int count) {
        nodes.stream()
                .filter(each -> !each.isPrimary())
                .skip(count)
                .toList()
                .forEach(nodes::remove);
    }

    /// In its place.
    void replace(SimulatedNode old, SimulatedNode other) {
        nodes.set(nodes.indexOf(old), other);
    }

    boolean isAvailable() {
        return status.equals(SimulatedGroup.AVAILABLE);
    }

    Shape.Shard shape() {
        return new Shape.Shard(
                id,
                slots,
                nodes.stream().filter(SimulatedNode::serves).map(SimulatedNode::shape).toList());
    }
}
