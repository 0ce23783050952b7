package headroom.command.capacity;

import headroom.configuration.Spelling;
import headroom.elasticache.figures.Figures;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.Member;
import headroom.elasticache.group.Role;
import headroom.elasticache.group.Shard;
import headroom.elasticache.group.Slots;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a query of ours is labelled with, and CloudWatch's answer therefore as well: all that has
/// to be known of the group to judge it, so that the answer suffices.
///
/// @param nodes of the whole group
/// @param slots empty where they are not known
record Label(
        String group,
        ClusterMode mode,
        int nodes,
        String shard,
        Optional<Slots> slots,
        Member member,
        Metric metric) {
    private static final List<String> REQUIRED =
            List.of(
                    "group",
                    "mode",
                    "nodes",
                    "shard",
                    "node",
                    "type",
                    "metric",
                    "statistic",
                    "period");

    /// In seconds: as often as ElastiCache reports.
    private static final String PERIOD = "60";

    static Label of(Group group, Figures.Key key) {
        Shard shard =
                group.shards().stream()
                        .filter(each -> each.members().contains(key.member()))
                        .findFirst()
                        .orElseThrow();
        return new Label(
                group.id(),
                group.mode(),
                group.nodes(),
                shard.id(),
                shard.slots(),
                key.member(),
                key.metric());
    }

    String text() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("group", group);
        parts.put("mode", mode.word());
        parts.put("nodes", String.valueOf(nodes));
        parts.put("shard", shard);
        slots.ifPresent(each -> parts.put("slots", inWords(each)));
        parts.put("node", member.id() + "/" + member.node());
        parts.put("type", member.type());
        member.role().ifPresent(each -> parts.put("role", word(each)));
        parts.put("metric", metric.inCloudWatch());
        parts.put("statistic", metric.statistic().toString());
        parts.put("period", PERIOD);
        return parts.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String inWords(Slots slots) {
        return slots.ranges().stream()
                .map(each -> each.first() + "-" + each.last())
                .collect(Collectors.joining(","));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /// Empty, and a mistake, if it is none of ours.
    ///
    /// @param where it stands
    static Optional<Label> parse(String text, String where, Mistakes mistakes) {
        Map<String, String> parts = new LinkedHashMap<>();
        Stream.of(text.split(" ", -1))
                .map(each -> each.split("=", 2))
                .filter(each -> each.length == 2)
                .forEach(each -> parts.put(each[0], each[1]));
        List<String> missing = REQUIRED.stream().filter(each -> !parts.containsKey(each)).toList();
        if (!missing.isEmpty()) {
            mistakes.add(
                    ("%s has the label %s, which lacks %s; expected the label of a query that"
                                    + " ./capacity --queries GROUP prints.")
                            .formatted(where, Mistakes.quoted(text), String.join(", ", missing)));
            return Optional.empty();
        }
        return new Parts(parts, where, mistakes).label();
    }

    /// Of a label that has all of them.
    private record Parts(Map<String, String> parts, String where, Mistakes mistakes) {
        private Optional<Label> label() {
            Optional<Metric> metric = metric();
            Optional<Integer> nodes = nodes();
            Optional<ClusterMode> mode =
                    Stream.of(ClusterMode.values())
                            .filter(each -> each.word().equals(part("mode")))
                            .findFirst();
            Optional<Slots> slots = Optional.ofNullable(parts.get("slots")).flatMap(Slots::parse);
            if (mode.isEmpty()) {
                wrong("mode", "enabled, disabled or compatible");
            }
            if (slots.isEmpty() && parts.containsKey("slots")) {
                wrong("slots", "such as 0-5460");
            }
            if (metric.isEmpty() || nodes.isEmpty() || mode.isEmpty() || !isByTheMinute()) {
                return Optional.empty();
            }
            return Optional.of(
                    new Label(
                            part("group"),
                            mode.get(),
                            nodes.get(),
                            part("shard"),
                            slots,
                            member(),
                            metric.get()));
        }

        private Optional<Metric> metric() {
            Optional<Metric> metric = Figure.named(part("metric"));
            if (metric.isEmpty()) {
                wrong(
                        "metric",
                        Spelling.nearest(part("metric"), Figure.names(), 4)
                                .orElse("one that docs/capacity.md lists"));
                return metric;
            }
            if (!metric.get().statistic().toString().equals(part("statistic"))) {
                wrong(
                        "statistic",
                        "%s, which alone tells enough of %s"
                                .formatted(metric.get().statistic(), part("metric")));
                return Optional.empty();
            }
            return metric;
        }

        private boolean isByTheMinute() {
            boolean isIt = part("period").equals(PERIOD);
            if (!isIt) {
                wrong("period", PERIOD + ", since it is judged by the minute");
            }
            return isIt;
        }

        private Optional<Integer> nodes() {
            Optional<Integer> nodes =
                    Optional.of(part("nodes"))
                            .filter(each -> each.matches("[1-9]\\d{0,2}"))
                            .map(Integer::valueOf);
            if (nodes.isEmpty()) {
                wrong("nodes", "how many the group has");
            }
            return nodes;
        }

        private Member member() {
            String[] names = part("node").split("/", 2);
            return new Member(
                    names[0],
                    names.length == 2 ? names[1] : "",
                    Shape.AVAILABLE,
                    part("type"),
                    Stream.of(Role.values())
                            .filter(each -> word(each).equals(parts.get("role")))
                            .findFirst(),
                    Optional.empty());
        }

        private void wrong(String name, String expected) {
            mistakes.add(
                    ("%s has the label %s=%s; expected %s. Ask CloudWatch with what ./capacity"
                                    + " --queries GROUP prints, unchanged.")
                            .formatted(where, name, part(name), expected));
        }

        private String part(String name) {
            return parts.getOrDefault(name, "");
        }
    }
}
