package headroom.benchmarks.relief;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/// Stories that were played.
record Sample(List<Tale> all) {
    Sample {
        all = List.copyOf(all);
    }

    /// Those of the first seeds: as many of each cause. Each has a world of its own, so that they
    /// are played at the same time.
    static Sample play(int stories) {
        return play(stories, () -> {});
    }

    /// @param told of each, by any thread
    static Sample play(int stories, Runnable told) {
        return new Sample(
                LongStream.range(0, stories)
                        .parallel()
                        .mapToObj(seed -> Tale.of(Stories.of(seed)))
                        .peek(_ -> told.run())
                        .toList());
    }

    int size() {
        return all.size();
    }

    Sample of(Predicate<Tale> which) {
        return new Sample(all.stream().filter(which).toList());
    }

    double total(ToDoubleFunction<Tale> value) {
        return all.stream().mapToDouble(value).sum();
    }

    /// Not a number where there are none.
    double mean(ToDoubleFunction<Tale> value) {
        return all.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
}
