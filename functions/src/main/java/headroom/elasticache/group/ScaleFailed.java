package headroom.elasticache.group;

/// The step was asked for, and the group did not come to what was planned.
public final class ScaleFailed extends RuntimeException {
    public ScaleFailed(String message) {
        super(message);
    }
}
