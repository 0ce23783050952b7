package headroom.redshift.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.lease.Lease;
import headroom.redshift.ClusterPages;
import headroom.redshift.Given;
import headroom.redshift.Policy;
import headroom.redshift.Runbook;
import headroom.redshift.Settings;
import headroom.redshift.replication.PauseRecord;
import headroom.redshift.report.Disk;
import headroom.report.Report;
import headroom.run.Console;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The source keeps its log for 24 hours here.
final class WarningTest {
    @ParameterizedTest
    @CsvSource({
        "719, 0, 0",
        "720, 0, 50",
        "720, 50, 0",
        "1151, 50, 0",
        "1152, 50, 80",
        "1152, 0, 80",
        "1439, 80, 0",
        "1440, 80, 100",
        "9999, 100, 0"
    })
    void isDueOnceAtEachLevel(int minutesPaused, int warned, int due) {
        assertEquals(due, due(minutesPaused, warned).map(Warning::percent).orElse(0));
    }

    @Test
    void isNotDueWhileNothingIsPaused() {
        var idle = record(Map.of("owner", "owner", "takenAt", Given.NOW.toString()));
        assertEquals(Optional.empty(), Warning.due(idle, Given.SETTINGS, Given.NOW));
    }

    @Test
    void isNotDueOnceTheLeaseIsFree() {
        var free = record(Map.of("pausedSince", Given.ago(9999, 0).toString()));
        assertEquals(Optional.empty(), Warning.due(free, Given.SETTINGS, Given.NOW));
    }

    @Test
    void saysUntilWhenTheLogIsKeptAndWhatToDo() {
        Report report = report(720, Given.SETTINGS);
        assertEquals(
                """
                WHAT HAPPENED
                The pause of the DMS tasks that write into sales began 12 h ago.

                WHAT WAS CHANGED
                This warning changes nothing. The run at work resumes the tasks as soon as the cluster takes writes. It cannot end a resize that Redshift reports in progress.

                REPLICATION
                On the record: orders.
                They resume from the source's log, which was there for 24 h more when they were stopped: until about 2026-11-22 16:30Z. (Of a serverless replication, DMS keeps the capacity no longer than two days.)

                WHAT TO DO NOW
                Lengthen the source's log retention now, while the log is still there: on Aurora or RDS MySQL with mysql.rds_set_configuration('binlog retention hours', N); on PostgreSQL look at max_slot_wal_keep_size and the free disk.
                There will be another warning at 80 %.

                WHERE TO LOOK
                Cluster: https://eu-west-1.console.aws.amazon.com/redshiftv2/home?region=eu-west-1#/cluster-details?cluster=sales
                Dashboard: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards/dashboard/headroom-redshift-sales-eu-west-1
                Logs: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups$3FlogGroupNameFilter$3D$252Fheadroom$252Fredshift$252Fsales$252F
                Runbook: docs/runbook.md#headroom-warning-dms-tasks-paused-for-50--of-the-log-retention-cluster
                """,
                report.body());
        assertEquals(
                """
                {"version":"1.0","source":"custom","content":{"textType":"client-markdown",\
                "title":"Headroom WARNING: DMS tasks paused for 50 % of the log retention, sales",\
                "description":"*WHAT HAPPENED*\\nThe pause of the DMS tasks that write into sales began 12 h ago.\\n\\n\
                *WHAT WAS CHANGED*\\n\
                This warning changes nothing. The run at work resumes the tasks as soon as the cluster takes writes. It cannot end a resize that Redshift reports in progress.\\n\
                \\n*REPLICATION*\\nOn the record: orders.\\n\
                They resume from the source's log, which was there for 24 h more when they were stopped: until about 2026-11-22 16:30Z. (Of a serverless replication, DMS keeps the capacity no longer than two days.)\\n\
                \\n*WHERE TO LOOK*\\n\
                Cluster: https://eu-west-1.console.aws.amazon.com/redshiftv2/home?region=eu-west-1#/cluster-details?cluster=sales\\n\
                Dashboard: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards/dashboard/headroom-redshift-sales-eu-west-1\\n\
                Logs: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups$3FlogGroupNameFilter$3D$252Fheadroom$252Fredshift$252Fsales$252F\\n\
                Runbook: docs/runbook.md#headroom-warning-dms-tasks-paused-for-50--of-the-log-retention-cluster",\
                "nextSteps":["Lengthen the source's log retention now, while the log is still there: on Aurora or RDS MySQL with mysql.rds_set_configuration('binlog retention hours', N); on PostgreSQL look at max_slot_wal_keep_size and the free disk.",\
                "There will be another warning at 80 %."],"keywords":["headroom","warning","sales"]},"metadata":{\
                "summary":"Headroom WARNING: DMS tasks paused for 50 % of the log retention, sales",\
                "eventType":"headroom-warning"}}\
                """,
                report.card().json());
    }

    @Test
    void hasASectionInTheRunbookAtEachLevel() {
        assertEquals(
                List.of(720, 1152, 1440).stream()
                        .map(each -> report(each, Runbook.SETTINGS).subject())
                        .collect(Collectors.toSet()),
                Runbook.headings().stream()
                        .filter(each -> each.startsWith("Headroom WARNING: DMS tasks paused"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void hasASubjectThatFitsForTheLongestCluster() {
        var settings = new Settings("c".repeat(63), List.of(Given.TARGET), Policy.upTo(16), 7, 24);
        String subject = report(1440, settings).subject();
        assertTrue(
                subject.matches("Headroom WARNING: DMS tasks paused for 100 % of[ -~]+"), subject);
        assertTrue(subject.length() < 100, subject);
    }

    private static Optional<Warning> due(int minutesPaused, int warned) {
        return Warning.due(lease(minutesPaused, warned), Given.SETTINGS, Given.NOW);
    }

    private static Report report(int minutesPaused, Settings settings) {
        return Disk.UNKNOWN.told(
                due(minutesPaused, 0).orElseThrow().mail(settings, lease(minutesPaused, 0)),
                settings.cluster(),
                List.of(),
                ClusterPages.of(new Console("console.aws.amazon.com", "eu-west-1"), "sales"));
    }

    private static PauseRecord lease(int minutesPaused, int warned) {
        String since = Given.ago(minutesPaused, 0).toString();
        return record(
                Map.of(
                        "owner",
                        "arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:alarm-1",
                        "takenAt",
                        since,
                        "pausedSince",
                        since,
                        "paused",
                        "[{\"arn\":\"arn:orders\",\"name\":\"orders\"}]",
                        "warned",
                        Integer.toString(warned)));
    }

    private static PauseRecord record(Map<String, String> attributes) {
        return new PauseRecord(Lease.of(attributes));
    }
}
