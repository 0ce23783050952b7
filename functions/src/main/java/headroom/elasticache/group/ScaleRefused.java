package headroom.elasticache.group;

/// The step is not taken: the group is no longer what it was planned for, or ElastiCache refuses it
/// and would refuse it again.
public final class ScaleRefused extends RuntimeException {
    public ScaleRefused(String message) {
        super(message);
    }
}
