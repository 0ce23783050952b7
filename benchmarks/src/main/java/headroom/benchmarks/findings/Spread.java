package headroom.benchmarks.findings;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What matters of many values of which less is better.
///
/// @param median of an even number of values the lower one
/// @param p95 which 95 of 100 values do not exceed
public record Spread(double mean, double median, double p95, double worst) {
    private static final int HALF = 50;
    private static final int MOST = 95;

    /// All are not a number where there are no values.
    public static <T> Spread of(Collection<T> all, ToDoubleFunction<? super T> value) {
        double[] values = all.stream().mapToDouble(value).sorted().toArray();
        return new Spread(
                Arrays.stream(values).average().orElse(Double.NaN),
                percentile(values, HALF),
                percentile(values, MOST),
                percentile(values, 100));
    }

    /// By the nearest rank, so that it is one of the values.
    private static double percentile(double[] sorted, int percent) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.ceilDiv(percent * sorted.length, 100) - 1];
    }

    /// `mean / p95 / worst`, each with so many digits.
    public String inWords(int digits) {
        String one = "%." + digits + "f";
        return String.format(Locale.ROOT, one + " / " + one + " / " + one, mean, p95, worst);
    }
}
