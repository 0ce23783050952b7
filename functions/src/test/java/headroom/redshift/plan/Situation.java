package headroom.redshift.plan;

import static java.util.stream.Collectors.toMap;

import headroom.cases.Case;
import headroom.redshift.Given;
import headroom.redshift.Policy;
import headroom.redshift.RedshiftSettings;
import headroom.redshift.Settings;
import headroom.redshift.cluster.Cluster;
import headroom.redshift.cluster.LastResize;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.plan.Facts.Size;
import headroom.redshift.replication.Lag;
import headroom.redshift.replication.Replication;
import headroom.run.Cause;
import headroom.settings.Setting;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a decision is given, in words: `cluster 4 x ra3.4xlarge; disk 84; permitted 6=56 8=42`.
///
/// It begins as an ordinary alarm that nothing is in the way of, at [Given#NOW]. A word that is not
/// understood fails, so that no row tests something else than it says.
final class Situation implements Case {
    private final StringBuilder words = new StringBuilder();
    private Cause cause = Cause.ALARM;
    private Duration waited = Duration.ZERO;
    private Policy policy = Policy.upTo(16);
    private int sourceLogRetentionHours = 24;
    private Cluster cluster = SituationWords.cluster("4 x ra3.4xlarge", List.of(), null);
    private Optional<LastResize> lastResize = Optional.empty();
    private List<String> snapshots = List.of();
    private List<Size> sizes = List.of(new Size(6, 56.0), new Size(8, 42.0));
    private @Nullable Double disk = 84.0;
    private @Nullable Double sustained = 84.0;
    private String told = "nothing";
    private List<Replication> tasks = List.of(SituationWords.task("orders=running"));
    private Map<String, Lag> lags = Map.of();
    private List<String> doubling = List.of();
    private List<String> tablesInError = List.of();
    private List<String> strangers = List.of();
    private Precopy precopy = Precopy.PENDING;
    private Optional<Integer> nodes = Optional.empty();
    private List<Drilled> measures = List.of();

    /// @param differences from the ordinary, as `key value; key value`
    static Situation with(String differences) {
        return new Situation().but(differences);
    }

    @Override
    public Situation but(String differences) {
        for (String each : differences.split("; ", -1)) {
            String[] keyAndValue = each.split(" ", 2);
            put(keyAndValue[0], keyAndValue[1]);
        }
        return this;
    }

    /// Adds what a column of a table says.
    @Override
    public Situation but(String key, String value) {
        put(key, value);
        return this;
    }

    private void put(String key, String value) {
        words.append(words.isEmpty() ? "" : "; ").append(key).append(' ').append(value);
        switch (key) {
            case "cause" -> cause = Cause.valueOf(value);
            case "waited" -> waited = Duration.parse(value);
            case "cluster" ->
                    cluster =
                            SituationWords.cluster(
                                    value, cluster.pending(), cluster.maintenanceAt());
            case "pending" ->
                    cluster =
                            changing(SituationWords.words(value).toList(), cluster.maintenanceAt());
            case "maintenance" -> cluster = changing(cluster.pending(), Instant.parse(value));
            case "vpc" -> cluster = holding(!value.equals("none"), cluster.capacityMegabytes());
            case "capacity" ->
                    cluster = holding(cluster.isInVpc(), SituationWords.megabytes(value));
            case "lastResize" -> lastResize = Optional.of(new LastResize(value, 8, null, null));
            case "measured" -> measures = List.of(SituationWords.drilled(value));
            case "snapshot" -> snapshots = List.of(value);
            case "permitted" ->
                    sizes = SituationWords.words(value).map(SituationWords::size).toList();
            case "disk" -> {
                disk = SituationWords.percent(value);
                sustained = disk;
            }
            case "sustained" -> sustained = SituationWords.percent(value);
            case "told" -> told = value;
            case "nodes" -> nodes = Optional.of(Integer.valueOf(value));
            case "precopied" -> precopy = Precopy.valueOf(value);
            case "tasks" -> tasks = SituationWords.words(value).map(SituationWords::task).toList();
            case "behind" ->
                    lags =
                            SituationWords.words(value)
                                    .collect(
                                            toMap(
                                                    each ->
                                                            "arn:"
                                                                    + each.substring(
                                                                            0, each.indexOf('=')),
                                                    SituationWords::lag));
            case "doubling" -> doubling = SituationWords.words(value).toList();
            case "tablesInError" -> tablesInError = SituationWords.words(value).toList();
            case "strangers" -> strangers = SituationWords.words(value).toList();
            case "sourceLogRetentionHours" -> sourceLogRetentionHours = Integer.parseInt(value);
            default -> policy = policy(key, value);
        }
    }

    /// The settings, by the names that they have in the configuration.
    private Policy policy(String key, String value) {
        return RedshiftSettings.OF_POLICY.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .map(each -> changed(each, value))
                .orElseThrow(() -> SituationWords.notUnderstood(key + " " + value));
    }

    private <T> Policy changed(Setting<T> setting, String value) {
        return policy.with(
                setting,
                setting.type()
                        .parse(value)
                        .orElseThrow(
                                () -> SituationWords.notUnderstood(setting.key() + " " + value)));
    }

    private Cluster changing(List<String> pending, @Nullable Instant maintenanceAt) {
        return changed(pending, maintenanceAt, cluster.isInVpc(), cluster.capacityMegabytes());
    }

    /// @param megabytes null if Redshift does not say it
    private Cluster holding(boolean inVpc, @Nullable Long megabytes) {
        return changed(cluster.pending(), cluster.maintenanceAt(), inVpc, megabytes);
    }

    private Cluster changed(
            List<String> pending,
            @Nullable Instant maintenanceAt,
            boolean inVpc,
            @Nullable Long megabytes) {
        return new Cluster(
                cluster.identifier(),
                cluster.status(),
                cluster.availability(),
                cluster.nodeType(),
                cluster.nodes(),
                pending,
                cluster.address(),
                cluster.stack(),
                maintenanceAt,
                inVpc,
                megabytes);
    }

    Facts facts() {
        return new Facts(
                Given.NOW,
                cluster,
                lastResize,
                snapshots,
                sizes,
                disk,
                sustained,
                tasks,
                lags,
                tasks.stream().filter(each -> doubling.contains(each.name())).toList(),
                tablesInError,
                strangers,
                measures);
    }

    Settings settings() {
        return new Settings("sales", List.of(Given.TARGET), policy, 7, sourceLogRetentionHours);
    }

    Cause cause() {
        return cause;
    }

    Duration waited() {
        return waited;
    }

    Plan plan() {
        return new Decision(facts(), settings(), cause, told, waited, precopy, nodes).plan();
    }

    /// The plan in few words.
    @Override
    public String answer() {
        return switch (plan()) {
            case Plan.Resize resize -> inWords(resize);
            case Plan.NotNeeded _ -> "not needed";
            case Plan.Ask ask -> "ask: " + inWords(ask.proposal());
            case Plan.Deferred deferred ->
                    "deferred until %s: %s"
                            .formatted(deferred.opens(), inWords(deferred.proposal()));
            case Plan.NotYet _ -> "not yet: " + inTheEnd();
            case Plan.Refused refused -> "refused: " + refused.about();
        };
    }

    private static String inWords(Plan.Resize resize) {
        String method = resize.method() == ResizeMethod.CLASSIC ? "classic" : "resize";
        return method + " to " + resize.to();
    }

    /// What the run is refused for, if the obstacle outlasts its patience.
    private String inTheEnd() {
        return switch (new Decision(
                        facts(), settings(), cause, told, Decision.PATIENCE, precopy, nodes)
                .plan()) {
            case Plan.Refused refused -> refused.about();
            case Plan other -> "for ever, " + other.sentence();
        };
    }

    /// The words that it was made from, so that they can be pasted into a table.
    @Override
    public String toString() {
        return words.toString();
    }
}
