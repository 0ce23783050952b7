package headroom.elasticache.report;

import headroom.elasticache.effect.Reading;
import headroom.elasticache.group.Role;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Readings as a table: a line for each shard and role, the busiest first.
public final class Table {
    /// Lines that somebody reads at night.
    private static final int MOST = 24;

    private static final String HEAD =
            "shard  role     nodes     CPU %      memory %      reads/s     writes/s  connections  "
                    + "      new/s";

    private Table() {}

    public static String of(List<Reading> readings) {
        return lines(readings, Map.of());
    }

    /// Both side by side, as `before > after`.
    static String of(List<Reading> before, List<Reading> after) {
        Map<String, Reading> old = new HashMap<>();
        before.forEach(each -> old.put(key(each), each));
        return lines(after.isEmpty() ? before : after, after.isEmpty() ? Map.of() : old);
    }

    private static String lines(List<Reading> readings, Map<String, Reading> old) {
        if (readings.isEmpty()) {
            return "No figures are known.";
        }
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        readings.stream()
                .sorted(
                        Comparator.comparing(
                                        (Reading each) -> each.cpu().orElse(0.0),
                                        Comparator.reverseOrder())
                                .thenComparing(Reading::shard)
                                .thenComparing(Reading::role))
                .limit(MOST)
                .forEach(each -> lines.add(line(each, Optional.ofNullable(old.get(key(each))))));
        if (readings.size() > MOST) {
            lines.add("and %d lines more.".formatted(readings.size() - MOST));
        }
        return String.join("\n", lines);
    }

    private static String line(Reading reading, Optional<Reading> old) {
        return "%-6s %-8s %5s %9s %13s %12s %12s %12s %12s"
                .formatted(
                        reading.shard(),
                        reading.role() == Role.PRIMARY ? "primary" : "replica",
                        change(
                                Optional.of((double) reading.nodes()),
                                old.map(each -> (double) each.nodes())),
                        cell(Reading::cpu, reading, old),
                        cell(Reading::memory, reading, old),
                        cell(Reading::reads, reading, old),
                        cell(Reading::writes, reading, old),
                        cell(Reading::connections, reading, old),
                        cell(Reading::opened, reading, old));
    }

    private static String cell(
            Function<Reading, Optional<Double>> of, Reading reading, Optional<Reading> old) {
        return change(of.apply(reading), old.flatMap(of));
    }

    private static String change(Optional<Double> now, Optional<Double> before) {
        return before.filter(each -> now.isPresent() && !number(each).equals(number(now.get())))
                .map(each -> number(each) + " > " + number(now.orElseThrow()))
                .orElseGet(() -> now.map(Table::number).orElse("unknown"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String key(Reading reading) {
        return reading.shard() + " " + reading.role();
    }
}
