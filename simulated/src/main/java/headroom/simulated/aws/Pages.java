package headroom.simulated.aws;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Cuts a list into the short pages that a service may always answer with. A long list has longer
/// ones: two hundred pages of two would be no answer of any service.
///
/// @param marker where the next page begins; null on the last one
public record Pages<T>(List<T> page, @Nullable String marker) {
    private static final int SHORT = 2;

    /// The default of several services.
    private static final int LONG = 100;

    /// More than the pages of small scenarios hold.
    private static final int MANY = 20;

    public static <T> Pages<T> cut(List<T> all, @Nullable String marker) {
        int from = marker == null ? 0 : Integer.parseInt(marker);
        int to = Math.min(all.size(), from + (all.size() > MANY ? LONG : SHORT));
        return new Pages<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    }
}
