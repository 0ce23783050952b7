package headroom.settings;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

final class WindowTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SAT,SUN 01:00-05:00 UTC           | 2026-11-21T00:59:59Z | false",
                "SAT,SUN 01:00-05:00 UTC           | 2026-11-21T01:00:00Z | true",
                "SAT,SUN 01:00-05:00 UTC           | 2026-11-21T04:59:59Z | true",
                "SAT,SUN 01:00-05:00 UTC           | 2026-11-21T05:00:00Z | false",
                "SAT,SUN 01:00-05:00 UTC           | 2026-11-23T02:00:00Z | false",
                // It belongs to the day on which it opens.
                "SUN 22:00-02:00 UTC               | 2026-11-23T01:59:00Z | true",
                "SUN 22:00-02:00 UTC               | 2026-11-22T01:59:00Z | false",
                // 01:00 in Berlin is 00:00 in winter and 23:00 of the day before in summer.
                "daily 01:00-02:00 Europe/Berlin   | 2026-11-22T00:30:00Z | true",
                "daily 01:00-02:00 Europe/Berlin   | 2026-07-22T23:30:00Z | true",
                "daily 01:00-02:00 Europe/Berlin   | 2026-07-22T00:30:00Z | false",
                // Clocks go from 02:00 to 03:00 on the 29th of March.
                "daily 02:30-04:00 Europe/Berlin   | 2026-03-29T01:29:00Z | false",
                "daily 02:30-04:00 Europe/Berlin   | 2026-03-29T01:30:00Z | true",
                // Clocks go from 03:00 back to 02:00 on the 25th of October: an hour longer.
                "daily 01:00-03:30 Europe/Berlin   | 2026-10-25T02:29:00Z | true",
                "daily 01:00-03:30 Europe/Berlin   | 2026-10-25T02:30:00Z | false",
            })
    void isOpenByTheClocksOfItsZone(String window, Instant moment, boolean open) {
        assertEquals(open, Window.parse(window).isOpenAt(moment));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SAT,SUN 01:00-05:00 UTC         | 2026-11-22T04:20:00Z | 2026-11-28T01:00:00Z",
                "daily 01:00-05:00 UTC           | 2026-11-22T00:20:00Z | 2026-11-22T01:00:00Z",
                "daily 22:00-06:00 Europe/Berlin | 2026-10-24T20:00:00Z | 2026-10-25T21:00:00Z",
                "WED 22:00-06:00 Asia/Kolkata    | 2026-11-22T04:20:00Z | 2026-11-25T16:30:00Z",
                // Clocks go from 02:00 to 03:00, so 02:30 is not before 03:30.
                "daily 02:30-04:00 Europe/Berlin | 2026-03-28T12:00:00Z | 2026-03-29T01:30:00Z",
                // The clocks skip so much of this one that it closes when it opens.
                "daily 02:30-03:30 Europe/Berlin | 2026-03-28T12:00:00Z | 2026-03-30T00:30:00Z"
            })
    void saysWhenItOpensNext(String window, Instant moment, Instant opens) {
        assertEquals(opens, Window.parse(window).opensAfter(moment));
        assertTrue(Window.parse(window).isOpenAt(opens));
        assertFalse(Window.parse(window).isOpenAt(opens.minusSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SAT,SUN 01:00-05:00 Europe/Berlin | SAT,SUN 01:00-05:00 Europe/Berlin",
                "sun,Sat 01:00-05:00 UTC | SAT,SUN 01:00-05:00 UTC",
                "MON-FRI 22:00-06:00 UTC | MON,TUE,WED,THU,FRI 22:00-06:00 UTC",
                "FRI-MON 22:00-06:00 UTC | MON,FRI,SAT,SUN 22:00-06:00 UTC",
                "MON-SUN 00:00-04:00 +02:00 | daily 00:00-04:00 +02:00",
                "daily 00:00-04:00 America/New_York | daily 00:00-04:00 America/New_York"
            })
    void isWrittenAsItIsRead(String written, String again) {
        assertEquals(again, Window.parse(written).toString());
        assertEquals(Window.parse(written), Window.parse(again));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "at night",
                "SAT 01:00-05:00",
                "SAT 1:00-5:00 UTC",
                "SAT 01:00-25:00 UTC",
                "SOMEDAY 01:00-05:00 UTC",
                "SAT, 01:00-05:00 UTC",
                "SAT 01:00-05:00 Europe/Bielefeld"
            })
    void refusesWhatItDoesNotUnderstand(String written) {
        assertFails(
                IllegalArgumentException.class,
                "The window \"%s\" is not understood; expected %s.".formatted(written, Window.FORM),
                () -> Window.parse(written));
    }

    @Test
    void refusesToBeShorterThanAnHour() {
        assertFails(
                IllegalArgumentException.class,
                "The window 23:30-00:29 is shorter than an hour, and could be missed between two"
                        + " rounds of the watch; expected "
                        + Window.FORM
                        + ".",
                () -> Window.parse("daily 23:30-00:29 UTC"));
        assertEquals("daily 23:30-00:30 UTC", Window.parse("daily 23:30-00:30 UTC").toString());
    }

    @Test
    void refusesToBeClosedForEver() {
        assertFails(
                IllegalArgumentException.class,
                "The window never opens; expected " + Window.FORM + ".",
                () -> Window.parse("SAT 01:00-01:00 UTC"));
    }
}
