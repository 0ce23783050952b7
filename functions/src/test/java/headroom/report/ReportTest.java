package headroom.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ReportTest {
    @Test
    void cutsASubjectToLessThanAHundredCharacters() {
        assertEquals("x".repeat(99), new Report("x".repeat(99), "").subject());
        assertEquals("x".repeat(96) + "...", new Report("x".repeat(100), "").subject());
    }

    @Test
    void hasNoCharacterInItsSubjectThatSnsRefuses() {
        assertEquals("a?b?c~ ?", new Report("aüö\nb\tc~ \u007f", "").subject());
    }

    @Test
    void keepsItsBodyAsItIs() {
        assertEquals("ü\n", new Report("s", "ü\n").body());
    }
}
