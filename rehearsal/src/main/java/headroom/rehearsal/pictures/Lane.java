package headroom.rehearsal.pictures;

import headroom.rehearsal.simulation.Glance.Mood;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// One thing over the time of a run: what it was in, stretch by stretch, or how high a figure of it
/// was; and the lines of the transcript that are about it.
final class Lane {
    private final String label;
    private final List<Stretch> stretches = new ArrayList<>();
    private final NavigableMap<Instant, Double> figures = new TreeMap<>();
    private final List<Integer> lines = new ArrayList<>();
    private Optional<Open> open = Optional.empty();

    Lane(String label) {
        this.label = label;
    }

    /// @param detail what else is known of it; empty if nothing
    record Stretch(String word, String detail, Mood mood, Instant from, Instant to) {
        boolean continues(Stretch other) {
            return word.equals(other.word) && detail.equals(other.detail);
        }

        Stretch since(Instant earlier) {
            return new Stretch(word, detail, mood, earlier, to);
        }
    }

    private record Open(String word, String detail, Mood mood, Instant from) {}

    String label() {
        return label;
    }

    /// From this moment on it is in this.
    void is(String word, String detail, Mood mood, Instant from) {
        boolean same =
                open.filter(each -> each.word().equals(word) && each.detail().equals(detail))
                        .isPresent();
        if (!same) {
            end(from);
            open = Optional.of(new Open(word, detail, mood, from));
        }
    }

    /// From this moment on it is in nothing.
    void end(Instant at) {
        open.filter(each -> each.from().isBefore(at))
                .ifPresent(
                        each ->
                                stretches.add(
                                        new Stretch(
                                                each.word(),
                                                each.detail(),
                                                each.mood(),
                                                each.from(),
                                                at)));
        open = Optional.empty();
    }

    /// Leaves out what was over at once, and joins what such a thing parted: a state that is
    /// entered again and again to wait.
    void smooth(Duration atOnce) {
        List<Stretch> smooth = new ArrayList<>();
        for (Stretch each : stretches) {
            if (lasts(each.from(), each.to(), atOnce)) {
                boolean goesOn =
                        !smooth.isEmpty()
                                && smooth.getLast().continues(each)
                                && !lasts(smooth.getLast().to(), each.from(), atOnce);
                smooth.add(goesOn ? each.since(smooth.removeLast().from()) : each);
            }
        }
        stretches.clear();
        stretches.addAll(smooth);
    }

    private static boolean lasts(Instant from, Instant to, Duration time) {
        return Duration.between(from, to).compareTo(time) > 0;
    }

    /// Nothing of it is known any more.
    void endAll(Instant at) {
        end(at);
        figures.tailMap(at, false).clear();
    }

    void measures(Instant at, double value) {
        figures.put(at, value);
    }

    /// @param line its place in the transcript, from 0
    void tells(int line) {
        lines.add(line);
    }

    List<Stretch> stretches() {
        return stretches;
    }

    NavigableMap<Instant, Double> figures() {
        return figures;
    }

    List<Integer> lines() {
        return lines;
    }

    boolean isEmpty() {
        return stretches.isEmpty() && figures.isEmpty() && lines.isEmpty();
    }
}
