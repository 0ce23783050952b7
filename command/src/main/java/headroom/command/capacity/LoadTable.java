package headroom.command.capacity;

import headroom.elasticache.plan.Dimension;
import headroom.elasticache.plan.Loads;
import headroom.elasticache.plan.Outlook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// The loads of an outlook as a table: a line for each shard, and a column for each dimension.
record LoadTable(Outlook outlook) {
    private static final String UNKNOWN = "unknown";

    String text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("shard", Dimension::word, "first at its limit"));
        rows.add(row("limit", each -> each.value(each.limit()), ""));
        outlook.now()
                .forEach(
                        (shard, loads) ->
                                rows.add(
                                        row(
                                                shard,
                                                each -> cell(loads, each),
                                                loads.binding().word())));
        List<String> lines = new ArrayList<>();
        lines.add(
                "Now > at %s the load, of each shard's busiest node; ! is over its limit then:"
                        .formatted(String.format(Locale.ROOT, "%.1f times", outlook.factor())));
        rows.forEach(each -> lines.add(laidOut(each, rows)));
        return String.join("\n", lines);
    }

    private static List<String> row(String first, Function<Dimension, String> each, String last) {
        return Stream.of(Stream.of(first), Stream.of(Dimension.values()).map(each), Stream.of(last))
                .flatMap(one -> one)
                .toList();
    }

    private String cell(Loads loads, Dimension dimension) {
        return loads.find(dimension)
                .map(
                        now ->
                                "%s > %s%s"
                                        .formatted(
                                                dimension.value(now),
                                                dimension.value(now * outlook.factor()),
                                                now * outlook.factor() > dimension.limit()
                                                        ? " !"
                                                        : ""))
                .orElse(UNKNOWN);
    }

    private static String laidOut(List<String> row, List<List<String>> all) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            int column = i;
            int width = all.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
            line.append(String.format(Locale.ROOT, "%-" + (width + 2) + "s", row.get(i)));
        }
        return line.toString().stripTrailing();
    }
}
