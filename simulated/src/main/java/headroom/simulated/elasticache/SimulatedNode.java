package headroom.simulated.elasticache;

import headroom.simulated.elasticache.load.NodeKind;
import headroom.simulated.elasticache.load.Shape;

import org.jspecify.annotations.Nullable;

/// A member of the group: a cache cluster with one node.
final class SimulatedNode {
    static final String CREATING = "creating";

    private final String id;
    private String status;
    private String type;
    private @Nullable String pendingType;
    private boolean primary;
    private boolean claims;
    private boolean saving;
    private Shape.Sync sync = Shape.Sync.IN_STEP;

    private SimulatedNode(String id, String status, String type, boolean primary) {
        this.id = id;
        this.status = status;
        this.type = type;
        this.primary = primary;
        claims = primary;
    }

    static SimulatedNode available(String id, String type, boolean primary) {
        return new SimulatedNode(id, SimulatedGroup.AVAILABLE, type, primary);
    }

    static SimulatedNode creating(String id, String type, boolean primary) {
        return new SimulatedNode(id, CREATING, type, primary);
    }

    String id() {
        return id;
    }

    String status() {
        return status;
    }

    String type() {
        return type;
    }

    @Nullable String pendingType() {
        return pendingType;
    }

    boolean isPrimary() {
        return primary;
    }

    boolean isAvailable() {
        return status.equals(SimulatedGroup.AVAILABLE);
    }

    void become(String other) {
        status = other;
    }

    /// It is replaced by a node of another type.
    void becomeOfType(String other) {
        type = other;
        pendingType = null;
    }

    void pend(String laterType) {
        pendingType = laterType;
    }

    void lead(boolean henceforth) {
        primary = henceforth;
    }

    void claim(boolean henceforth) {
        claims = henceforth;
    }

    void save(boolean henceforth) {
        saving = henceforth;
    }

    void follow(Shape.Sync how) {
        sync = how;
    }

    /// Whether it is there to be asked something.
    boolean serves() {
        return !status.equals(CREATING);
    }

    Shape.Node shape() {
        return new Shape.Node(id, NodeKind.of(type), primary, claims, sync, saving);
    }
}
