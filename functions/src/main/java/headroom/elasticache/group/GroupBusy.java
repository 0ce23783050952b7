package headroom.elasticache.group;

/// ElastiCache refuses a change because another is under way, or seems to be. The state machine
/// tries again after a while.
public final class GroupBusy extends RuntimeException {
    public GroupBusy(String message) {
        super(message);
    }
}
