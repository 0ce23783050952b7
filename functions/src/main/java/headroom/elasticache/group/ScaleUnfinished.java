package headroom.elasticache.group;

/// The step was asked for, and the group came to rest with a part of it.
public final class ScaleUnfinished extends RuntimeException {
    public ScaleUnfinished(String message) {
        super(message);
    }
}
