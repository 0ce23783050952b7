package headroom.rehearsal.aws;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Cuts a list into the short pages that a service may always answer with.
///
/// @param marker where the next page begins; null on the last one
record Pages<T>(List<T> page, @Nullable String marker) {
    private static final int LENGTH = 2;

    static <T> Pages<T> cut(List<T> all, @Nullable String marker) {
        int from = marker == null ? 0 : Integer.parseInt(marker);
        int to = Math.min(all.size(), from + LENGTH);
        return new Pages<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    }
}
