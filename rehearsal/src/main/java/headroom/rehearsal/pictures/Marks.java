package headroom.rehearsal.pictures;

import static headroom.rehearsal.pictures.Markup.number;

import headroom.rehearsal.scenario.Line;
import headroom.rehearsal.states.Execution;
import headroom.simulated.journal.Kind;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Draws the lines of a transcript as marks, each mark with the lines that stand at its place.
///
/// @param linked whether a mark leads to the row of its first line
record Marks(Axis axis, List<Line> lines, boolean linked) {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /// Pixels, of a letter of the usual width.
    static final double LETTER = 6.4;

    /// Marks that are nearer to each other cover each other.
    private static final double APART = 9;

    private static final double RADIUS = 4;

    /// What is told beside its mark where there is room.
    private static final Set<Kind> TOLD =
            EnumSet.of(Kind.REPORT, Kind.FAULT, Kind.PERSON, Kind.SCENARIO, Kind.VIOLATION);

    private static final Set<Execution.Status> FAILURES =
            EnumSet.complementOf(EnumSet.of(Execution.Status.RUNNING, Execution.Status.SUCCEEDED));

    private record Mark(double x, List<Integer> lines) {}

    /// @param own the places of the lines in the transcript
    void draw(Markup to, double y, List<Integer> own) {
        List<Mark> marks = marks(own);
        double free = 0;
        for (int each = 0; each < marks.size(); each++) {
            Mark mark = marks.get(each);
            double end = axis.free(mark.x());
            double next = each + 1 < marks.size() ? Math.min(end, marks.get(each + 1).x()) : end;
            Line first = lines.get(mark.lines().getFirst());
            Markup group = to;
            if (linked) {
                group = to.add("a", "href", "#" + id(mark.lines().getFirst()), "tabindex", "-1");
            }
            mark(group.add("g", "class", "mark " + kinds(mark)), mark, y);
            if (TOLD.contains(first.kind())) {
                free = tell(group, mark, y, Math.max(free, axis.freeBefore(mark.x())), next);
            }
        }
    }

    /// The name of a line's row.
    static String id(int line) {
        return "line-" + (line + 1);
    }

    static String label(Kind kind) {
        return kind.label();
    }

    private List<Mark> marks(List<Integer> own) {
        List<Mark> marks = new ArrayList<>();
        for (int line : own) {
            double x = axis.x(lines.get(line).at());
            if (!marks.isEmpty() && Math.abs(x - marks.getLast().x()) < APART) {
                marks.getLast().lines().add(line);
            } else {
                marks.add(new Mark(x, new ArrayList<>(List.of(line))));
            }
        }
        return marks;
    }

    /// The one that must not be missed.
    private Kind kind(Mark mark) {
        Set<Kind> kinds =
                mark.lines().stream()
                        .map(each -> lines.get(each).kind())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        return kinds.contains(Kind.VIOLATION) ? Kind.VIOLATION : kinds.iterator().next();
    }

    private String kinds(Mark mark) {
        boolean ill = mark.lines().stream().map(lines::get).anyMatch(Marks::isFailure);
        return label(kind(mark)) + (ill ? " failure" : "");
    }

    private static boolean isFailure(Line line) {
        return line.kind() == Kind.EXECUTION
                && FAILURES.stream().anyMatch(each -> line.what().startsWith(each.name()));
    }

    private void mark(Markup group, Mark mark, double y) {
        group.add("title")
                .text(mark.lines().stream().map(this::told).collect(Collectors.joining("\n")));
        double x = mark.x();
        switch (kind(mark)) {
            case FAULT, VIOLATION ->
                    group.add(
                            "path",
                            "d",
                            Drawing.path("M", x - RADIUS, y - RADIUS)
                                    + Drawing.path("L", x + RADIUS, y + RADIUS)
                                    + Drawing.path("M", x - RADIUS, y + RADIUS)
                                    + Drawing.path("L", x + RADIUS, y - RADIUS));
            case REPORT ->
                    group.add(
                            "rect",
                            "x",
                            number(x - RADIUS),
                            "y",
                            number(y - RADIUS),
                            "width",
                            number(2 * RADIUS),
                            "height",
                            number(2 * RADIUS));
            case SCENARIO,
                    ALARM,
                    MESSAGE,
                    LOG,
                    METRIC,
                    EXECUTION,
                    STATE,
                    STEP,
                    CALL,
                    CLUSTER,
                    TASK,
                    PERSON ->
                    group.add(
                            "circle",
                            "cx",
                            number(x),
                            "cy",
                            number(y),
                            "r",
                            number(mark.lines().size() > 1 ? RADIUS + 1 : RADIUS - 0.5));
        }
    }

    private String told(int line) {
        Line told = lines.get(line);
        return "%s %s %s %s"
                .formatted(TIME.format(told.at()), label(told.kind()), told.who(), told.what())
                .strip();
    }

    /// Beside the mark, on the side where there is room.
    ///
    /// @param free from where on nothing is written yet
    /// @param next where the next mark stands
    /// @return the new end of what is written
    private double tell(Markup group, Mark mark, double y, double free, double next) {
        Line line = lines.get(mark.lines().getFirst());
        String words = (line.who() + " " + line.what()).strip();
        double width = words.length() * LETTER;
        double right = mark.x() + 2 * RADIUS;
        double left = mark.x() - 2 * RADIUS;
        if (right + width < next - RADIUS) {
            Drawing.text(group, right, y + RADIUS, "beside", words);
            return right + width;
        }
        if (left - width > free) {
            Drawing.text(group, left, y + RADIUS, "beside left", words);
        }
        return mark.x() + RADIUS;
    }
}
