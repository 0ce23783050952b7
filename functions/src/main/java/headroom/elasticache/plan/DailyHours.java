package headroom.elasticache.plan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Hours in which ElastiCache does its own work, in UTC: daily ones as `05:00-06:00`, weekly ones
/// as `sun:23:00-mon:01:30`. Both may go over midnight, or over the end of the week.
///
/// @param opensAt minutes since the beginning of a Monday, or of a day
/// @param length in minutes
/// @param every minutes from one opening to the next: a day, or a week
record DailyHours(int opensAt, int length, int every) {
    /// A step that begins just before is in the midst of it when it opens.
    private static final Duration BEFORE = Duration.ofMinutes(30);

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;
    private static final String TIME = "([01]\\d|2[0-3]):([0-5]\\d)";
    private static final String DAYS = "(mon|tue|wed|thu|fri|sat|sun)";
    private static final Pattern DAILY = Pattern.compile(TIME + "-" + TIME);
    private static final Pattern WEEKLY =
            Pattern.compile(DAYS + ":" + TIME + "-" + DAYS + ":" + TIME);

    /// Empty if it is of another form.
    static Optional<DailyHours> parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        var daily = DAILY.matcher(plain);
        if (daily.matches()) {
            return Optional.of(
                    of(
                            minute(daily.group(1), daily.group(2)),
                            minute(daily.group(3), daily.group(4)),
                            DAY));
        }
        var weekly = WEEKLY.matcher(plain);
        return weekly.matches()
                ? Optional.of(
                        of(
                                day(weekly.group(1)) + minute(weekly.group(2), weekly.group(3)),
                                day(weekly.group(4)) + minute(weekly.group(5), weekly.group(6)),
                                WEEK))
                : Optional.empty();
    }

    private static DailyHours of(int opens, int closes, int every) {
        return new DailyHours(opens, Math.floorMod(closes - opens, every), every);
    }

    private static int minute(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute)).toSecondOfDay() / 60;
    }

    private static int day(String name) {
        return List.of(DayOfWeek.values()).stream()
                                .filter(
                                        each ->
                                                each.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .startsWith(name))
                                .findFirst()
                                .orElseThrow()
                                .getValue()
                        * DAY
                - DAY;
    }

    /// Whether they are open, or open within half an hour.
    boolean isNear(Instant moment) {
        var time = moment.atZone(ZoneOffset.UTC);
        int minute =
                (time.getDayOfWeek().getValue() - 1) * DAY
                        + time.toLocalTime().toSecondOfDay() / 60;
        int since = Math.floorMod(minute - opensAt, every);
        return since < length || every - since <= BEFORE.toMinutes();
    }
}
