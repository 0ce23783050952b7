package headroom.rehearsal.pictures;

import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Draws what should not take long as bands: what it took, within what it might take.
record Pauses(List<Course.Pause> all, Axis axis) {
    /// Where the bands stand, below the names of times.
    static final int TOP = 46;

    private static final int HEIGHT = 16;
    private static final int INSET = 5;
    private static final int BASELINE = 12;

    /// @param height of the picture
    void shade(Markup to, double height) {
        for (Course.Pause each : all) {
            double x = axis.x(each.from());
            Drawing.rect(to, "shade", x, TOP, axis.x(each.to()) - x, height - TOP);
        }
    }

    void draw(Markup to) {
        all.forEach(each -> draw(to, each));
    }

    private void draw(Markup to, Course.Pause pause) {
        double x = axis.x(pause.from());
        String budget = pause.until().map(each -> budget(pause, each)).orElse("");
        Markup group = to.add("g", "class", "pause");
        group.add("title")
                .text(pause.what() + " " + Drawing.span(pause.from(), pause.to()) + budget);
        pause.until()
                .ifPresent(
                        each -> {
                            double width = axis.x(unlessPaused(pause, each)) - x;
                            Drawing.rect(group, "budget", x, TOP, width, HEIGHT);
                        });
        double width = Math.max(2, axis.x(pause.to()) - x);
        Drawing.rect(group, "spent", x, TOP, width, HEIGHT);
        String told = pause.what() + " " + new Span(Duration.between(pause.from(), pause.to()));
        double room = axis.x(unlessPaused(pause, Instant.MAX)) - x - 2 * INSET;
        Stream.of(told + budget, told)
                .filter(each -> each.length() * Marks.LETTER < room)
                .findFirst()
                .ifPresent(each -> Drawing.text(group, x + INSET, TOP + BASELINE, "word", each));
    }

    /// The end of its budget, or the next pause.
    private Instant unlessPaused(Course.Pause pause, Instant until) {
        return all.stream()
                .map(Course.Pause::from)
                .filter(each -> each.isAfter(pause.from()) && each.isBefore(until))
                .min(Instant::compareTo)
                .orElse(until);
    }

    private static String budget(Course.Pause pause, Instant until) {
        return " (its budget: %s until the change begins)"
                .formatted(new Span(Duration.between(pause.from(), until)));
    }
}
