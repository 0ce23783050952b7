package headroom.benchmarks.findings;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A value that was found, and the most that it may be.
///
/// @param what the value is, with its unit
public record Target(String what, double found, double most) {
    private static final int DIGITS = 3;

    /// False for a value that is not a number, as the average of nothing is.
    public boolean isMet() {
        return found <= most;
    }

    public String row() {
        return "| %s | %s | %s | %s |"
                .formatted(what, number(found), number(most), isMet() ? "met" : "**missed**");
    }

    /// Rounded up, so that a value never looks better than it is.
    private static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(DIGITS, RoundingMode.CEILING)
                        .stripTrailingZeros()
                        .toPlainString()
                : "none";
    }
}
