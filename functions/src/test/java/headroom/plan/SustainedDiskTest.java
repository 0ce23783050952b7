package headroom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Given;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudwatch.model.Datapoint;

import java.util.List;

/// What the disk keeps up, as the alarms look at it: three periods of five minutes.
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

    @Test
    void isUnknownWithoutAnyData() {
        assertEquals(null, PlanResize.sustained(List.of(), Given.NOW));
    }

    private static double sustained(Datapoint... datapoints) {
        Double sustained = PlanResize.sustained(List.of(datapoints), Given.NOW);
        return sustained == null ? Double.NaN : sustained;
    }

    private static Datapoint at(int minutesAgo, double percent) {
        return Datapoint.builder().timestamp(Given.ago(minutesAgo, 0)).maximum(percent).build();
    }
}
