package headroom.lease;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// What stands on the lease beside it: what was told when, and what others have left to be told.
///
/// @param blindSince when a round of the watch first saw no figures of the resource; null while it
///   sees them
/// @param blindToldAt when operators were last told of that
/// @param foreign a sentence on who else publishes to the requests' topic; null if nobody does
/// @param foreignToldAt when operators were last told of that
/// @param answer what a person has to be answered, ready to be sent; null if there is nothing
public record Notes(
        @Nullable Instant blindSince,
        @Nullable Instant blindToldAt,
        @Nullable String foreign,
        @Nullable Instant foreignToldAt,
        @Nullable String answer) {
    public static final String BLIND_SINCE = "blindSince";
    public static final String BLIND_TOLD_AT = "blindToldAt";
    public static final String FOREIGN = "foreign";
    public static final String FOREIGN_TOLD_AT = "foreignToldAt";
    public static final String ANSWER = "answer";

    static Notes of(Lease lease) {
        return new Notes(
                lease.time(BLIND_SINCE),
                lease.time(BLIND_TOLD_AT),
                lease.text(FOREIGN),
                lease.time(FOREIGN_TOLD_AT),
                lease.text(ANSWER));
    }

    /// Who gets the same mail more often than each day stops reading.
    private static final Duration ONCE_IN = Duration.ofDays(1);

    public boolean blindnessIsDue(Instant now) {
        return isDue(blindToldAt, now);
    }

    public boolean foreignIsDue(Instant now) {
        return isDue(foreignToldAt, now);
    }

    private static boolean isDue(@Nullable Instant told, Instant now) {
        return told == null || !now.isBefore(told.plus(ONCE_IN));
    }
}
