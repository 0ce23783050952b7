package headroom.benchmarks.pause;

import headroom.benchmarks.Spread;
import headroom.benchmarks.resize.Rehearsed;
import headroom.benchmarks.resize.Trace;
import headroom.rehearsal.aws.Estimates;
import headroom.warehouse.ResizeMethod;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// Drawn resizes, each of them played with every kind of estimate.
record Sample(List<Compared> all) {
    private static final long SEED = 20_261_122;

    /// @param traces how many of each method
    static Sample draw(int traces) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Compared> all = new ArrayList<>();
        for (ResizeMethod method : ResizeMethod.values()) {
            for (int nth = 0; nth < traces; nth++) {
                Trace trace = Trace.draw(method, random);
                Rehearsed.KINDS.forEach(each -> all.add(Compared.of(trace, each)));
            }
        }
        return new Sample(List.copyOf(all));
    }

    Sample of(ResizeMethod method) {
        return new Sample(all.stream().filter(each -> each.trace().method() == method).toList());
    }

    Sample of(Estimates kind) {
        return new Sample(all.stream().filter(each -> each.estimates() == kind).toList());
    }

    Spread spread(ToDoubleFunction<Compared> value) {
        return Spread.of(all, value);
    }
}
