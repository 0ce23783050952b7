package headroom.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Moments as people read them, in UTC.
public final class Moment {
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("d MMM HH:mm'Z'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter WHOLE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private Moment() {}

    /// Such as `2 Mar 14:30Z`, where there is little room.
    public static String inShort(Instant moment) {
        return SHORT.format(moment);
    }

    /// Such as `2026-03-02 14:30Z`.
    public static String of(Instant moment) {
        return WHOLE.format(moment);
    }
}
