package headroom.elasticache.plan;

import headroom.cases.Case;
import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.figures.ShardFigures;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Engine;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.Shard;
import headroom.elasticache.group.Slots;
import headroom.run.Cause;
import headroom.settings.Setting;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a decision is given, in words: `cpu 72 72 40; memory 50; replicas 1 1 2`.
///
/// It begins as an ordinary alarm of a group of three busy shards, which is mostly written, at
/// [#NOW]. Where a list is shorter than that of `cpu`, its last word holds for the others. A word
/// that is not understood fails, so that no row tests something else than it says.
final class Situation implements Case {
    /// A Sunday.
    static final Instant NOW = Instant.parse("2026-11-22T04:30:00Z");

    private static final Instant FROM = NOW.minus(Duration.ofMinutes(17));

    private final Map<String, String> words = new TreeMap<>();
    private Policy policy = Policy.upTo(16, 3);
    private @Nullable Facts facts;
    private @Nullable Diagnosis diagnosis;

    /// @param differences from the ordinary, as `key value; key value`
    static Situation with(String differences) {
        return new Situation().but(differences);
    }

    @Override
    public Situation but(String differences) {
        for (String each : differences.split("; ", -1)) {
            String[] keyAndValue = each.split(" ", 2);
            but(keyAndValue[0], keyAndValue[1]);
        }
        return this;
    }

    /// Adds what a column of a table says.
    @Override
    public Situation but(String key, String value) {
        if (!Words.KNOWN.containsKey(key)) {
            policy = policy(key, value);
        }
        words.put(key, value);
        facts = null;
        diagnosis = null;
        return this;
    }

    /// The settings, by the names that they have in the configuration.
    private Policy policy(String key, String value) {
        return CacheSettings.OF_POLICY.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .map(each -> changed(each, value))
                .orElseThrow(() -> Words.notUnderstood(key + " " + value));
    }

    private <T> Policy changed(Setting<T> setting, String value) {
        return policy.with(
                setting,
                setting.type()
                        .parse(value)
                        .orElseThrow(() -> Words.notUnderstood(setting.key() + " " + value)));
    }

    private String word(String key) {
        return words.getOrDefault(key, Words.KNOWN.getOrDefault(key, ""));
    }

    private Optional<String> unlessNone(String key) {
        return Optional.of(word(key)).filter(each -> !each.equals("none"));
    }

    private List<String> list(String key) {
        return unlessNone(key).stream().flatMap(each -> Stream.of(each.split(" "))).toList();
    }

    private String at(String key, int shard) {
        List<String> all = List.of(word(key).split(" "));
        return all.get(Math.min(shard, all.size() - 1));
    }

    private Optional<Double> known(String key, int shard) {
        return Optional.of(at(key, shard)).filter(each -> !each.equals("?")).map(Double::valueOf);
    }

    private double number(String key, int shard) {
        return Double.parseDouble(at(key, shard));
    }

    private List<ShardLoad> loads() {
        List<ShardLoad> loads = new ArrayList<>();
        int shards = list("cpu").size();
        for (int i = 0; i < shards; i++) {
            loads.add(
                    new ShardLoad(
                            "%04d".formatted(i + 1),
                            number("cpu", i),
                            known("allCpu", i),
                            known("memory", i),
                            (int) number("replicas", i),
                            word("slots").equals("even")
                                    ? Optional.of(evenly(i, shards))
                                    : known("slots", i).map(Double::intValue),
                            number("read", i),
                            number("replicaReads", i),
                            known("network", i),
                            number("connections", i),
                            number("opened", i),
                            known("lag", i)));
        }
        return loads;
    }

    private static int evenly(int shard, int shards) {
        return Slots.ALL * (shard + 1) / shards - Slots.ALL * shard / shards;
    }

    Group group() {
        List<Shard> shards = new ArrayList<>();
        int slot = 0;
        for (ShardLoad each : loads()) {
            shards.add(each.shard(word("type"), slot, list("creating"), unlessNone("pending")));
            slot += each.slots().orElse(0);
        }
        return new Group(
                "sessions",
                word("status"),
                ClusterMode.valueOf(word("clusterMode").toUpperCase(Locale.ROOT)),
                new Engine(list("engine").getFirst(), list("engine").getLast()),
                word("type"),
                shards,
                word("failsOver").equals("yes"),
                true,
                word("tiered").equals("yes"),
                unlessNone("globalDatastore"),
                Optional.empty(),
                unlessNone("backups"),
                unlessNone("maintenance"),
                Optional.of("subnets"),
                unlessNone("parameters"),
                unlessNone("stack"));
    }

    Facts facts() {
        if (facts == null) {
            facts = seen();
        }
        return facts;
    }

    private Facts seen() {
        Group group = group();
        List<ShardLoad> loads = loads();
        List<ShardFigures> shards = new ArrayList<>();
        for (int i = 0; i < loads.size(); i++) {
            shards.add(loads.get(i).figures(group.shards().get(i), FROM));
        }
        return new Facts(
                NOW,
                new GroupFigures(group, FROM, FROM.plus(Duration.ofMinutes(15)), shards),
                list("allowed"),
                unlessNone("quota").map(Integer::valueOf),
                list("subnets"),
                unlessNone("free").filter(each -> !each.equals("uncounted")).map(Integer::valueOf),
                !word("free").equals("uncounted"),
                list("updates"),
                list("backingUp"),
                unlessNone("otherScaling"));
    }

    Policy policy() {
        return policy;
    }

    Cause cause() {
        return Cause.valueOf(word("cause"));
    }

    Diagnosis diagnosis() {
        if (diagnosis == null) {
            diagnosis = Diagnosis.of(facts().figures(), policy);
        }
        return diagnosis;
    }

    Optional<Wish> wish() {
        return unlessNone("wish").map(Words::wish);
    }

    boolean isBegun() {
        return word("begun").equals("yes");
    }

    /// The word for so many times as many reads on each replica.
    String replicaReadsTimes(double factor) {
        return String.join(
                " ",
                list("replicaReads").stream()
                        .map(each -> Double.toString(Double.parseDouble(each) * factor))
                        .toList());
    }

    Plan plan() {
        return plan(Duration.parse(word("waited")));
    }

    private Plan plan(Duration waited) {
        return new Decision(
                        facts(),
                        diagnosis(),
                        List.of(),
                        policy,
                        cause(),
                        word("told"),
                        waited,
                        wish(),
                        unlessNone("unhelped")
                                .map(each -> new Unhelped(each, NOW.plus(Duration.ofHours(3)))),
                        isBegun())
                .plan();
    }

    /// The plan in few words.
    @Override
    public String answer() {
        return switch (plan()) {
            case Plan.Scale scale -> inWords(scale.change());
            case Plan.NotNeeded not -> "not needed: " + not.about();
            case Plan.Tell tell -> "tell: " + tell.about();
            case Plan.Migrating between -> between.about();
            case Plan.Ask ask -> "ask: " + inWords(ask.proposal().change());
            case Plan.Deferred deferred ->
                    "deferred until %s: %s"
                            .formatted(deferred.opens(), inWords(deferred.proposal().change()));
            case Plan.NotYet _ -> "not yet: " + inTheEnd();
            case Plan.Refused refused -> "refused: " + refused.about();
            case Plan.CountAddresses count -> "count in " + count.subnets();
        };
    }

    static String inWords(Change change) {
        return switch (change) {
            case Change.AddReplicas it -> "%d replicas on %s".formatted(it.to(), it.shard());
            case Change.AddReplicasToAll it -> "%d replicas on each".formatted(it.to());
            case Change.AddShards it -> "%d shards".formatted(it.to());
            case Change.Rebalance _ -> "rebalance";
            case Change.SwitchMode it -> it.to().word();
            case Change.ChangeNodeType it -> it.to();
        };
    }

    /// What the run is refused for, if the obstacle outlasts its patience.
    private String inTheEnd() {
        return switch (plan(Decision.PATIENCE)) {
            case Plan.Refused refused -> refused.about();
            case Plan other -> "for ever, " + other.sentence();
        };
    }

    /// The words that it was made from, so that they can be pasted into a table.
    @Override
    public String toString() {
        return String.join(
                "; ",
                words.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .toList());
    }
}
