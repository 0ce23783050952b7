package headroom.stress.clients;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What went wrong for clients, by kind and second.
public final class Errors {
    private static final int MOST_LETTERS = 60;

    private final Clock clock;
    private final Instant begin;
    private final Map<String, Map<Long, Integer>> counts = new TreeMap<>();

    public Errors(Clock clock) {
        this.clock = clock;
        begin = clock.instant();
    }

    synchronized void note(RuntimeException problem) {
        long second = Duration.between(begin, clock.instant()).toSeconds();
        counts.computeIfAbsent(kind(problem), _ -> new TreeMap<>()).merge(second, 1, Integer::sum);
    }

    /// The class and the message, without what differs from one to the next.
    private static String kind(RuntimeException problem) {
        String message = String.valueOf(problem.getMessage());
        String alike = message.replaceAll("[0-9a-f]{8,}|\\d[\\d.:]*", "#");
        return "%s \"%s\""
                .formatted(
                        problem.getClass().getSimpleName(),
                        alike.substring(0, Math.min(MOST_LETTERS, alike.length())));
    }

    public synchronized int count() {
        return counts.values().stream()
                .flatMap(each -> each.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /// `RedisException 12 (second 14 to 17)`, for each kind.
    public synchronized String inWords() {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(each -> inWords(each.getKey(), new TreeMap<>(each.getValue())))
                        .collect(Collectors.joining(", "));
    }

    private static String inWords(String kind, NavigableMap<Long, Integer> bySecond) {
        return "%s %d (second %d to %d)"
                .formatted(
                        kind,
                        bySecond.values().stream().mapToInt(Integer::intValue).sum(),
                        bySecond.firstKey(),
                        bySecond.lastKey());
    }
}
