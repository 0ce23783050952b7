package headroom.redshift.report;

import static headroom.text.Wording.assertContains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.Given;
import headroom.redshift.Outcome;
import headroom.redshift.plan.Plan;
import headroom.redshift.report.ComposeReport.Input;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ComposeReportTest {
    private static final String WHERE_TO_LOOK =
            """
            WHERE TO LOOK
            Execution: https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/v2/executions/details/arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:alarm-1
            Cluster: https://eu-west-1.console.aws.amazon.com/redshiftv2/home?region=eu-west-1#/cluster-details?cluster=sales
            Dashboard: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards/dashboard/headroom-redshift-sales-eu-west-1
            Logs: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups$3FlogGroupNameFilter$3D$252Fheadroom$252Fredshift$252Fsales$252F
            """;

    @Test
    void saysAfterAResizeAllThatWasChanged() {
        assertEquals(
                """
                WHAT HAPPENED
                Planned.
                The run did what was planned.
                Asked for by: alarm x.

                WHAT WAS CHANGED
                DMS tasks were stopped, and started again.
                The cluster has 8 nodes instead of 4. A snapshot was taken before.

                REPLICATION
                The pause took 1 h 1 min. All 2 tasks are running. Tasks: orders, items.
                Left alone, as they were not running before: parts is stopped.

                WHAT TO DO NOW
                Nothing before the morning. If the cluster's size is written in your infrastructure code, change it there too.

                WHAT THE PLAN RESTS ON
                Seen.
                Not chosen: 6 nodes: too few.

                """
                        + WHERE_TO_LOOK
                        + "Runbook:"
                        + " docs/runbook.md#headroom-cluster-was-resized-replication-runs\n",
                body(Runs.resumed(Outcome.RESIZED)));
    }

    @Test
    void givesTheCommandsThatBringReplicationBack() {
        assertEquals(
                """
                WHAT HAPPENED
                Planned.
                The run failed. No capacity.
                Asked for by: alarm x.

                WHAT WAS CHANGED
                DMS tasks were stopped, and not all run again.
                No resize was asked for.

                REPLICATION
                NOT running: 1 of 2 tasks, on record since 2026-11-22 03:28Z, 1 h 1 min ago.
                Left alone, as they were not running before: parts is stopped.

                WHAT TO DO NOW
                The source keeps the log that the tasks resume from until about 2026-11-23 03:28Z: for 22 h 58 min from now. After that they need a full load.
                Headroom starts a recovery by itself within 21 min, and while those fail, another one about each hour. What has not changed is told again after an hour, after four, and then once a day. To begin one at once:
                  aws stepfunctions start-execution --region eu-west-1 --state-machine-arn arn:aws:states:eu-west-1:111122223333:stateMachine:headroom-sales --input '{"cause":"recover","deadOwner":"arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:alarm-1","settled":true}'
                Or remove the cause, and once the cluster takes writes, start each (never with reload-target, which empties its tables):
                  items is failed (X):
                    aws dms start-replication-task --region eu-west-1 --start-replication-task-type resume-processing --replication-task-arn arn:items
                As long as a task is on the record, no resize can begin. One that cannot come back (its log is gone, say) is forgotten by its name or ARN; what becomes of it is yours then:
                  aws sns publish --region eu-west-1 --topic-arn arn:aws:sns:eu-west-1:111122223333:requests --message '{"forget": ["items"]}'

                """
                        + WHERE_TO_LOOK
                        + "Runbook:"
                        + " docs/runbook.md#headroom-critical-dms-tasks-not-running-cluster\n",
                body(Runs.owed(Outcome.FAILED)));
    }

    @Test
    void doesNotSayThatAllWentAsPlannedWhereReplicationDidNotComeBack() {
        assertBegins(
                """
                WHAT HAPPENED
                Planned.
                The cluster was resized, and then its replication did not come back.
                Asked for by: alarm x.

                WHAT WAS CHANGED
                DMS tasks were stopped, and not all run again.
                The cluster has 8 nodes instead of 4. A snapshot was taken before.

                REPLICATION
                NOT running: 1 of 2 tasks,\
                """,
                Runs.owed(Outcome.RESIZED));
    }

    @Test
    void repeatsAPlanThatWasRefusedWithItsWayOut() {
        assertUntouched(
                """
                The ceiling is reached.
                """,
                """
                Raise it.
                While the alarm stands, Headroom looks again by 2026-11-22 04:45Z, and says the same once a day at most.

                WHAT THE PLAN RESTS ON
                """,
                Runs.untouched(
                        Outcome.REFUSED,
                        new Plan.Refused(
                                "the ceiling",
                                Given.NOW,
                                "The ceiling is reached.",
                                "Raise it.",
                                Runs.EVIDENCE),
                        null));
    }

    @Test
    void saysHowAPlanIsCarriedOut() {
        assertUntouched(
                """
                Planned.
                Only a plan was made.
                """,
                """
                To carry it out, run this. The plan is made anew then, as facts may have changed.
                  aws sns publish --region eu-west-1 --topic-arn arn:aws:sns:eu-west-1:111122223333:requests --message resize

                WHAT THE PLAN RESTS ON
                """,
                Runs.untouched(Outcome.PLANNED, Runs.RESIZE, null));
    }

    @Test
    void namesTheStackWhoseCodeStillHoldsTheOldSize() {
        assertTrue(
                body(Runs.resumed(Runs.OF_A_STACK))
                        .contains(
                                """
                                Nothing before the morning. Then write 8 nodes into the code of the CloudFormation stack \
                                Warehouse-Prod, which manages this cluster: otherwise its next deployment may shrink it again.
                                """));
    }

    @Test
    void asksWithThePlanItsRemarksAndTheOneCommand() {
        assertUntouched(
                """
                For a person to decide.
                Wished for were 8 nodes.
                """,
                """
                To carry it out, run this. The plan is made anew then, as facts may have changed.
                  aws sns publish --region eu-west-1 --topic-arn arn:aws:sns:eu-west-1:111122223333:requests --message resize

                WHAT THE PLAN RESTS ON
                """,
                Runs.untouched(Outcome.ASKED, Runs.ASK, null));
    }

    @Test
    void saysHowToResizeBeforeTheWindowOpens() {
        assertUntouched(
                """
                Put off.
                Wished for were 8 nodes.
                """,
                """
                Nothing: if the alarm still stands when the window opens, the resize begins then. To resize at once, whatever the window, run
                  aws sns publish --region eu-west-1 --topic-arn arn:aws:sns:eu-west-1:111122223333:requests --message resize

                """,
                Runs.untouched(Outcome.DEFERRED, Runs.DEFERRED, null));
    }

    @Test
    void saysWhatIsInTheWayOfAPlanThatWasAskedFor() {
        assertBegins(
                """
                WHAT HAPPENED
                A snapshot is being taken: nightly.
                Only a plan was made.
                """,
                Runs.untouched(Outcome.PLANNED, Runs.NOT_YET, null));
    }

    @Test
    void saysWhyNoPlanCameAbout() {
        assertUntouched(
                """
                The run failed. No capacity.
                """,
                """
                The disk is still filling. Remove the cause of the failure. While the alarm stands, the watch tries again by 2026-11-22 05:15Z; \
                the same failure is told after an hour, after four, and then once a day. To try at once, run
                  aws sns publish --region eu-west-1 --topic-arn arn:aws:sns:eu-west-1:111122223333:requests --message resize

                """,
                Runs.untouched(Outcome.FAILED, null, Runs.REFUSED));
    }

    @Test
    void saysThatARecoveryFoundAnEarlierRunDead() {
        assertBegins(
                """
                WHAT HAPPENED
                DMS tasks that Headroom had stopped, or resumed lately, did not run. They run now. Rows may have doubled, where a task does not have ApplyErrorInsertPolicy INSERT_RECORD: see docs/doubled-rows.md.
                Asked for by: the watch.

                WHAT WAS CHANGED
                DMS tasks did not run, and were started.
                The cluster has 4 nodes.
                If the run that ended had begun a snapshot, Redshift deletes it after its retention.

                REPLICATION
                It took 1 h 1 min from the record until the last one ran. All 2 tasks are running. Tasks: orders, items.

                WHAT TO DO NOW
                To see why, look at the run that ended, or at the log of a task that broke down. If the alarm still stands, the watch starts another \
                run by 2026-11-22 05:15Z. If a person had asked for the run, ask again:
                  aws sns publish --region eu-west-1 --topic-arn arn:aws:sns:eu-west-1:111122223333:requests --message resize

                """,
                Runs.recovered(Runs.TASKS));
    }

    @Test
    void saysThatARecoveryFoundNothingTouched() {
        assertBegins(
                """
                WHAT HAPPENED
                An earlier run ended without freeing its lease. No task stands on its record.
                Asked for by: the watch.

                WHAT WAS CHANGED
                If the run that ended had begun a snapshot, Redshift deletes it after its retention.

                REPLICATION
                It was not touched.
                """,
                Runs.recovered(List.of()));
    }

    @Test
    void announcesAClassicResizeAndSaysHowToStopIt() {
        assertUntouched(
                """
                Planned.
                The resize begins now; a report follows at its end.
                """,
                """
                Tell those who write into the cluster. To stop it before Redshift is at work, end the run; the watch brings the tasks back within 21 min:
                  aws stepfunctions stop-execution --region eu-west-1 --execution-arn arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:alarm-1
                Once Redshift is at work, this one cannot be cancelled: its nodes are ra3 or rg.

                WHAT THE PLAN RESTS ON
                """,
                Runs.untouched(Outcome.ANNOUNCED, Runs.CRITICAL, null));
    }

    @Test
    void declinesAMessageWithoutSayingThatTheHolderLives() {
        assertBegins(
                """
                WHAT HAPPENED
                A message was not carried out, because the lease is held: by a run that is at work, or by one that ended without freeing it.
                Asked for by: alarm x.

                WHAT WAS CHANGED
                Nothing.

                REPLICATION
                It was not touched by this message.

                WHAT TO DO NOW
                See who holds it: ./headroom status sales. A run at work ends with a report. One that ended without freeing the lease is recovered within 21 min. \
                After a recovery that failed, the next begins about an hour later, or at once by the command of the CRITICAL report. \
                Then publish again, if it is still needed:
                """,
                Runs.untouched(Outcome.DECLINED, null, null));
    }

    @Test
    void offersNoResizeToWhoWantedTasksBroughtBack() {
        String declined = body(Runs.of(Outcome.DECLINED).recovers().input());

        assertContains("at once by the command of the CRITICAL report.\n", declined);
        assertEquals(-1, declined.indexOf("--message resize"));
    }

    private static String body(Input run) {
        return Runs.told(run).body();
    }

    /// @param happened all that is said of it but for who asked
    /// @param todo how what to do begins
    private static void assertUntouched(String happened, String todo, Input run) {
        assertBegins(
                """
                WHAT HAPPENED
                %sAsked for by: alarm x.

                WHAT WAS CHANGED
                Nothing.

                REPLICATION
                It was not touched.

                WHAT TO DO NOW
                %s\
                """
                        .formatted(happened, todo),
                run);
    }

    private static void assertBegins(String expected, Input run) {
        String body = body(run);
        assertEquals(expected, body.substring(0, Math.min(expected.length(), body.length())));
    }
}
