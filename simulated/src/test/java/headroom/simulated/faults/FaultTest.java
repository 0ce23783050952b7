package headroom.simulated.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.redshift.RedshiftFaults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "redshift.DescribeClusters#3:THROTTLED",
                "dms.StopReplicationTask#1x4:InvalidResourceStateException",
                "function.PlanResize#2+:Sandbox.Timedout/AFTER",
                "state.Paused?#1:STOP_TASK=orders",
                "minute#42:ABORT"
            })
    void isReadAsItIsWritten(String text) {
        assertEquals(text, RedshiftFaults.KINDS.parse(text).toString());
    }

    @Test
    void strikesFromItsCallOnForSoLong() {
        Fault fault = RedshiftFaults.KINDS.parse("machine.Publish#2x2:SILENCE/BEFORE");
        assertFalse(fault.strikes("machine.Publish", 1));
        assertTrue(fault.strikes("machine.Publish", 2));
        assertTrue(fault.strikes("machine.Publish", 3));
        assertFalse(fault.strikes("machine.Publish", 4));
        assertFalse(fault.strikes("machine.UpdateItem", 2));
    }

    @Test
    void strikesForGood() {
        Fault fault = RedshiftFaults.KINDS.parse("machine.Publish#2+:SILENCE/BEFORE");
        assertTrue(fault.isForGood());
        assertTrue(fault.strikes("machine.Publish", 1_000_000));
    }

    @Test
    void refusesTextOfAnotherForm() {
        assertRefused(
                "redshift",
                "Found the fault \"redshift\"; expected PLACE#NTH:WHAT, such as"
                        + " dynamodb.GetItem#3:THROTTLED, with x2 after NTH for twice in a"
                        + " row, or + for good.");
    }

    @Test
    void refusesAKindThatThePlaceDoesNotHaveWithThoseThatItHas() {
        assertRefused(
                "dms.StopReplicationTask#1:STALE",
                "Found STALE at dms.StopReplicationTask; expected one of"
                        + " [InvalidResourceStateException, ResourceNotFoundException, THROTTLED,"
                        + " SERVER_ERROR, UNAVAILABLE, NO_CONNECTION, ANSWER_LOST, TWICE].");
    }

    @Test
    void refusesAPlaceThatIsNone() {
        assertRefused(
                "redshift.DescribeCluster#1:THROTTLED",
                "Found the place redshift.DescribeCluster; expected an operation such as"
                        + " sfn.StartExecution, cluster.Resize, cluster.Snapshot, copy.Delete,"
                        + " copy.Restore, machine.Publish, machine.PutEvents, machine.UpdateItem,"
                        + " minute, or a name behind one of [delivery., event., function., start.,"
                        + " state., stop.].");
    }

    @Test
    void refusesTheCallBeforeTheFirst() {
        assertRefused(
                "machine.Publish#0:TWICE",
                "Found call 0, 1 times, at machine.Publish; expected numbers from 1.");
    }

    private static void assertRefused(String text, String message) {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> RedshiftFaults.KINDS.parse(text));
        assertEquals(message, refusal.getMessage());
    }
}
