package headroom.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ReportTest {
    @Test
    void cutsASubjectToLessThanAHundredCharacters() {
        assertEquals("x".repeat(99), Report.ofText("x".repeat(99), "").subject());
        assertEquals("x".repeat(96) + "...", Report.ofText("x".repeat(100), "").subject());
    }

    @Test
    void hasNoCharacterInItsSubjectThatSnsRefuses() {
        assertEquals("a?b?c~ ?", Report.ofText("aüö\nb\tc~ \u007f", "").subject());
    }

    /// All that is special in JSON, once in the text and once more in the card, which is JSON in a
    /// string.
    @Test
    void isOneMessageWithAFormForEachProtocol() {
        String body = "He said \"no\".\nC:\\temp\t* 80 % <all> ü \u0001";

        assertEquals(
                "{\"default\":\"He said \\\"no\\\".\\n"
                    + "C:\\\\temp\\t* 80 % <all> ü \\u0001\","
                    + "\"https\":\"{\\\"version\\\":\\\"1.0\\\",\\\"source\\\":\\\"custom\\\",\\\"content\\\":{\\\"textType\\\":\\\"client-markdown\\\",\\\"title\\\":\\\"Headroom:"
                    + " a &amp; b\\\",\\\"description\\\":\\\"He said \\\\\\\"no\\\\\\\".\\\\n"
                    + "`C:\\\\\\\\temp\\\\t*` 80 % &lt;all&gt; ü \\\\u0001\\\","
                    + "\\\"nextSteps\\\":[],\\\"keywords\\\":[\\\"headroom\\\",\\\"report\\\"]},\\\"metadata\\\":{\\\"summary\\\":\\\"Headroom:"
                    + " a & b\\\",\\\"eventType\\\":\\\"headroom-report\\\"}}\"}",
                Report.ofText("Headroom: a & b", body).message());
    }

    @Test
    void leavesOfItsCardTheTitleAloneWhereTheTextNeedsTheRoom() {
        String longest = "x ".repeat(129_800);

        Report report = Report.ofText("Headroom: news", longest);

        assertEquals(longest, report.body());
        assertEquals(
                "The report is too long for a chat. It is in the e-mail.",
                report.card().content().description());
        assertTrue(report.message().contains("news"));
    }

    @Test
    void keepsItsCardWhereBothHaveRoom() {
        Report report = Report.ofText("Headroom: news", "x".repeat(200_000));

        assertEquals("The rest is in the e-mail.", report.card().content().description());
    }

    @Test
    void keepsItsBodyAsItIs() {
        assertEquals("ü\n", Report.ofText("s", "ü\n").body());
    }
}
