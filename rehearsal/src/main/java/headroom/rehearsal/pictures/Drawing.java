package headroom.rehearsal.pictures;

import static headroom.rehearsal.pictures.Markup.number;

import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Draws a course: its lanes one below the other, over one axis. The names of the lanes are a
/// picture of their own, so that a page can keep them in sight.
///
/// @param axis of all lanes
record Drawing(Course course, Axis axis) {
    static final int NAMES = 132;

    /// Where lanes begin: below the axis and the pauses.
    private static final int HEAD = 68;

    private static final int BAR = 20;
    private static final int CURVE = 40;
    private static final int LINES = 16;
    private static final int BETWEEN = 8;
    private static final int INSET = 5;
    private static final int BASELINE = 14;
    private static final double PER_CENT = 100;

    /// In letters.
    private static final int LONGEST_NAME = 17;

    /// @param width of the lanes that is wished for
    static Drawing of(Course course, int width) {
        Set<Instant> moments = new LinkedHashSet<>();
        course.lines().forEach(each -> moments.add(each.at()));
        course.pauses().forEach(each -> moments.addAll(List.of(each.from(), each.to())));
        for (Lane lane : course.lanes()) {
            lane.stretches().forEach(each -> moments.addAll(List.of(each.from(), each.to())));
        }
        if (moments.isEmpty()) {
            moments.add(Instant.EPOCH);
        }
        return new Drawing(course, Axis.of(moments, width));
    }

    int width() {
        return (int) Math.ceil(axis.width());
    }

    int height() {
        return HEAD + course.lanes().stream().mapToInt(Drawing::height).sum();
    }

    private static int height(Lane lane) {
        int content =
                (lane.stretches().isEmpty() ? 0 : BAR)
                        + (lane.figures().isEmpty() ? 0 : CURVE)
                        + (lane.lines().isEmpty() ? 0 : LINES);
        return content + BETWEEN;
    }

    void names(Markup to) {
        double y = HEAD;
        for (Lane each : course.lanes()) {
            double base = y + BASELINE;
            text(to, 0, base, "name", named(each.label()));
            if (!each.figures().isEmpty()) {
                text(to, 0, base + BASELINE, "quiet", range(each));
            }
            y += height(each);
        }
    }

    private static String named(String label) {
        return label.length() <= LONGEST_NAME
                ? label
                : label.substring(0, LONGEST_NAME - 1) + "\u2026";
    }

    /// From the lowest figure to the highest.
    private static String range(Lane lane) {
        return String.format(
                Locale.ROOT,
                "%,.0f \u2026 %,.0f",
                Collections.min(lane.figures().values()),
                Collections.max(lane.figures().values()));
    }

    /// @param linked whether each mark leads to the row of its line
    void lanes(Markup to, boolean linked) {
        Pauses pauses = new Pauses(course.pauses(), axis);
        pauses.shade(to, height());
        ticks(to);
        double y = HEAD;
        Marks marks = new Marks(axis, course.lines(), linked);
        for (Lane each : course.lanes()) {
            double top = y;
            to.add("path", "class", "rule", "d", path("M", 0, top - 4) + "H" + number(width()));
            for (Lane.Stretch stretch : each.stretches()) {
                bar(to, top, stretch);
            }
            top += each.stretches().isEmpty() ? 0 : BAR;
            if (!each.figures().isEmpty()) {
                curve(to, top, each);
                top += CURVE;
            }
            marks.draw(to, top + LINES / 2.0, each.lines());
            y += height(each);
        }
        axis.gaps().forEach(each -> gap(to, each));
        pauses.draw(to);
    }

    private void ticks(Markup to) {
        for (Axis.Tick each : axis.ticks()) {
            to.add(
                    "path",
                    "class",
                    "grid",
                    "d",
                    path("M", each.x(), Pauses.TOP - 8) + "V" + number(height()));
            text(to, each.x(), Pauses.TOP - 14, "time", each.time());
            each.day().ifPresent(day -> text(to, each.x(), Pauses.TOP - 30, "day", day));
        }
    }

    private void bar(Markup to, double top, Lane.Stretch stretch) {
        double x = axis.x(stretch.from());
        double width = Math.max(1, axis.x(stretch.to()) - x);
        Markup group =
                to.add("g", "class", "bar " + stretch.mood().name().toLowerCase(Locale.ROOT));
        String what =
                Stream.of(stretch.word(), stretch.detail())
                        .filter(each -> !each.isEmpty())
                        .reduce((one, other) -> one + " (" + other + ")")
                        .orElseThrow();
        group.add("title").text(what + ", " + span(stretch.from(), stretch.to()));
        rect(group, "stretch", x, top, width, BAR - 2);
        fitting(stretch.word(), Math.min(width, axis.free(x) - x) - 2 * INSET)
                .ifPresent(each -> text(group, x + INSET, top + BASELINE - 1, "word", each));
    }

    static String span(Instant from, Instant to) {
        return "%s to %s UTC, %s"
                .formatted(
                        Marks.TIME.format(from),
                        Marks.TIME.format(to),
                        new Span(Duration.between(from, to)));
    }

    /// As much of a word as there is room for; nothing of it if that says nothing.
    private static Optional<String> fitting(String word, double width) {
        int letters = (int) (width / Marks.LETTER);
        if (word.length() <= letters) {
            return Optional.of(word);
        }
        return letters < 6
                ? Optional.empty()
                : Optional.of(word.substring(0, letters - 1) + "\u2026");
    }

    /// As high as it was seen last.
    private void curve(Markup to, double top, Lane lane) {
        double most =
                lane.label().endsWith("%")
                        ? PER_CENT
                        : lane.figures().values().stream()
                                .mapToDouble(each -> each)
                                .max()
                                .orElse(1);
        StringBuilder line = new StringBuilder();
        double lastX = Double.NEGATIVE_INFINITY;
        double lastY = 0;
        for (Map.Entry<Instant, Double> each : lane.figures().entrySet()) {
            double x = axis.x(each.getKey());
            double share = Math.min(1, each.getValue() / Math.max(1, most));
            double y = top + (CURVE - 4) * (1 - share);
            boolean last = each.getKey().equals(lane.figures().lastKey());
            if (last || x - lastX >= 1 || Math.abs(y - lastY) >= 1) {
                line.append(line.isEmpty() ? path("M", x, y) : "H" + number(x) + "V" + number(y));
                lastX = x;
                lastY = y;
            }
        }
        to.add("path", "class", "rule", "d", path("M", 0, top + CURVE - 4) + "H" + number(width()));
        to.add("path", "class", "curve", "d", line.toString())
                .add("title")
                .text("%s: %s".formatted(lane.label(), range(lane)));
    }

    private void gap(Markup to, Axis.Gap gap) {
        Markup group = to.add("g", "class", "gap");
        group.add("title").text(gap.told() + " in which nothing happens are left out");
        double top = Pauses.TOP - 8;
        rect(group, "strip", gap.x(), top, gap.width(), height() - top);
        for (double x : List.of(gap.x(), gap.x() + gap.width())) {
            StringBuilder edge = new StringBuilder(path("M", x, top));
            for (double y = top; y < height(); y += 8) {
                edge.append(path("L", x + 3, y + 2)).append(path("L", x - 3, y + 6));
            }
            group.add("path", "d", edge.toString());
        }
        double middle = gap.x() + gap.width() / 2 + 4;
        double y = HEAD + 4;
        text(group, middle, y, "left", gap.told())
                .with("transform", "rotate(90 %s %s)".formatted(number(middle - 4), number(y)));
    }

    static void rect(Markup to, String kind, double x, double y, double width, double height) {
        to.add("rect", "class", kind, "x", number(x), "y", number(y))
                .with("width", number(width), "height", number(height));
    }

    static String path(String command, double x, double y) {
        return command + number(x) + " " + number(y);
    }

    static Markup text(Markup to, double x, double y, String kind, String words) {
        return to.add("text", "class", kind, "x", number(x), "y", number(y)).text(words);
    }
}
