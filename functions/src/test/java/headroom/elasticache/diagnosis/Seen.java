package headroom.elasticache.diagnosis;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.Roles;
import headroom.elasticache.figures.Series;
import headroom.elasticache.figures.ShardFigures;
import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Engine;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.Member;
import headroom.elasticache.group.Shard;
import headroom.elasticache.group.Slots;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What is seen of a group, in words: `cpu 90 20; read 0.8`.
///
/// It begins as three shards of a primary and a replica each, which are well. There are as many
/// shards as `cpu` has words, and none with `none`; where another list is shorter, its last word
/// holds for the others. `20+4x90` is 20 in most minutes, and 90 in the first four. Rates are by
/// the second, and `replicaReads` those of all replicas of a shard.
final class Seen {
    static final Instant FROM = Instant.parse("2026-11-22T04:13:00Z");
    static final int MINUTES = 15;
    private static final double SECONDS = 60;

    /// There are thousands of groups, and few different series.
    private static final Map<String, Series> SERIES = new ConcurrentHashMap<>();

    private static final Map<String, String> ORDINARY =
            Map.ofEntries(
                    Map.entry("cpu", "20 20 20"),
                    Map.entry("replicas", "1"),
                    Map.entry("replicaCpu", "5"),
                    Map.entry("commands", "2000"),
                    Map.entry("read", "0.8"),
                    Map.entry("writes", "the rest"),
                    Map.entry("replicaReads", "0"),
                    Map.entry("opened", "0.4"),
                    Map.entry("replicaOpened", "0"),
                    Map.entry("connections", "300"),
                    Map.entry("replicaConnections", "5"),
                    Map.entry("in", "3300"),
                    Map.entry("out", "2800"),
                    Map.entry("memory", "40"),
                    Map.entry("slots", "even"),
                    Map.entry("baseline", "20"),
                    Map.entry("held", "0"),
                    Map.entry("evictions", "0"),
                    Map.entry("allCpu", "1"),
                    Map.entry("type", "cache.r7g.xlarge"),
                    Map.entry("clusterMode", "enabled"),
                    Map.entry("status", "available"),
                    Map.entry("creating", "none"),
                    Map.entry("minutes", "15"),
                    Map.entry("cpuPercent", "70"),
                    Map.entry("memoryPercent", "75"));

    private final Map<String, String> words = new TreeMap<>();

    /// @param differences from the ordinary, as `key value; key value`
    static Seen with(String differences) {
        var seen = new Seen();
        for (String each : differences.split("; ", -1)) {
            String[] keyAndValue = each.split(" ", 2);
            if (!differences.isEmpty()) {
                seen.but(keyAndValue[0], keyAndValue[1]);
            }
        }
        return seen;
    }

    Seen but(String key, String value) {
        if (!ORDINARY.containsKey(key)) {
            throw new IllegalArgumentException("The word %s is not known.".formatted(key));
        }
        words.put(key, value);
        return this;
    }

    private String word(String key) {
        return words.getOrDefault(key, ORDINARY.getOrDefault(key, ""));
    }

    private String at(String key, int shard) {
        String[] all = word(key).split(" ", -1);
        return all[Math.min(shard, all.length - 1)];
    }

    private int shards() {
        return word("cpu").equals("none") ? 0 : word("cpu").split(" ", -1).length;
    }

    Policy policy() {
        return Policy.upTo(6, 3)
                .with(CacheSettings.CPU_PERCENT, Integer.valueOf(word("cpuPercent")))
                .with(CacheSettings.MEMORY_PERCENT, Integer.valueOf(word("memoryPercent")));
    }

    Diagnosis diagnosis() {
        return Diagnosis.of(figures(), policy());
    }

    /// What is diagnosed if the nodes were seen otherwise.
    Diagnosis diagnosis(UnaryOperator<NodeFigures> otherwise) {
        return Diagnosis.of(Otherwise.seen(figures(), otherwise), policy());
    }

    /// All findings in few words.
    String answer() {
        return inWords(diagnosis());
    }

    static String inWords(Diagnosis diagnosis) {
        String findings =
                diagnosis.findings().stream()
                        .map(
                                each ->
                                        name(each)
                                                + String.join(
                                                        "",
                                                        each.shards().stream()
                                                                .map(" "::concat)
                                                                .toList()))
                        .collect(Collectors.joining(", "));
        return (diagnosis.critical() ? "critical: " : "")
                + (findings.isEmpty() ? "well" : findings);
    }

    private static String name(Finding finding) {
        return finding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    GroupFigures figures() {
        Group group = group();
        List<ShardFigures> shards = new ArrayList<>();
        for (int i = 0; i < group.shards().size(); i++) {
            shards.add(Roles.of(group.shards().get(i), nodes(group.shards().get(i), i)));
        }
        return new GroupFigures(group, FROM, FROM.plus(Duration.ofMinutes(MINUTES)), shards);
    }

    private Group group() {
        List<Shard> shards = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < shards(); i++) {
            Optional<Integer> slots = slots(i);
            int from = first;
            shards.add(
                    new Shard(
                            "%04d".formatted(i + 1),
                            "available",
                            slots.map(
                                    each ->
                                            new Slots(
                                                    List.of(
                                                            new Slots.Range(
                                                                    from, from + each - 1)))),
                            members(i)));
            first += slots.orElse(0);
        }
        return new Group(
                "sessions",
                word("status"),
                ClusterMode.valueOf(word("clusterMode").toUpperCase(Locale.ROOT)),
                new Engine("valkey", "8.0"),
                word("type"),
                shards,
                true,
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<Integer> slots(int shard) {
        int next = Slots.ALL * (shard + 1) / shards();
        return switch (at("slots", shard)) {
            case "even" -> Optional.of(next - Slots.ALL * shard / shards());
            case "?" -> Optional.empty();
            case String number -> Optional.of(Integer.valueOf(number));
        };
    }

    private List<Member> members(int shard) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i <= Integer.parseInt(at("replicas", shard)); i++) {
            String id = "sessions-%04d-%03d".formatted(shard + 1, i + 1);
            String status = word("creating").equals(id) ? "creating" : "available";
            members.add(
                    new Member(
                            id, "0001", status, word("type"), Optional.empty(), Optional.empty()));
        }
        return members;
    }

    private List<NodeFigures> nodes(Shard shard, int index) {
        return shard.members().stream().map(each -> node(each, shard, index)).toList();
    }

    private NodeFigures node(Member member, Shard shard, int index) {
        boolean isPrimary = member.equals(shard.members().getFirst());
        double commands = Double.parseDouble(at("commands", index));
        double read = commands * Double.parseDouble(at("read", index));
        double writes =
                word("writes").equals("the rest")
                        ? commands - read
                        : Double.parseDouble(at("writes", index));
        double served =
                Double.parseDouble(at("replicaReads", index)) / Math.max(1, shard.replicas());
        Map<Metric, Series> series = new EnumMap<>(Metric.class);
        series.put(Metric.ENGINE_CPU, minutes(at(isPrimary ? "cpu" : "replicaCpu", index), 1));
        series.put(Metric.CPU, minutes(at("allCpu", index), 1));
        series.put(Metric.MEMORY, minutes(at("memory", index), 1));
        series.put(
                Metric.COMMANDS,
                minutes(String.valueOf(isPrimary ? commands : writes + served), SECONDS));
        series.put(Metric.READS, minutes(String.valueOf(isPrimary ? read : served), SECONDS));
        series.put(Metric.WRITES, minutes(String.valueOf(writes), SECONDS));
        series.put(
                Metric.NEW_CONNECTIONS,
                minutes(at(isPrimary ? "opened" : "replicaOpened", index), SECONDS));
        series.put(
                Metric.CONNECTIONS,
                minutes(at(isPrimary ? "connections" : "replicaConnections", index), 1));
        series.put(Metric.BYTES_IN, minutes(at("in", index), SECONDS));
        series.put(Metric.BYTES_OUT, minutes(at("out", index), SECONDS));
        series.put(Metric.BASELINE_IN, minutes("1", 1));
        series.put(Metric.BASELINE_OUT, minutes(isPrimary ? at("baseline", index) : "1", 1));
        series.put(
                Metric.OUT_EXCEEDED,
                minutes(isPrimary ? "0+%sx7".formatted(at("held", index)) : "0", 1));
        series.put(Metric.EVICTIONS, minutes(at("evictions", index), SECONDS));
        series.put(Metric.IS_MASTER, minutes(isPrimary ? "1" : "0", 1));
        return new NodeFigures(member, series);
    }

    private Series minutes(String text, double times) {
        int minutes = Integer.parseInt(word("minutes"));
        return SERIES.computeIfAbsent(
                text + " x " + times + " in " + minutes, _ -> minutes(text, times, minutes));
    }

    private static Series minutes(String text, double times, int number) {
        String[] parts = text.split("[+x]", -1);
        var minutes = new TreeMap<Instant, Double>();
        for (int i = 0; i < number; i++) {
            boolean isOther = parts.length == 3 && i < Integer.parseInt(parts[1]);
            minutes.put(
                    FROM.plus(Duration.ofMinutes(i)),
                    times * Double.parseDouble(isOther ? parts[2] : parts[0]));
        }
        return new Series(minutes);
    }

    /// The words that it was made from, so that they can be pasted into a table.
    @Override
    public String toString() {
        return words.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining("; "));
    }
}
