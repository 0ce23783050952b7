package headroom.rehearsal.pictures;

import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where the moments of a run stand, in pixels from its beginning. All minutes are as wide as each
/// other, but for the stretches in which nothing happens: a run of weeks has only some hours that
/// anybody wants to see.
///
/// @param parts in which something happens, in order
/// @param scale pixels a minute
record Axis(List<Part> parts, double scale) {
    /// More than the watch lets pass between two rounds.
    private static final Duration IDLE = Duration.ofMinutes(20);

    private static final double BREAK = 30;
    private static final double MARGIN = 20;
    private static final double NARROWEST = 40;

    /// Pixels a minute: no less if that is not wider than the widest, no more ever.
    private static final double CLOSE = 4;

    private static final double WIDE = 60;
    private static final double WIDEST = 4000;

    private static final double BETWEEN_TICKS = 52;
    private static final List<Integer> STEPS =
            List.of(1, 2, 5, 10, 15, 30, 60, 120, 240, 720, 1440, 2880, 10080);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /// @param x of its first moment
    /// @param width from there to its last one
    record Part(Instant from, Instant to, double x, double width) {
        double end() {
            return x + width;
        }
    }

    /// A stretch that is left out.
    ///
    /// @param x where it begins
    /// @param told how long it is
    record Gap(double x, double width, String told) {}

    /// @param day if it is the first tick of it
    record Tick(double x, String time, Optional<String> day) {}

    /// @param moments in which something happens; one at least
    /// @param width that is wished for
    static Axis of(Collection<Instant> moments, double width) {
        List<Instant> sorted = moments.stream().sorted().distinct().toList();
        List<Part> parts = new ArrayList<>();
        Instant from = sorted.getFirst();
        Instant last = from;
        for (Instant each : sorted) {
            if (Duration.between(last, each).compareTo(IDLE) > 0) {
                parts.add(new Part(from, last, 0, 0));
                from = each;
            }
            last = each;
        }
        parts.add(new Part(from, last, 0, 0));
        return placed(parts, scale(parts, width));
    }

    private static double scale(List<Part> parts, double width) {
        double minutes = Math.max(1, parts.stream().mapToDouble(Axis::minutes).sum());
        double left = width - parts.size() * (2 * MARGIN + BREAK) + BREAK;
        return Math.clamp(left / minutes, Math.min(CLOSE, WIDEST / minutes), WIDE);
    }

    private static Axis placed(List<Part> parts, double scale) {
        List<Part> placed = new ArrayList<>();
        double x = MARGIN;
        for (Part each : parts) {
            double width = Math.max(NARROWEST, scale * minutes(each));
            placed.add(new Part(each.from(), each.to(), x, width));
            x += width + MARGIN + BREAK + MARGIN;
        }
        return new Axis(placed, scale);
    }

    private static double minutes(Part part) {
        return minutes(part.from(), part.to());
    }

    private static double minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 60_000.0;
    }

    double width() {
        return parts.getLast().end() + MARGIN;
    }

    /// A moment before or behind all stands at the edge.
    double x(Instant moment) {
        Part before = parts.getFirst();
        if (moment.isBefore(before.from())) {
            return 0;
        }
        for (Part each : parts) {
            if (moment.isBefore(each.from())) {
                return between(before, each, moment);
            }
            if (!moment.isAfter(each.to())) {
                return each.x() + scale * minutes(each.from(), moment);
            }
            before = each;
        }
        return width();
    }

    private static double between(Part before, Part after, Instant moment) {
        double share =
                minutes(before.to(), moment) / Math.max(1, minutes(before.to(), after.from()));
        return before.end() + Math.min(1, share) * (after.x() - before.end());
    }

    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (int each = 1; each < parts.size(); each++) {
            Part before = parts.get(each - 1);
            Duration left = Duration.between(before.to(), parts.get(each).from());
            gaps.add(new Gap(before.end() + MARGIN, BREAK, told(left)));
        }
        return gaps;
    }

    private static String told(Duration left) {
        return left.toDays() < 2
                ? new Span(left).toString()
                : "%d days %d h".formatted(left.toDays(), left.toHoursPart());
    }

    /// How far to the right of it something may be drawn before a gap or the end.
    double free(double x) {
        return gaps().stream().mapToDouble(Gap::x).filter(each -> each > x).min().orElse(width());
    }

    /// The same to the left.
    double freeBefore(double x) {
        return gaps().stream()
                .mapToDouble(each -> each.x() + each.width())
                .filter(each -> each < x)
                .max()
                .orElse(0);
    }

    /// Where each part begins, and at round times in it.
    List<Tick> ticks() {
        int step =
                STEPS.stream()
                        .filter(each -> each * scale >= BETWEEN_TICKS)
                        .findFirst()
                        .orElse(STEPS.getLast());
        List<Tick> ticks = new ArrayList<>();
        for (Part part : parts) {
            tick(part.from(), ticks);
            Instant round =
                    Instant.EPOCH.plus(
                            Duration.ofMinutes(step)
                                    .multipliedBy(part.from().getEpochSecond() / 60 / step + 1));
            while (!round.isAfter(part.to())) {
                if (x(round) - ticks.getLast().x() >= BETWEEN_TICKS - MARGIN) {
                    tick(round, ticks);
                }
                round = round.plus(Duration.ofMinutes(step));
            }
        }
        return days(ticks);
    }

    private void tick(Instant at, List<Tick> ticks) {
        ticks.add(new Tick(x(at), TIME.format(at), Optional.of(DAY.format(at))));
    }

    private static List<Tick> days(List<Tick> ticks) {
        List<Tick> all = new ArrayList<>();
        Optional<String> day = Optional.empty();
        for (Tick each : ticks) {
            all.add(
                    each.day().equals(day)
                            ? new Tick(each.x(), each.time(), Optional.empty())
                            : each);
            day = each.day();
        }
        return all;
    }
}
