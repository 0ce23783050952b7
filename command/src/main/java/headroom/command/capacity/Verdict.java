package headroom.command.capacity;

import headroom.command.answer.Answer;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.effect.Readings;
import headroom.elasticache.figures.Figures;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.Member;
import headroom.elasticache.plan.Dimension;
import headroom.elasticache.plan.Option;
import headroom.elasticache.plan.Outlook;
import headroom.elasticache.report.Table;
import headroom.text.Listing;
import headroom.text.Moment;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is said of a group, by the quarter of an hour that decides.
///
/// @param measured all that was handed in
/// @param judged the part of it that is judged
/// @param unjudged how many minutes of it cannot be judged
public record Verdict(Measured measured, Measured.Quarter judged, int unjudged) {
    private static final double TENTHS = 10;

    /// @throws headroom.command.answer.Refused with everything that is wrong with the files
    public static Answer of(List<Path> files, double factor) {
        Measured measured = FigureFiles.read(files);
        Measured.Judged judged = measured.judged(factor);
        return new Verdict(measured, judged.busiest(), judged.unjudged()).answer();
    }

    private Answer answer() {
        List<String> parts = new ArrayList<>();
        parts.add(about());
        parts.add(Table.of(Readings.of(judged.figures())));
        if (outlook().isKnown()) {
            parts.add(new LoadTable(outlook()).text());
            parts.add(summary());
        } else {
            parts.add("Whether it carries %s the load is not known.".formatted(times()));
        }
        findings().ifPresent(parts::add);
        if (outlook().isKnown() && !outlook().carries()) {
            parts.add(shapes());
        }
        return new Answer(String.join("\n\n", parts), !isWell());
    }

    /// That too little is known is a finding as well.
    private boolean isWell() {
        return outlook().over().isEmpty()
                && unjudged == 0
                && unknown().isEmpty()
                && outlook().diagnosis().findings().isEmpty();
    }

    private String about() {
        Group group = outlook().group();
        List<String> types = group.members().stream().map(Member::type).distinct().toList();
        int shards = group.shards().size();
        Instant from = outlook().since().orElse(judged.figures().from());
        return """
        Group %s: cluster mode %s, %s, %s of %s.
        Judged: %s to %s%s. All figures are means of these minutes.\
        """
                .formatted(
                        group.id(),
                        group.mode().word(),
                        count(shards, "shard"),
                        count(group.nodes(), "node"),
                        Listing.of(types),
                        Moment.of(from),
                        Moment.of(judged.figures().to()),
                        measured.minutes() > Figures.QUARTER_OF_AN_HOUR.toMinutes()
                                ? ", the busiest quarter of an hour of %d minutes that were handed in"
                                        .formatted(measured.minutes())
                                : "");
    }

    private static String count(int number, String what) {
        return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    private String summary() {
        List<String> sentences = new ArrayList<>();
        sentences.add(carried());
        outlook()
                .first()
                .map(
                        each ->
                                "First at its limit comes the %s of shard %s: %s now, %s at %s the load, of %s. As it is, the group carries %s times the load."
                                        .formatted(
                                                each.dimension().word(),
                                                each.shard(),
                                                each.dimension().value(each.now()),
                                                each.dimension()
                                                        .value(each.now() * outlook().factor()),
                                                times(),
                                                each.dimension().value(each.dimension().limit()),
                                                most(each)))
                .ifPresent(sentences::add);
        outlook().over().stream()
                .filter(each -> each.dimension() == Dimension.CONNECTIONS)
                .map(Outlook.Load::shard)
                .reduce((one, other) -> one + ", " + other)
                .map(
                        each ->
                                "Connections of shard %s: no shape spreads them, as clients connect to each node. Make the clients' pools smaller."
                                        .formatted(each))
                .ifPresent(sentences::add);
        if (unjudged > 0) {
            sentences.add(
                    "Not judged are %d of these %d minutes: too little is known of them. The group may have been busier then."
                            .formatted(unjudged, measured.minutes()));
        }
        if (!unknown().isEmpty()) {
            sentences.add(
                    "Not known is the network of shard %s: not each of its nodes has NetworkBaselineUsageInPercentage and NetworkBaselineUsageOutPercentage for ten minutes. It may be the first at its limit."
                            .formatted(Listing.of(unknown())));
        }
        return String.join("\n", sentences);
    }

    /// How many times the load, rounded down.
    private static String most(Outlook.Load first) {
        return String.format(Locale.ROOT, "%.1f", Math.floor(TENTHS / first.ofLimit(1)) / TENTHS);
    }

    private String carried() {
        return outlook().over().isEmpty()
                ? "It carries %s the load as it is%s."
                        .formatted(times(), unknown().isEmpty() ? "" : ", as far as is known")
                : "It does not carry %s the load.".formatted(times());
    }

    /// The shards of which not all is known.
    private List<String> unknown() {
        return outlook().now().entrySet().stream()
                .filter(each -> each.getValue().find(Dimension.NETWORK).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<String> findings() {
        List<Finding> found = outlook().diagnosis().findings();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        lines.add("What the figures say:");
        found.forEach(
                each ->
                        lines.add(
                                "- %s%s %s"
                                        .formatted(
                                                each.kind().isOfClients()
                                                        ? "The clients are at fault, and no node"
                                                                + " that is bought cures it. "
                                                        : "",
                                                each.sentence(),
                                                each.remedy())));
        return Optional.of(String.join("\n", lines));
    }

    private String shapes() {
        List<Option> shapes = outlook().shapes();
        List<String> lines = new ArrayList<>();
        if (outlook().diagnosis().findings().stream().anyMatch(each -> each.kind().isOfClients())) {
            lines.add("Mend the clients first, and measure again: less may be enough then.");
        }
        lines.add(
                shapes.stream()
                        .filter(Option::enough)
                        .findFirst()
                        .map(
                                each ->
                                        "The smallest shape that carries %s the load: %s."
                                                .formatted(times(), each.name()))
                        .orElse("No change of one kind carries %s the load.".formatted(times())));
        lines.add("Shapes that were weighed, the least change first:");
        shapes.forEach(each -> lines.add(each.inWords()));
        return String.join("\n", lines);
    }

    private String times() {
        return String.format(Locale.ROOT, "%.1f times", outlook().factor());
    }

    private Outlook outlook() {
        return judged.outlook();
    }
}
