package headroom.redshift.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.lease.Lease;
import headroom.redshift.ClusterPages;
import headroom.redshift.Runbook;
import headroom.redshift.cluster.Cluster;
import headroom.redshift.replication.PauseRecord;
import headroom.report.Places;
import headroom.report.Report;
import headroom.watch.Left;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The line that a person sees first of what the watch tells.
final class WatchSubjectsTest {
    @Test
    void haveASectionInTheRunbookEach() {
        assertEquals(Runbook.OF_THE_WATCH, subjects(Runbook.CLUSTER));
        assertTrue(Runbook.headings().containsAll(Runbook.OF_THE_WATCH));
    }

    @Test
    void haveLessThanAHundredCharactersForTheLongestCluster() {
        Set<String> subjects = subjects("c".repeat(63));
        assertEquals(Runbook.OF_THE_WATCH.size(), subjects.size());
        subjects.forEach(each -> assertTrue(each.matches("[ -~]{1,99}"), each));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Headroom: s was resized | Headroom (late): s was resized",
                "Headroom: s was NOT resized: refused by plan | Headroom (late): s was NOT resized:"
                        + " refused by plan",
                "Headroom CRITICAL: DMS tasks NOT running, s | Headroom CRITICAL (late): DMS tasks"
                        + " NOT running, s",
                "Headroom CRITICAL, DMS tasks may be stopped: redshift/s, report not composed |"
                        + " Headroom CRITICAL, DMS tasks may be stopped (late): redshift/s, report"
                        + " not composed",
                "Headroom CRITICAL (log ends 2 Mar 04:26Z): DMS tasks NOT running, s | Headroom"
                        + " CRITICAL (log ends 2 Mar 04:26Z) (late): DMS tasks NOT running, s",
                "null | Headroom (late): null"
            })
    void areThoseOfTheLostReportWhereOneComesLate(String lost, String late) {
        Report report = Left.report("report run-1", lost + "\nWHAT HAPPENED\nMuch.");
        assertEquals(late, report.subject());
        assertEquals(
                "The report run-1 could not be published when that run ended.\n\n"
                        + "WHAT HAPPENED\nMuch.",
                report.body());
    }

    @Test
    void loseNothingOfAReportWithoutASubject() {
        assertEquals(
                "The report run-1 could not be published when that run ended.\n\nMuch.",
                Left.report("report run-1", "Much.").body());
    }

    private static Set<String> subjects(String cluster) {
        var left = new Left(ClusterPages.MAIL, cluster, "people");
        var observation = new ObservationReport("eu-west-1");
        var blind = new BlindReport(cluster, "eu-west-1");
        var seen =
                new Cluster(
                        cluster,
                        "available",
                        "Available",
                        "dc2.large",
                        2,
                        List.of(),
                        "",
                        null,
                        null,
                        true,
                        null);
        Stream<Report> mails =
                Stream.of(
                                left.answer("No."),
                                left.foreign("An event."),
                                blind.outOfSight(seen, Optional.empty()),
                                blind.noCluster(),
                                new Overdue(Duration.ofHours(3), Duration.ofMinutes(45), true)
                                        .mail(
                                                cluster,
                                                "it is resizing",
                                                new PauseRecord(Lease.of(Map.of())),
                                                "eu-west-1"),
                                observation.hopeless(List.of()),
                                observation.waiting(List.of()),
                                observation.weak(List.of()))
                        .map(
                                each ->
                                        each.to(
                                                ClusterPages.MAIL,
                                                cluster,
                                                List.of(),
                                                Optional.empty(),
                                                Places.NONE));
        return Stream.concat(
                        mails, Stream.of(Left.report("report r", "Headroom: ANY REPORT\nMuch.")))
                .map(Report::subject)
                .collect(Collectors.toSet());
    }
}
