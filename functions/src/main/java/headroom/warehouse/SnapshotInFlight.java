package headroom.warehouse;

/// A snapshot is being taken, so that the cluster takes no other and should not be resized. It ends
/// by itself, perhaps after hours; the state machine repeats the step.
public final class SnapshotInFlight extends RuntimeException {
    SnapshotInFlight(String message) {
        super(message);
    }
}
