package headroom.elasticache.group;

/// There is no group of this name any more, or it is being deleted.
public final class GroupGone extends RuntimeException {
    public GroupGone(String group) {
        super(
                "There is no replication group named %s in this account and region, or it is being deleted. A serverless cache is none, and scales by itself."
                        .formatted(group));
    }
}
