package headroom.elasticache.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.Given;
import headroom.elasticache.Outcome;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

final class EndingTest {
    @ParameterizedTest
    @CsvSource({
        "IMPROVED, improved",
        "NOT_IMPROVED, not improved",
        "WORSE, not improved",
        "UNMEASURED, not improved",
        "PLANNED, unchanged",
        "UNNEEDED, unchanged",
        "ASKED, unchanged",
        "DEFERRED, unchanged",
        "RECOVERED, unchanged",
        "TOLD, told",
        "REFUSED, told",
        "FAILED, failed"
    })
    void countsARunUnderHowItEnded(Outcome outcome, String ending) {
        List<String> lines = new ArrayList<>();
        var report = new ComposeReport(Given.SETTINGS, Given.CLOCK, lines::add);
        report.run(Runs.of(outcome).input());
        report.run(Runs.of(Outcome.DECLINED).input());

        assertEquals(1, lines.size(), "what is said of no run is not counted");
        assertTrue(
                lines.getFirst()
                        .endsWith(
                                "\"Resource\":\"elasticache/sessions\",\"Outcome\":\"%s\",\"Runs\":1}"
                                        .formatted(ending)),
                lines.getFirst());
    }
}
