package headroom.elasticache.plan;

import headroom.cases.Choices;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A situation that chance has made, out of words. The simplest choice is the ordinary.
final class RandomSituation {
    private final Choices choices;
    private final List<String> words = new ArrayList<>();

    private RandomSituation(Choices choices) {
        this.choices = choices;
    }

    static Situation of(Choices choices) {
        var made = new RandomSituation(choices);
        made.group();
        made.load();
        made.policy();
        made.run();
        made.surroundings();
        return Situation.with(String.join("; ", made.words));
    }

    private void group() {
        int shards = 1 + choices.below(4);
        list("cpu", shards, this::cpu);
        list("memory", shards, () -> choices.one("40", "20", "60", "74", "78", "86", "92"));
        list("replicas", shards, () -> choices.one("1", "0", "2", "3", "5"));
        word("clusterMode", 12, () -> choices.one("disabled", "compatible", "unknown"));
        word("slots", 3, () -> slots(shards));
        word(
                "type",
                3,
                () ->
                        choices.one(
                                "cache.r7g.large",
                                "cache.r6g.xlarge",
                                "cache.t4g.medium",
                                "cache.t2.small"));
        word("engine", 4, () -> choices.one("redis 7.1", "valkey 7.2", "valkey 9.0"));
        word("failsOver", 8, () -> "no");
        word("tiered", 40, () -> "yes");
        word("pending", 12, () -> "engine");
    }

    /// With one shard, or cluster mode disabled, there is nothing to share them out to.
    private String slots(int shards) {
        return switch (shards) {
            case 2 -> choices.one("12000 4384", "9000 7384", "?");
            case 3 -> choices.one("9000 3692 3692", "6200 5092 5092", "16384 0 0", "9000 ? 3692");
            case 4 -> choices.one("7000 3128 3128 3128", "4097 4096 4096 4095");
            default -> "even";
        };
    }

    private String cpu() {
        return choices.one("72", "20", "30", "49", "55", "66", "78", "81", "90", "97");
    }

    private void load() {
        word("read", 2, () -> choices.one("0.8", "0.9", "0.6", "0.2"));
        word("replicaReads", 2, () -> choices.one("5760", "300", "2000", "8000"));
        word("network", 3, () -> choices.one("85", "60", "110", "?"));
        word("connections", 6, () -> choices.one("5", "46000"));
        word("opened", 8, () -> choices.one("2000", "9000"));
        word("lag", 10, () -> choices.one("12", "?"));
        if (choices.onceIn(15)) {
            words.add("memory ?");
        }
    }

    private void policy() {
        word("maxShards", 2, () -> choices.one("4", "3", "2", "1", "5"));
        word("maxReplicasPerShard", 2, () -> choices.one("1", "0", "2", "5"));
        word("maxStep", 3, () -> choices.one("1", "4"));
        word(
                "largestNodeType",
                2,
                () ->
                        choices.one(
                                "cache.r7g.4xlarge",
                                "cache.r7g.2xlarge",
                                "cache.m7g.2xlarge",
                                "cache.r7g.huge"));
        word(
                "allowed",
                3,
                () ->
                        choices.one(
                                "cache.r7g.xlarge cache.r7g.2xlarge",
                                "cache.m7g.large cache.m7g.2xlarge cache.r7g.24xlarge",
                                "none"));
        word("headroomFactor", 3, () -> choices.one("1", "1.5", "4"));
        word("mode", 4, () -> choices.one("ask", "observe"));
        word("window", 6, () -> choices.one("MON 01:00-05:00 UTC", "SUN 01:00-05:00 UTC"));
        word("clientFaults", 2, () -> "scaleAnyway");
        word("replicaReadsMayMiss", 2, () -> "yes");
        word("backup", 2, () -> "off");
    }

    private void run() {
        word("cause", 2, () -> choices.one("MANUAL", "WATCH", "RECOVER"));
        word("waited", 5, () -> choices.one("PT10M", "PT31M", "PT4H"));
        word("begun", 8, () -> "yes");
        word("told", 8, () -> choices.one("a change under way", "a replica that lags", "busy"));
        word(
                "wish",
                4,
                () ->
                        choices.one(
                                "shards " + choices.below(8),
                                "replicas 000" + choices.below(4) + " " + choices.below(7),
                                "rebalance",
                                "type "
                                        + choices.one(
                                                "cache.r7g.2xlarge",
                                                "cache.r7g.xlarge",
                                                "cache.r7g.24xlarge",
                                                "cache.m7g.2xlarge")));
        word(
                "unhelped",
                8,
                () ->
                        choices.one(
                                "go from 2 to 3 shards", "go from 0 to 1 replicas on shard 0001"));
    }

    private void surroundings() {
        word("status", 15, () -> choices.one("modifying", "brooding"));
        word("creating", 15, () -> "sessions-0001-001");
        word("backingUp", 20, () -> "nightly");
        word("updates", 20, () -> "elasticache-1");
        word("otherScaling", 20, () -> "x");
        word("globalDatastore", 20, () -> "world");
        word("backups", 8, () -> choices.one("04:00-05:00", "12:00-13:00", "whenever"));
        word("quota", 4, () -> choices.one("10", "6", "none"));
        word("free", 4, () -> choices.one("5", "2", "uncounted", "none"));
    }

    private void word(String key, int onceIn, Supplier<String> value) {
        if (choices.onceIn(onceIn)) {
            words.add(key + " " + value.get());
        }
    }

    /// The same for all as a rule, so that findings about all shards are found as well.
    private void list(String key, int shards, Supplier<String> value) {
        List<String> values = new ArrayList<>();
        values.add(value.get());
        boolean differs = choices.onceIn(2);
        while (values.size() < shards) {
            values.add(differs ? value.get() : values.getLast());
        }
        words.add(key + " " + String.join(" ", values));
    }
}
