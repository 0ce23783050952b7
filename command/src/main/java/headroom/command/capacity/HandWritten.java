package headroom.command.capacity;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.figures.Figures;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.Series;
import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Member;
import headroom.elasticache.group.NodeType;
import headroom.elasticache.group.Role;
import headroom.elasticache.group.Shard;
import headroom.elasticache.group.Slots;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The JSON of our own, which docs/capacity.md explains.
final class HandWritten {
    static final List<String> OF_GROUP = List.of("group", "clusterMode", "to", "shards");
    static final List<String> OF_SHARD = List.of("shard", "slots", "nodes");
    static final List<String> OF_NODE = List.of("node", "type", "role", "figures");

    private static final String FIELD = "field of this file";

    private static final List<String> MODES =
            Stream.of(ClusterMode.ENABLED, ClusterMode.DISABLED, ClusterMode.COMPATIBLE)
                    .map(ClusterMode::word)
                    .toList();

    private final Mistakes mistakes;
    private final Set<String> names = new HashSet<>();
    private final Map<Member, Fields> figures = new TreeMap<>(Measured.byId());

    HandWritten(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /// Empty where mistakes were found.
    Optional<Measured> read(Path file, JsonNode root) {
        return Fields.ofFile(root, file, mistakes)
                .flatMap(each -> read(each.only(OF_GROUP, FIELD)));
    }

    private Optional<Measured> read(Fields root) {
        Optional<String> id =
                root.text(
                        "group",
                        CacheSettings.REPLICATION_GROUP.expected(),
                        CacheSettings.REPLICATION_GROUP.type()::allows);
        Optional<ClusterMode> mode =
                root.text("clusterMode", "one of " + String.join(", ", MODES), MODES::contains)
                        .map(each -> ClusterMode.valueOf(each.toUpperCase(Locale.ROOT)));
        Optional<Instant> to =
                root.text("to", Minute.EXPECTED, each -> Minute.parse(each).isPresent())
                        .flatMap(Minute::parse);
        List<Shard> shards = shards(root);
        if (mode.filter(each -> each != ClusterMode.ENABLED).isPresent()
                && shards.stream().anyMatch(each -> each.slots().isPresent())) {
            mistakes.add(
                    ("A shard has slots, and the cluster mode is %s; expected no slots, or cluster"
                                    + " mode enabled.")
                            .formatted(mode.get().word()));
        }
        int minutes = minutes();
        Map<Member, Map<Metric, Series>> nodes = new TreeMap<>(Measured.byId());
        figures.forEach(
                (member, each) ->
                        nodes.put(member, series(each, to.orElse(Instant.EPOCH), minutes)));
        if (id.isPresent() && mode.isPresent() && mistakes.areNone()) {
            Shape shape = new Shape(id.get(), mode.get(), shards);
            shape.judge(mistakes);
            return Optional.of(
                    new Measured(
                            shape.group(),
                            nodes,
                            to.orElseThrow().minus(Duration.ofMinutes(minutes)),
                            to.orElseThrow()));
        }
        return Optional.empty();
    }

    private List<Shard> shards(Fields root) {
        List<Shard> shards = new ArrayList<>();
        List<JsonNode> listed = root.list("shards", "a list with at least one shard");
        for (int i = 0; i < listed.size(); i++) {
            Fields.of(listed.get(i), "%sshards[%d]".formatted(root.where(), i), mistakes)
                    .map(each -> shard(each.only(OF_SHARD, FIELD)))
                    .ifPresent(shards::add);
        }
        return shards.stream().sorted(Comparator.comparing(Shard::id)).toList();
    }

    private Shard shard(Fields fields) {
        String id = name(fields, "shard", "the shard's identifier, such as \"0001\"");
        Optional<Slots> slots =
                fields.textIfAny(
                                "slots",
                                "its slots, such as \"0-5460\" or \"0-99,200-299\", each of 0-%d once"
                                        .formatted(Slots.ALL - 1),
                                each -> Slots.parse(each).isPresent())
                        .flatMap(Slots::parse);
        List<Member> members = new ArrayList<>();
        List<JsonNode> listed = fields.list("nodes", "a list with at least the primary");
        for (int i = 0; i < listed.size(); i++) {
            Fields.of(listed.get(i), "%snodes[%d]".formatted(fields.where(), i), mistakes)
                    .map(each -> member(each.only(OF_NODE, FIELD)))
                    .ifPresent(members::add);
        }
        long primaries = members.stream().filter(each -> is(each, Role.PRIMARY)).count();
        if (primaries != 1 && members.stream().allMatch(each -> each.role().isPresent())) {
            mistakes.add(
                    "Shard %s has %s; expected one node with the role primary."
                            .formatted(
                                    id, primaries == 0 ? "no primary" : primaries + " primaries"));
        }
        return new Shard(id, Shape.AVAILABLE, slots, members);
    }

    private Member member(Fields fields) {
        String id = name(fields, "node", "the node's identifier, such as \"sessions-0001-001\"");
        String type =
                fields.text(
                                "type",
                                "a node type, such as cache.r7g.large, of the sizes "
                                        + String.join(", ", NodeType.sizes()),
                                each -> NodeType.parse(each).flatMap(NodeType::part).isPresent())
                        .orElse("");
        Optional<Role> role =
                fields.text("role", "primary or replica", each -> role(each).isPresent())
                        .flatMap(HandWritten::role);
        Member member = new Member(id, "0001", Shape.AVAILABLE, type, role, Optional.empty());
        fields.require("figures", "an object with what CloudWatch has of the node")
                .flatMap(each -> Fields.of(each, fields.where() + "figures", mistakes))
                .ifPresent(each -> figures.put(member, each.only(Figure.names(), "figure")));
        return member;
    }

    private static Optional<Role> role(String word) {
        return Stream.of(Role.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static boolean is(Member member, Role role) {
        return member.role().filter(each -> each == role).isPresent();
    }

    private String name(Fields fields, String field, String expected) {
        String name = fields.text(field, expected, each -> !each.isBlank()).orElse("");
        if (!name.isEmpty() && !names.add(field + " " + name)) {
            mistakes.add(
                    "%s%s is %s for the second time; expected another."
                            .formatted(fields.where(), field, name));
        }
        return name;
    }

    /// As many as the longest list has.
    private int minutes() {
        return figures.values().stream()
                .flatMap(each -> each.fields().values().stream())
                .filter(JsonNode::isArray)
                .mapToInt(each -> each.asArray().size())
                .max()
                .orElse((int) Figures.QUARTER_OF_AN_HOUR.toMinutes());
    }

    private Map<Metric, Series> series(Fields node, Instant to, int minutes) {
        Map<Metric, Series> series = new EnumMap<>(Metric.class);
        node.fields()
                .forEach(
                        (name, figure) ->
                                Figure.named(name)
                                        .filter(_ -> !figure.isNull())
                                        .ifPresent(
                                                metric ->
                                                        series.put(
                                                                metric,
                                                                series(
                                                                        metric,
                                                                        node.where() + name,
                                                                        figure,
                                                                        to,
                                                                        minutes))));
        return series;
    }

    /// One number is the figure of every minute; a list ends with the newest.
    private Series series(Metric metric, String where, JsonNode figure, Instant to, int minutes) {
        List<JsonNode> all = figure.isArray() ? figure.asArray() : List.of();
        if (figure.isArray()
                && (all.size() < Series.ENOUGH || all.size() > Minute.LONGEST.toMinutes())) {
            mistakes.add(
                    "%s has %d minutes; expected %d to %d, or one number for all of them."
                            .formatted(
                                    where, all.size(), Series.ENOUGH, Minute.LONGEST.toMinutes()));
            return Series.NONE;
        }
        TreeMap<Instant, Double> byMinute = new TreeMap<>();
        int count = figure.isArray() ? all.size() : minutes;
        for (int i = 0; i < count; i++) {
            Instant minute = to.minus(Duration.ofMinutes(count - (long) i));
            value(metric, where, figure.isArray() ? all.get(i) : figure)
                    .ifPresent(each -> byMinute.put(minute, each));
        }
        return new Series(byMinute);
    }

    private Optional<Double> value(Metric metric, String where, JsonNode node) {
        if (node.isNull()) {
            return Optional.empty();
        }
        Optional<Double> value = Figure.value(node);
        String expected = Figure.expected(metric);
        if (value.isEmpty()) {
            mistakes.add("%s is %s; expected %s.".formatted(where, Fields.shown(node), expected));
        }
        value.filter(each -> each > Figure.most(metric).orElse(Double.MAX_VALUE))
                .ifPresent(
                        _ ->
                                mistakes.add(
                                        "%s is %s; expected %s."
                                                .formatted(where, Fields.shown(node), expected)));
        return value;
    }
}
