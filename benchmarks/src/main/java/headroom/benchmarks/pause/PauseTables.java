package headroom.benchmarks.pause;

import headroom.benchmarks.Table;
import headroom.benchmarks.resize.Rehearsed;
import headroom.rehearsal.aws.Estimates;
import headroom.warehouse.ResizeMethod;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What the benchmark of the pause found, for people.
record PauseTables(Sample sample) {
    List<String> lines() {
        List<String> lines = new ArrayList<>(how().lines().toList());
        lines.add("");
        lines.addAll(noticed().lines());
        lines.add("");
        lines.addAll(used().lines());
        lines.add("");
        lines.addAll(paused().lines());
        return lines;
    }

    private String how() {
        return """
        %,d resizes in the rehearsal, with durations drawn from a seed: an elastic resize takes 8 to 20 minutes, a classic
        one 2 to 48 hours, a snapshot 1 to 60 minutes; three DMS tasks stop within 5 seconds to 10 minutes each, and start
        within 10 seconds to 3 minutes. Each duration is drawn by its logarithm, and each resize is played four times: the
        service's estimates of what is left are absent, right, a third of the truth, or three times the truth. That of an
        elastic resize includes the cleanup after it, as its progress does.

        Headroom is played: the deployed definition and the real handlers. The original and the oracle are models, with
        the same durations. The original looks at the tasks every 10 seconds and at the resize every 5 minutes; it asks for the
        snapshot and at once for the resize, which is assumed to begin as soon as the snapshot is there; its calls take no
        time. The oracle does what Headroom does, in that order, and notices everything at once.

        Each cell is mean / 95th percentile / worst.
        """
                .formatted(sample.all().size());
    }

    private Table noticed() {
        Table table = new Table("From ready to noticed", "s", "% of the resize", "polls");
        forEachGroup(
                (name, group) ->
                        table.row(
                                name,
                                words(group, Compared::lateSeconds, 1),
                                words(group, Compared::latePercent, 2),
                                words(group, each -> each.ours().course().polls(), 0)));
        for (ResizeMethod method : ResizeMethod.values()) {
            Sample group = sample.of(method);
            table.row(
                    word(method) + ", the original",
                    words(group, each -> Compared.seconds(each.original().late()), 1),
                    words(
                            group,
                            each ->
                                    100
                                            * Compared.seconds(each.original().late())
                                            / Compared.seconds(each.trace().resize()),
                            2),
                    words(group, each -> each.original().polls(), 0));
        }
        return table;
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
                                words(group, Compared::minutes, 1),
                                words(group, Compared::toOriginal, 3),
                                words(group, Compared::toOracle, 3)));
        for (ResizeMethod method : ResizeMethod.values()) {
            Sample group = sample.of(method);
            table.row(
                    word(method) + ", the original",
                    words(group, each -> Compared.minutes(each.original()), 1),
                    "",
                    "");
            table.row(
                    word(method) + ", the oracle",
                    words(group, each -> Compared.minutes(each.oracle()), 1),
                    "",
                    "");
        }
        return table;
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

    private static String words(Sample group, ToDoubleFunction<Compared> value, int digits) {
        return group.spread(value).inWords(digits);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
