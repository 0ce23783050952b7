package headroom.settings;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The hours of the week in which a resize may begin unasked: `SAT,SUN 01:00-05:00 Europe/Berlin`.
///
/// The times are those of the zone's clocks, so the window moves with daylight saving. Where the
/// clocks skip its beginning, it begins so much later; a window that they skip whole stays closed
/// for that day.
///
/// @param days on which it opens
/// @param from when it opens
/// @param to when it closes; on the next day, unless that is later than `from`
public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    /// For people.
    public static final String FORM =
            "days, times and a time zone, as in SAT,SUN 01:00-05:00 Europe/Berlin, MON-FRI"
                    + " 22:00-06:00 UTC or daily 00:00-04:00 America/New_York";

    /// In seconds.
    private static final int LEAST = 60 * 60;

    private static final int DAY = 24 * 60 * 60;
    private static final String DAILY = "daily";
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?<days>\\S+) (?<from>\\d\\d:\\d\\d)-(?<to>\\d\\d:\\d\\d) (?<zone>\\S+)");

    public Window {
        days = Set.copyOf(days);
        if (days.isEmpty() || from.equals(to)) {
            throw new IllegalArgumentException("The window never opens; expected " + FORM + ".");
        }
        if (Math.floorMod(to.toSecondOfDay() - from.toSecondOfDay(), DAY) < LEAST) {
            throw new IllegalArgumentException(
                    "The window %s-%s is shorter than an hour, and could be missed between two rounds of the watch; expected %s."
                            .formatted(from, to, FORM));
        }
    }

    /// Reads the form that [#toString()] writes.
    ///
    /// @throws IllegalArgumentException if it is not understood, or never opens
    public static Window parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw notUnderstood(text);
        }
        try {
            return new Window(
                    days(written.group("days")),
                    LocalTime.parse(written.group("from")),
                    LocalTime.parse(written.group("to")),
                    ZoneId.of(written.group("zone")));
        } catch (DateTimeException wrong) {
            throw notUnderstood(text);
        }
    }

    /// The form as a pattern of the whole text, for who judges by patterns. It says nothing of how
    /// long a window is, nor which time zones there are.
    public static String pattern() {
        String day =
                Stream.of(DayOfWeek.values())
                        .map(Window::inShort)
                        .map(Window::inAnyCase)
                        .collect(Collectors.joining("|", "(?:", ")"));
        String days = "%1$s(?:-%1$s)?(?:,%1$s(?:-%1$s)?)*".formatted(day);
        String time = "(?:[01]\\d|2[0-3]):[0-5]\\d";
        return "\\s*(?:%s|%s) %s-%s \\S+\\s*".formatted(DAILY, days, time, time);
    }

    private static String inAnyCase(String letters) {
        return letters.chars()
                .mapToObj(Character::toString)
                .map(each -> "[" + each + each.toLowerCase(Locale.ROOT) + "]")
                .collect(Collectors.joining());
    }

    private static IllegalArgumentException notUnderstood(String text) {
        return new IllegalArgumentException(
                "The window \"%s\" is not understood; expected %s.".formatted(text, FORM));
    }

    private static Set<DayOfWeek> days(String written) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (written.equals(DAILY)) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        for (String part : written.split(",", -1)) {
            String[] ends = part.split("-", 2);
            DayOfWeek day = day(ends[0]);
            DayOfWeek last = day(ends[ends.length - 1]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String written) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (inShort(day).equals(written.toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new DateTimeException("no day of the week: " + written);
    }

    private static String inShort(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    public boolean isOpenAt(Instant moment) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        return isOpenOn(today.minusDays(1), moment) || isOpenOn(today, moment);
    }

    private boolean isOpenOn(LocalDate day, Instant moment) {
        return days.contains(day.getDayOfWeek())
                && !moment.isBefore(opening(day))
                && moment.isBefore(closing(day));
    }

    /// When it opens next, after the moment.
    public Instant opensAfter(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        while (!opensOn(day) || !opening(day).isAfter(moment)) {
            day = day.plusDays(1);
        }
        return opening(day);
    }

    private boolean opensOn(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && opening(day).isBefore(closing(day));
    }

    private Instant opening(LocalDate day) {
        return ZonedDateTime.of(day, from, zone).toInstant();
    }

    private Instant closing(LocalDate day) {
        return ZonedDateTime.of(to.isAfter(from) ? day : day.plusDays(1), to, zone).toInstant();
    }

    @Override
    public String toString() {
        String names =
                days.size() == DayOfWeek.values().length
                        ? DAILY
                        : days.stream()
                                .sorted()
                                .map(Window::inShort)
                                .collect(Collectors.joining(","));
        return "%s %s-%s %s".formatted(names, from, to, zone);
    }
}
