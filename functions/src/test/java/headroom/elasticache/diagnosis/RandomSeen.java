package headroom.elasticache.diagnosis;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A group as it might be seen: values near the limits more often than others.
final class RandomSeen {
    private static final int MOST_SHARDS = 3;

    private final Random random;

    private RandomSeen(Random random) {
        this.random = random;
    }

    static Seen of(Random random) {
        return new RandomSeen(random).seen();
    }

    private Seen seen() {
        int shards = 1 + random.nextInt(MOST_SHARDS);
        var seen =
                Seen.with("")
                        .but("cpu", isSo(0.3) ? hot(shards) : words(shards, this::cpu))
                        .but("replicaCpu", words(shards, this::cpu))
                        .but("replicas", words(shards, () -> oneOf("0", "1", "1", "2")))
                        .but("commands", words(shards, () -> oneOf("150", "400", "2000", "9000")))
                        .but("read", words(shards, () -> oneOf("0.1", "0.5", "0.6", "0.9")))
                        .but("type", oneOf("cache.r7g.large", "cache.r7g.xlarge", "cache.new"))
                        .but("slots", oneOf("even", "even", "?", uneven(shards)))
                        .but("memory", memory(shards));
        if (isSo(0.6)) {
            seen.but("replicaReads", words(shards, () -> oneOf("0", "30", "1500", "20000")));
        }
        if (isSo(0.6)) {
            seen.but("replicaConnections", words(shards, () -> oneOf("5", "10", "90")));
            seen.but("in", oneOf("3300", "40000", "400000"));
            seen.but("out", oneOf("2800", "40000", "400000"));
        }
        if (isSo(0.1)) {
            seen.but("opened", words(shards, () -> oneOf("0", "99", "100", "0+9x500")));
        }
        if (isSo(0.2)) {
            seen.but("baseline", words(shards, () -> oneOf("20", "79", "80")));
            seen.but("held", words(shards, () -> oneOf("0", "2", "3")));
        }
        if (isSo(0.1)) {
            seen.but("connections", words(shards, () -> oneOf("300", "45500", "60000")));
        }
        if (isSo(0.02)) {
            seen.but("minutes", oneOf("9", "10"));
        }
        if (isSo(0.02)) {
            seen.but("status", "modifying");
        }
        return seen;
    }

    private String cpu() {
        return oneOf(
                "10", "10", "45", "49", "50", "64", "66", "70", "74", "90", "20+4x90", "10+11x99");
    }

    /// One shard among others that idle.
    private String hot(int shards) {
        String others = words(shards - 1, () -> oneOf("10", "20", "49"));
        return (oneOf("69", "72", "90") + " " + others).strip();
    }

    private String memory(int shards) {
        return isSo(0.3) ? words(shards, () -> oneOf("30", "30", "74", "75", "91")) : "40";
    }

    /// Half of them are on the first.
    private static String uneven(int shards) {
        return shards == 1 ? "even" : "8192 " + 8192 / (shards - 1);
    }

    private boolean isSo(double often) {
        return random.nextDouble() < often;
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String words(int number, Supplier<String> word) {
        return IntStream.range(0, number)
                .mapToObj(_ -> word.get())
                .collect(Collectors.joining(" "));
    }
}
