package headroom.benchmarks.relief;

import java.util.List;
import java.util.random.RandomGenerator;

/// What is left to chance in a story, each value as likely as any other.
record Chance(RandomGenerator random) {
    /// Both included.
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double within(double least, double most) {
        return random.nextDouble(least, most);
    }

    boolean oneIn(int number) {
        return random.nextInt(number) == 0;
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
