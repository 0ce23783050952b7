package headroom.elasticache.report;

import headroom.elasticache.group.Change;
import headroom.step.Json;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the event of a finished run says, beside what its definition knows by itself: see
/// docs/events.md. Of a group, the size that the step was about; afterwards only if it was seen.
final class Finished {
    private Finished() {}

    static Map<String, Object> of(ComposeReport.Input run) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("outcome", Json.name(run.outcome()));
        Change change = run.done().change();
        if (change != null) {
            detail.put("before", before(change));
            if (run.done().isScaled()) {
                detail.put("after", after(change));
            }
        }
        return detail;
    }

    private static Map<String, Object> before(Change change) {
        return switch (change) {
            case Change.AddReplicas it -> replicas(it.shard(), it.from());
            case Change.AddReplicasToAll it -> Map.of("replicasPerShard", it.from());
            case Change.AddShards it -> Map.of("shards", it.from());
            case Change.Rebalance it -> Map.of("shards", it.shards());
            case Change.SwitchMode it -> Map.of("clusterMode", it.from().word());
            case Change.ChangeNodeType it -> Map.of("nodeType", it.from());
        };
    }

    private static Map<String, Object> after(Change change) {
        return switch (change) {
            case Change.AddReplicas it -> replicas(it.shard(), it.to());
            case Change.AddReplicasToAll it -> Map.of("replicasPerShard", it.to());
            case Change.AddShards it -> Map.of("shards", it.to());
            case Change.Rebalance it -> Map.of("shards", it.shards());
            case Change.SwitchMode it -> Map.of("clusterMode", it.to().word());
            case Change.ChangeNodeType it -> Map.of("nodeType", it.to());
        };
    }

    private static Map<String, Object> replicas(String shard, int number) {
        Map<String, Object> size = new LinkedHashMap<>();
        size.put("shard", shard);
        size.put("replicas", number);
        return size;
    }
}
