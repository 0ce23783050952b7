package headroom.benchmarks.relief;

import headroom.benchmarks.findings.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What the benchmark of relief found in its stories, for people.
record ReliefTables(Sample sample) {
    List<String> lines() {
        List<String> lines = new ArrayList<>(how().lines().toList());
        lines.add("");
        lines.addAll(answers().lines());
        lines.add("");
        lines.addAll(bought().lines());
        lines.add("");
        lines.addAll(relieved().lines());
        return lines;
    }

    private String how() {
        return """
        %,d stories, as many of each cause: a group of one to six shards, what its clients do, and how long ElastiCache
        takes, each value as likely as any other. Load comes within two to six hours, or from one minute to the next. A
        story is drawn from its cause, and the model of the load is asked how much of it brings what is short to a peak
        that was drawn; no limit of the diagnosis is used. No alarm is on the network and on connections: a person asks
        there.

        Headroom is played: the deployed definition and the real handlers. Its answer is the first finding of its first
        plan that is no wait. Application Auto Scaling is a model of its documentation: three policies, for the mean of
        all primaries' processors, of memory, and of all replicas' processors, each at the limit of Headroom's alarm. It
        adds shards by how far the mean is over the limit, a fifth of them at the least, or a replica to every shard;
        it takes no backup, rests for ten minutes, and never makes a group smaller. The oracle knows the cause and the
        load to come, and takes the smallest step that is enough in the moment of the alarm. It keeps to the owner's
        settings as Headroom does: a backup first in two thirds of the stories, ceilings, the largest step, the load
        that new shards should carry. Neither moves slots where a processor is above 80 %%, as ElastiCache advises; what
        slots alone cure is drawn with peaks below that.

        A story lasts for three hours after the alarm, which is one on the busiest node. Relief is the first of five
        minutes in which no node is over its limit; what did not come counts as three hours.
        """
                .formatted(sample.size());
    }

    private Table answers() {
        Table table = new Table("What is wrong", "stories", "told rightly", "told instead");
        Cause.all().forEach(each -> answers(table, each.told(), of(each).of(Tale::isWhole)));
        answers(
                table,
                "any of these, with every tenth figure missing",
                sample.of(each -> !each.isWhole()));
        return table;
    }

    private static void answers(Table table, String what, Sample some) {
        table.row(
                what,
                String.valueOf(some.size()),
                String.valueOf(some.of(Tale::isRight).size()),
                instead(some.of(each -> !each.isRight())));
    }

    private static String instead(Sample wrong) {
        Map<String, Long> answers =
                wrong.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.headroom().answer().replace('_', ' '),
                                        TreeMap::new,
                                        Collectors.counting()));
        return answers.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private Table bought() {
        Table table =
                new Table(
                        "Nodes bought, all stories together",
                        "Headroom",
                        "Application Auto Scaling",
                        "the oracle");
        Cause.all()
                .forEach(
                        each ->
                                table.row(
                                        each.told(),
                                        nodes(of(each), tale -> tale.headroom().outcome()),
                                        nodes(of(each), Tale::autoScaling),
                                        nodes(of(each), Tale::oracle)));
        return table;
    }

    private static String nodes(Sample some, Function<Tale, Outcome> by) {
        return number(some.total(each -> by.apply(each).nodes()));
    }

    private Table relieved() {
        Table table =
                new Table(
                        "Mean minutes from the alarm to relief",
                        "stories",
                        "Headroom",
                        "Application Auto Scaling",
                        "the oracle",
                        "of the oracle's",
                        "no relief by Headroom");
        Sample cured = sample.of(Tale::isCuredByAStep).of(each -> each.story().isComplete());
        Cause.all()
                .filter(each -> each.cure().isStep())
                .forEach(
                        each ->
                                relieved(
                                        table,
                                        each.told(),
                                        cured.of(tale -> tale.story().cause() == each)));
        relieved(table, "within hours", cured.of(each -> !each.story().sudden()));
        relieved(table, "from one minute to the next", cured.of(each -> each.story().sudden()));
        relieved(table, "with a backup", cured.of(each -> each.story().setup().policy().backup()));
        relieved(
                table,
                "without a backup",
                cured.of(each -> !each.story().setup().policy().backup()));
        return table;
    }

    private static void relieved(Table table, String what, Sample some) {
        double ours = some.mean(each -> each.headroom().outcome().minutes());
        double oracle = some.mean(each -> each.oracle().minutes());
        table.row(
                what,
                String.valueOf(some.size()),
                minutes(some, each -> each.headroom().outcome().minutes()),
                minutes(some, each -> each.autoScaling().minutes()),
                minutes(some, each -> each.oracle().minutes()),
                String.format(Locale.ROOT, "%.2f", ours / oracle),
                String.valueOf(
                        some.of(each -> each.headroom().outcome().relief().isEmpty()).size()));
    }

    private static String minutes(Sample some, ToDoubleFunction<Tale> value) {
        return String.format(Locale.ROOT, "%.1f", some.mean(value));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private Sample of(Cause cause) {
        return sample.of(each -> each.story().cause() == cause);
    }
}
