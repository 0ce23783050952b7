package headroom.constructs.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class MonitoringTest {
    @Test
    void leaseMayBeHeldForSixHoursWhereTheSourceKeepsItsLogForLess() {
        assertEquals(6 * 60, Monitoring.leaseHeldTooLong(4).toMinutes());
        assertEquals(384, Monitoring.leaseHeldTooLong(8).toMinutes());
    }
}
