package headroom.simulated.elasticache.load;

import java.time.Instant;

/// Chance that comes out the same each time: of a seed, of whom it is about, and of when.
public record Noise(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /// From 0 up to, but not, 1.
    public double at(String whom, Instant when) {
        long mixed = mix(seed + GOLDEN * whom.hashCode());
        mixed = mix(mixed + GOLDEN * when.getEpochSecond());
        return (mixed >>> 11) * 0x1.0p-53;
    }

    /// Around 1, by so much at most.
    double around(double by, String whom, Instant when) {
        return 1 + by * (2 * at(whom, when) - 1);
    }

    /// The finaliser of SplitMix64.
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
