package headroom.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SnapshotNameTest {
    @ParameterizedTest
    @CsvSource({
        "sales, alarm-20261122T040506Z-8488be5f, headroom-sales-alarm-20261122t040506z-8488be5f",
        "sales, run--1, headroom-sales-run-1",
        "sales, -run_, headroom-sales-run",
        "sales, Übung 1, headroom-sales-bung-1",
        "dw-1, 7, headroom-dw-1-7"
    })
    void hasLettersDigitsAndSingleHyphens(String cluster, String run, String name) {
        assertEquals(name, SnapshotName.of(cluster, run));
    }

    @Test
    void isCutToItsLongestWithoutAHyphenAtTheEnd() {
        String cut = SnapshotName.of("sales", "x".repeat(239) + "-" + "y".repeat(50));

        assertEquals("headroom-sales-" + "x".repeat(239), cut);
        assertEquals(254, cut.length());
        assertEquals(255, SnapshotName.of("sales", "x".repeat(300)).length());
    }

    @Test
    void beginsWithThePrefixThatTheGrantNames() {
        assertEquals("headroom-dw-1-", SnapshotName.prefix("dw-1"));
        assertTrue(SnapshotName.of("dw-1", "run-1").startsWith(SnapshotName.prefix("dw-1")));
    }

    @Test
    void isNotCutForTheLongestClusterAndTheLongestRun() {
        assertTrue(SnapshotName.of("c".repeat(63), "r".repeat(80)).endsWith("r".repeat(80)));
    }
}
