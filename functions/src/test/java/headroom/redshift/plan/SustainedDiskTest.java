package headroom.redshift.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.Given;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.cloudwatch.model.Datapoint;

import java.util.List;

/// What the disk keeps up, as the alarms look at it: periods of five minutes, three by default.
final class SustainedDiskTest {
    @Test
    void isNotRaisedByTheSpillOfAMinute() {
        assertEquals(80.0, sustained(at(1, 80), at(7, 95), at(8, 82), at(12, 81), at(13, 79)));
    }

    @Test
    void isWhatEachPeriodHasReached() {
        assertEquals(91.0, sustained(at(1, 80), at(4, 91), at(7, 95), at(12, 92)));
    }

    @Test
    void leavesOutAPeriodWithoutData() {
        assertEquals(93.0, sustained(at(1, 93), at(12, 95)));
    }

    /// CloudWatch begins at the full minute before the moment that it is asked for.
    @Test
    void leavesOutAMinuteFromBeforeItsPeriods() {
        assertEquals(93.0, sustained(at(1, 93), at(7, 95), at(12, 94), at(15, 80)));
        assertEquals(
                93.0,
                PlanResize.sustained(
                        List.of(at(1, 93), at(7, 95), at(12, 94), at(15, 80)),
                        Given.NOW.plusSeconds(30),
                        3));
    }

    @ParameterizedTest
    @CsvSource({"1, 95", "2, 94", "3, 93", "4, 92", "12, 92"})
    void isAskedOfSoManyPeriods(int periods, double percent) {
        List<Datapoint> falling = List.of(at(1, 95), at(7, 94), at(12, 93), at(17, 92));
        assertEquals(percent, PlanResize.sustained(falling, Given.NOW, periods));
    }

    @Test
    void isUnknownWithoutAnyData() {
        assertEquals(null, PlanResize.sustained(List.of(), Given.NOW, 3));
    }

    private static double sustained(Datapoint... datapoints) {
        Double sustained = PlanResize.sustained(List.of(datapoints), Given.NOW, 3);
        return sustained == null ? Double.NaN : sustained;
    }

    private static Datapoint at(int minutesAgo, double percent) {
        return Datapoint.builder().timestamp(Given.ago(minutesAgo, 0)).maximum(percent).build();
    }
}
