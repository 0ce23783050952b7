package headroom.elasticache.plan;

import java.util.Locale;
import java.util.Map;

/// What [Situation] understands beside settings.
final class Words {
    /// Each with what it is in an ordinary situation.
    static final Map<String, String> KNOWN =
            Map.ofEntries(
                    Map.entry("cause", "ALARM"),
                    Map.entry("waited", "PT0S"),
                    Map.entry("told", "nothing"),
                    Map.entry("wish", "none"),
                    Map.entry("unhelped", "none"),
                    Map.entry("begun", "no"),
                    Map.entry("cpu", "72 72 72"),
                    Map.entry("allCpu", "?"),
                    Map.entry("memory", "40"),
                    Map.entry("replicas", "1"),
                    Map.entry("slots", "even"),
                    Map.entry("read", "0.4"),
                    Map.entry("replicaReads", "0"),
                    Map.entry("network", "20"),
                    Map.entry("connections", "300"),
                    Map.entry("opened", "0"),
                    Map.entry("lag", "0"),
                    Map.entry("type", "cache.r7g.xlarge"),
                    Map.entry("status", "available"),
                    Map.entry("creating", "none"),
                    Map.entry("pending", "none"),
                    Map.entry("clusterMode", "enabled"),
                    Map.entry("engine", "valkey 8.0"),
                    Map.entry("failsOver", "yes"),
                    Map.entry("tiered", "no"),
                    Map.entry("globalDatastore", "none"),
                    Map.entry("backups", "none"),
                    Map.entry("maintenance", "none"),
                    Map.entry("parameters", "default.valkey8"),
                    Map.entry("stack", "none"),
                    Map.entry(
                            "allowed",
                            "cache.r7g.4xlarge cache.r7g.2xlarge cache.r6g.2xlarge"
                                    + " cache.r7g.8xlarge"),
                    Map.entry("quota", "90"),
                    Map.entry("subnets", "subnet-1 subnet-2"),
                    Map.entry("free", "100"),
                    Map.entry("updates", "none"),
                    Map.entry("backingUp", "none"),
                    Map.entry("otherScaling", "none"));

    private Words() {}

    /// @param text such as `shards 6`, `replicas 0002 2`, `rebalance`, `migrate start` or `type
    ///   cache.r7g.xlarge`
    static Wish wish(String text) {
        String[] parts = text.split(" ", -1);
        return switch (parts[0]) {
            case "replicas" -> new Wish.Replicas(parts[1], Integer.parseInt(parts[2]));
            case "shards" -> new Wish.Shards(Integer.parseInt(parts[1]));
            case "rebalance" -> new Wish.Rebalance();
            case "type" -> new Wish.NodeType(parts[1]);
            case "migrate" ->
                    new Wish.Migrate(Wish.Stage.valueOf(parts[1].toUpperCase(Locale.ROOT)));
            default -> throw notUnderstood(text);
        };
    }

    static IllegalArgumentException notUnderstood(String word) {
        return new IllegalArgumentException("Not understood: " + word);
    }
}
