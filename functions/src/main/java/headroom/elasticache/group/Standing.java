package headroom.elasticache.group;

/// Where a group stands on the way of a change, by its shape alone.
enum Standing {
    /// As it was when the change was planned.
    BEFORE,
    /// It has part of what was asked for.
    BETWEEN,
    /// It has what was asked for, settled or not.
    REACHED,
    /// It has more than was asked for.
    BEYOND,
    /// Of a shape that the change neither begins nor ends with.
    OTHER;

    static Standing of(Change change, Group group) {
        return switch (change) {
            case Change.AddReplicas it ->
                    group.shard(it.shard())
                            .map(each -> counted(each.replicas(), it.from(), it.to()))
                            .orElse(OTHER);
            case Change.AddReplicasToAll it -> everywhere(group, it);
            case Change.AddShards it -> counted(group.shards().size(), it.from(), it.to());
            case Change.Rebalance it ->
                    group.slots()
                            .filter(_ -> group.shards().size() == it.shards())
                            .map(each -> Slots.areEven(each) ? REACHED : BEFORE)
                            .orElse(OTHER);
            case Change.SwitchMode it ->
                    group.mode() == it.to() ? REACHED : group.mode() == it.from() ? BEFORE : OTHER;
            case Change.ChangeNodeType it -> typed(group, it);
        };
    }

    /// By the shard that has the fewest: the others may have had as many as are wanted before.
    private static Standing everywhere(Group group, Change.AddReplicasToAll change) {
        var replicas = group.shards().stream().mapToInt(Shard::replicas).summaryStatistics();
        Standing fewest = counted(replicas.getMin(), change.from(), change.to());
        return fewest == REACHED && replicas.getMax() > change.to() ? BEYOND : fewest;
    }

    private static Standing counted(int now, int from, int to) {
        if (now == to) {
            return REACHED;
        }
        if (now > to) {
            return BEYOND;
        }
        return now == from ? BEFORE : now > from ? BETWEEN : OTHER;
    }

    /// The group's type is the new one as soon as the change is accepted; each node's tells more.
    private static Standing typed(Group group, Change.ChangeNodeType change) {
        if (all(group, change.to())) {
            return REACHED;
        }
        if (all(group, change.from())) {
            return BEFORE;
        }
        return group.nodeType().equals(change.to()) ? BETWEEN : OTHER;
    }

    private static boolean all(Group group, String type) {
        return group.nodeType().equals(type)
                && group.members().stream().allMatch(each -> each.type().equals(type));
    }
}
