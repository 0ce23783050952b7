package headroom.benchmarks.pause;

import headroom.benchmarks.findings.Spread;
import headroom.benchmarks.resize.Rehearsed;
import headroom.benchmarks.resize.Trace;
import headroom.redshift.cluster.ResizeMethod;
import headroom.simulated.redshift.Estimates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// Resizes that were drawn and run.
record Sample(List<Compared> all) {
    private static final long SEED = 20_261_122;

    /// Half of each method, and a quarter with each kind of estimate.
    static Sample draw(int resizes) {
        return draw(resizes, () -> {});
    }

    /// @param told of each
    static Sample draw(int resizes, Runnable told) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Compared> all = new ArrayList<>();
        for (int nth = 0; nth < resizes; nth++) {
            ResizeMethod method = nth % 2 == 0 ? ResizeMethod.ELASTIC : ResizeMethod.CLASSIC;
            Estimates kind = Rehearsed.KINDS.get(nth / 2 % Rehearsed.KINDS.size());
            all.add(Compared.of(Trace.draw(method, random), kind));
            told.run();
        }
        return new Sample(List.copyOf(all));
    }

    Sample of(ResizeMethod method) {
        return only(each -> each.trace().method() == method);
    }

    Sample of(Estimates kind) {
        return only(each -> each.estimates() == kind);
    }

    /// Those whose full snapshot takes at least `from` and at most `to`.
    Sample withSnapshot(Duration from, Duration to) {
        return only(
                each ->
                        each.trace().snapshot().compareTo(from) >= 0
                                && each.trace().snapshot().compareTo(to) <= 0);
    }

    private Sample only(Predicate<Compared> which) {
        return new Sample(all.stream().filter(which).toList());
    }

    Spread spread(ToDoubleFunction<Compared> value) {
        return Spread.of(all, value);
    }
}
