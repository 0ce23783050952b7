package headroom.redshift.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.watch.WatchDecision.Need;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    OK                | OK    | false | false | The alarm is OK.
                    INSUFFICIENT_DATA | OK    | false | false | The alarm is INSUFFICIENT_DATA.
                    ALARM             | OK    | true  | false | the alarm stands in ALARM
                    ALARM             | ALARM | true  | true  | the disk is critical, the alarm stands in ALARM
                    INSUFFICIENT_DATA | ALARM | true  | true  | the disk is critical, the alarm stands in ALARM
                    """)
    void needARunWhileOneOfThemStands(
            String usual, String critical, boolean stands, boolean isCritical, String sentence) {
        assertEquals(new Need(stands, isCritical, sentence), new Alarms(usual, critical).need());
    }
}
