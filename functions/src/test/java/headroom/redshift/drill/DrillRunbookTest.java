package headroom.redshift.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.ClusterPages;
import headroom.redshift.Given;
import headroom.redshift.Runbook;
import headroom.report.Asked;
import headroom.report.Mail;
import headroom.report.RunbookPage;
import headroom.report.Told;
import headroom.run.Cause;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Holds the runbook and the subjects of drills' reports together.
final class DrillRunbookTest {
    @Test
    void hasASectionForEachReportAndNoOther() throws IOException {
        Set<String> reports = new TreeSet<>();
        for (DrillOutcome each : DrillOutcome.values()) {
            reports.add(new DrillWords(Runbook.SETTINGS, input(each, false)).heading());
        }
        reports.add(new DrillWords(Runbook.SETTINGS, input(DrillOutcome.FAILED, true)).heading());
        String subject =
                "'Headroom' & ($owed ? ' CRITICAL, a copy may be left' : '') & ': ${LeaseKey},"
                        + " report not composed'";
        assertTrue(
                Files.readString(Path.of("..", "statemachine", "redshift-drill.asl.json"))
                        .contains(subject));
        reports.add("Headroom: redshift-drill/CLUSTER, report not composed");
        reports.add(
                "Headroom CRITICAL, a copy may be left: redshift-drill/CLUSTER, report not"
                        + " composed");

        Set<String> headings = new TreeSet<>(Runbook.headings());
        headings.removeIf(each -> !each.contains("drill"));
        assertEquals(reports, headings);
    }

    /// A link into the runbook goes where there is something.
    @Test
    void hasTheSectionsThatReportsLinkTo() {
        Set<String> anchors = new RunbookPage(ClusterPages.MAIL).anchors();
        for (DrillOutcome each : DrillOutcome.values()) {
            assertTrue(
                    anchors.contains(
                            Mail.anchor(
                                    new DrillWords(Runbook.SETTINGS, input(each, false))
                                            .heading())),
                    each::name);
        }
    }

    @Test
    void aCopyThatIsLeftIsToldAsCriticalAndTriedAgainAtOnce() {
        ComposeDrillReport.Answer answer =
                new ComposeDrillReport(Given.SETTINGS, Given.CLOCK)
                        .run(input(DrillOutcome.FAILED, true));
        assertTrue(answer.subject().startsWith("Headroom CRITICAL"), answer.subject());
        assertTrue(answer.body().contains("delete-cluster"), answer.body());
        assertEquals(Given.NOW, answer.lease().quietUntil());
    }

    /// The month's drill is not put off by somebody who asks what it would do.
    @Test
    void aPlanAloneLeavesTheQuietTimeAsItWas() {
        Instant quiet = Given.NOW.plusSeconds(7200);
        assertEquals(quiet, quietUntil(input(DrillOutcome.PLANNED, false, true, quiet)));
        assertEquals(Given.NOW, quietUntil(input(DrillOutcome.PLANNED, false, true, null)));
        assertEquals(
                Given.NOW.plusSeconds(86_400),
                quietUntil(input(DrillOutcome.FAILED, false, false, quiet)));
    }

    private static Instant quietUntil(ComposeDrillReport.Input input) {
        return new ComposeDrillReport(Given.SETTINGS, Given.CLOCK).run(input).lease().quietUntil();
    }

    private static ComposeDrillReport.Input input(DrillOutcome outcome, boolean owed) {
        return input(outcome, owed, false, null);
    }

    private static ComposeDrillReport.Input input(
            DrillOutcome outcome, boolean owed, boolean dryRun, @Nullable Instant quiet) {
        return new ComposeDrillReport.Input(
                new Asked(
                        "arn:aws:states:eu-west-1:111122223333:execution:m:drill-1",
                        "arn:aws:sns:eu-west-1:111122223333:requests",
                        "message 1",
                        Cause.MANUAL,
                        true,
                        dryRun,
                        "nobody",
                        Optional.empty()),
                outcome,
                null,
                null,
                null,
                null,
                owed,
                null,
                null,
                Told.first(Told.NOTHING, Given.NOW),
                quiet);
    }
}
