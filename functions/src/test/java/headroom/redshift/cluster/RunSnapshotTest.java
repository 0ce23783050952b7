package headroom.redshift.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunSnapshotTest {
    @ParameterizedTest
    @CsvSource({
        "sales, alarm-20261122T040506Z-8488be5f, headroom-sales-alarm-20261122t040506z-8488be5f",
        "sales, run--1, headroom-sales-run-1",
        "sales, -run_, headroom-sales-run",
        "sales, Übung 1, headroom-sales-bung-1",
        "dw-1, 7, headroom-dw-1-7"
    })
    void hasLettersDigitsAndSingleHyphens(String cluster, String run, String name) {
        assertEquals(name, RunSnapshot.BACKUP.name(cluster, run));
    }

    @Test
    void isCutToItsLongestWithoutAHyphenAtTheEnd() {
        String cut = RunSnapshot.BACKUP.name("sales", "x".repeat(239) + "-" + "y".repeat(50));

        assertEquals("headroom-sales-" + "x".repeat(239), cut);
        assertEquals(254, cut.length());
        assertEquals(255, RunSnapshot.BACKUP.name("sales", "x".repeat(300)).length());
    }

    @Test
    void beginsWithThePrefixThatTheGrantNames() {
        assertEquals("headroom-dw-1-", RunSnapshot.BACKUP.prefix("dw-1"));
        assertEquals("headroom-precopy-dw-1-", RunSnapshot.PRECOPY.prefix("dw-1"));
        for (RunSnapshot each : RunSnapshot.values()) {
            assertTrue(each.name("dw-1", "run-1").startsWith(each.prefix("dw-1")));
        }
    }

    @Test
    void isNotCutForTheLongestClusterAndTheLongestRun() {
        for (RunSnapshot each : RunSnapshot.values()) {
            assertTrue(each.name("c".repeat(63), "r".repeat(80)).endsWith("r".repeat(80)));
        }
    }
}
