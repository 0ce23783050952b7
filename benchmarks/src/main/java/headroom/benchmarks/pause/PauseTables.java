package headroom.benchmarks.pause;

import headroom.benchmarks.findings.Table;
import headroom.benchmarks.resize.Course;
import headroom.benchmarks.resize.Rehearsed;
import headroom.redshift.cluster.ResizeMethod;
import headroom.simulated.redshift.Estimates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What the benchmark of the pause found, for people.
record PauseTables(Sample sample) {
    private static final List<Integer> SNAPSHOT_MINUTES = List.of(1, 5, 15, 30, 60);

    List<String> lines() {
        List<String> lines = new ArrayList<>(how().lines().toList());
        lines.add("");
        lines.addAll(noticed().lines());
        lines.add("");
        lines.addAll(used().lines());
        lines.add("");
        lines.addAll(paused().lines());
        lines.add("");
        lines.addAll(pausedBySnapshot().lines());
        return lines;
    }

    private String how() {
        return """
        %,d resizes in the rehearsal, with durations drawn from a seed: an elastic resize takes 8 to 20 minutes, a
        classic one 2 to 48 hours, a full snapshot 1 to 60 minutes; three DMS tasks stop within 5 seconds to 10 minutes
        each, and start within 10 seconds to 3 minutes; each second is as likely as any other. Redshift's estimates of
        what is left are absent in a quarter of them, right, a third of the truth, or three times the truth in the
        others. Those of an elastic resize include the cleanup after it, as its progress does.

        Headroom is played: the deployed definition and the real handlers, with a pre-copy. The original and the oracle
        are models with the same durations. The original is a published Python function that does the same in one Lambda
        and can leave replication stopped. It looks at the tasks every 10 seconds and at the resize every 5
        minutes; it asks for the full snapshot and at once for the resize, which is assumed to begin as soon as the
        snapshot is there; its calls take no time. The oracle does what Headroom does, in that order, and notices
        everything at once.

        The pre-copy leaves to the snapshot in the pause what was written since the pre-copy began; a full one copies
        what was written in the four hours before, on average; neither takes less than a minute. This rule is the same
        for all three. The gain from the pre-copy rests on it, and on how long a full snapshot takes: hence the last
        table.

        Each cell is mean / 95th percentile / worst.
        """
                .formatted(sample.all().size());
    }

    private Table noticed() {
        Table table = new Table("From ready to noticed", "s", "% of the resize", "polls");
        forEachGroup((name, group) -> noticed(table, name, group, each -> each.ours().course()));
        forEachMethod("original", (name, group) -> noticed(table, name, group, Compared::original));
        return table;
    }

    private static void noticed(
            Table table, String name, Sample group, Function<Compared, Course> by) {
        table.row(
                name,
                words(group, each -> by.apply(each).lateSeconds(), 1),
                words(group, each -> by.apply(each).latePercent(each.trace()), 2),
                words(group, each -> by.apply(each).polls(), 0));
    }

    private Table used() {
        Table table =
                new Table(
                        "A run uses", "state transitions", "Lambda invocations", "history events");
        forEachGroup(
                (name, group) ->
                        table.row(
                                name,
                                words(group, each -> each.ours().transitions(), 0),
                                words(group, each -> each.ours().invocations(), 0),
                                words(group, each -> each.ours().historyEvents(), 0)));
        return table;
    }

    private Table paused() {
        Table table =
                new Table("The writers' pause", "minutes", "of the original's", "of the oracle's");
        forEachGroup(
                (name, group) ->
                        table.row(
                                name,
                                minutes(group, each -> each.ours().course()),
                                words(group, Compared::toOriginal, 3),
                                words(group, Compared::toOracle, 3)));
        forEachMethod(
                "original",
                (name, group) -> table.row(name, minutes(group, Compared::original), "", ""));
        forEachMethod(
                "oracle",
                (name, group) -> table.row(name, minutes(group, Compared::oracle), "", ""));
        return table;
    }

    private Table pausedBySnapshot() {
        Table table =
                new Table(
                        "Elastic, a full snapshot of",
                        "minutes",
                        "of the original's",
                        "of the oracle's");
        Sample elastic = sample.of(ResizeMethod.ELASTIC);
        for (int nth = 1; nth < SNAPSHOT_MINUTES.size(); nth++) {
            int from = SNAPSHOT_MINUTES.get(nth - 1);
            int to = SNAPSHOT_MINUTES.get(nth);
            Sample group = elastic.withSnapshot(Duration.ofMinutes(from), Duration.ofMinutes(to));
            table.row(
                    "%d to %d minutes".formatted(from, to),
                    minutes(group, each -> each.ours().course()),
                    words(group, Compared::toOriginal, 3),
                    words(group, Compared::toOracle, 3));
        }
        return table;
    }

    private static String minutes(Sample group, Function<Compared, Course> by) {
        return words(group, each -> by.apply(each).pauseSeconds() / 60, 1);
    }

    private interface Row {
        void of(String name, Sample group);
    }

    private void forEachGroup(Row row) {
        for (ResizeMethod method : ResizeMethod.values()) {
            for (Estimates kind : Rehearsed.KINDS) {
                row.of(word(method) + ", estimates " + word(kind), sample.of(method).of(kind));
            }
        }
    }

    private void forEachMethod(String who, Row row) {
        for (ResizeMethod method : ResizeMethod.values()) {
            row.of(word(method) + ", the " + who, sample.of(method));
        }
    }

    private static String words(Sample group, ToDoubleFunction<Compared> value, int digits) {
        return group.spread(value).inWords(digits);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
