package headroom.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Given;
import headroom.plan.Plan;
import headroom.report.ComposeReport.Input;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ComposeReportTest {
    @Test
    void saysAfterAResizeAllThatWasChanged() {
        assertEquals(
                """
                WHAT HAPPENED
                Planned.
                The run did what was planned.
                Asked for by: alarm x.

                WHAT WAS CHANGED
                The cluster has 8 nodes instead of 4. A snapshot was taken before.

                REPLICATION
                Paused for 61 min 5 s. All 2 tasks are running. Tasks: orders, items.
                Left alone, as they were not running before: parts is stopped.

                WHAT TO DO NOW
                Nothing at night. If the cluster's size stands in your infrastructure code, change it there too.

                WHAT THE PLAN RESTS ON
                Seen.
                Not chosen: 6 nodes: too few.

                WHERE TO LOOK
                Execution: https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/v2/executions/details/arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:alarm-1
                Cluster: https://eu-west-1.console.aws.amazon.com/redshiftv2/home?region=eu-west-1#/cluster-details?cluster=sales
                """,
                body(Runs.resumed(Outcome.RESIZED)));
    }

    @Test
    void givesTheCommandsThatBringReplicationBack() {
        assertEquals(
                """
                WHAT HAPPENED
                Planned.
                The run failed. e.Refused: No capacity.
                Asked for by: alarm x.

                WHAT WAS CHANGED
                DMS tasks were stopped. The cluster may have its old size or a new one; look at it.

                REPLICATION
                Tasks that Headroom stopped are NOT all running again: orders, items. e.NotRunning: orders is stopped.
                Left alone, as they were not running before: parts is stopped.

                WHAT TO DO NOW
                The watch tries to bring them back within a quarter of an hour, and after that each hour. It is
                on you before the source's log expires. Once the cluster takes writes, either run
                  aws stepfunctions start-execution --region eu-west-1 --state-machine-arn arn:aws:states:eu-west-1:111122223333:stateMachine:headroom-sales --input '{"cause":"recover","deadOwner":"arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:alarm-1","settled":true}'
                or resume the tasks one by one (never with reload-target, which empties their tables):
                  aws dms start-replication-task --region eu-west-1 --start-replication-task-type resume-processing --replication-task-arn arn:orders
                  aws dms start-replication-task --region eu-west-1 --start-replication-task-type resume-processing --replication-task-arn arn:items
                As long as one of them is on the record, no resize can begin. One that cannot come back (its log is
                gone, say) is taken off the record by its name or ARN; what becomes of it is yours then:
                  aws sns publish --region eu-west-1 --topic-arn arn:aws:sns:eu-west-1:111122223333:requests --message '{"forget": ["orders"]}'

                WHAT THE PLAN RESTS ON
                Seen.
                Not chosen: 6 nodes: too few.

                WHERE TO LOOK
                Execution: https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/v2/executions/details/arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:alarm-1
                Cluster: https://eu-west-1.console.aws.amazon.com/redshiftv2/home?region=eu-west-1#/cluster-details?cluster=sales
                """,
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
                The cluster has 8 nodes instead of 4. A snapshot was taken before.

                REPLICATION
                Tasks that Headroom stopped are NOT all running again: orders, items.\
                """,
                Runs.owed(Outcome.RESIZED));
    }

    @Test
    void repeatsAPlanThatWasRefusedWithItsWayOut() {
        assertBegins(
                """
                WHAT HAPPENED
                The ceiling is reached.
                Asked for by: alarm x.

                WHAT WAS CHANGED
                Nothing.

                REPLICATION
                It was not touched.

                WHAT TO DO NOW
                Raise it.
                Headroom looks again every hour while the alarm stands, and says the same once a day at most.

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
        assertBegins(
                """
                WHAT HAPPENED
                Planned.
                This was asked for as a plan only.
                Asked for by: alarm x.

                WHAT WAS CHANGED
                Nothing.

                REPLICATION
                It was not touched.

                WHAT TO DO NOW
                To carry it out, run this. It is planned anew then, since facts change.
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
                                Nothing at night. By day, write 8 nodes into the code of the CloudFormation stack \
                                Warehouse-Prod, which manages this cluster: its next deployment may shrink it again.
                                """));
    }

    @Test
    void asksWithThePlanItsRemarksAndTheOneCommand() {
        assertBegins(
                """
                WHAT HAPPENED
                For a person to decide.
                Wished for were 8 nodes.
                Asked for by: alarm x.

                WHAT WAS CHANGED
                Nothing.

                REPLICATION
                It was not touched.

                WHAT TO DO NOW
                To carry it out, run this. It is planned anew then, since facts change.
                  aws sns publish --region eu-west-1 --topic-arn arn:aws:sns:eu-west-1:111122223333:requests --message resize

                WHAT THE PLAN RESTS ON
                """,
                Runs.untouched(Outcome.ASKED, Runs.ASK, null));
    }

    @Test
    void saysHowToResizeBeforeTheWindowOpens() {
        assertBegins(
                """
                WHAT HAPPENED
                Put off.
                Wished for were 8 nodes.
                Asked for by: alarm x.

                WHAT WAS CHANGED
                Nothing.

                REPLICATION
                It was not touched.

                WHAT TO DO NOW
                Nothing. To resize at once, whatever the window, run
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
                This was asked for as a plan only.
                """,
                Runs.untouched(Outcome.PLANNED, Runs.NOT_YET, null));
    }

    @Test
    void saysWhyNoPlanCameAbout() {
        assertBegins(
                """
                WHAT HAPPENED
                The run failed. e.Refused: No capacity.
                Asked for by: alarm x.

                WHAT WAS CHANGED
                Nothing.

                REPLICATION
                It was not touched.

                WHAT TO DO NOW
                The disk is still filling. Mend the cause. While the alarm stands, the watch tries again after \
                half an hour, four hours after a second failure in a row, a day after a third, and within the \
                hour while the disk is critical. To try at once, run
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
                DMS tasks were stopped. The cluster may have its old size or a new one; look at it.

                REPLICATION
                Paused for 61 min 5 s. All 2 tasks are running. Tasks: orders, items.

                WHAT TO DO NOW
                See why: in the execution that ended, or in the log of a task that broke down. If the alarm still stands, the watch starts another \
                run after a while. If a person had asked for it, ask again:
                  aws sns publish --region eu-west-1 --topic-arn arn:aws:sns:eu-west-1:111122223333:requests --message resize

                """,
                Runs.recovered(Runs.TASKS));
    }

    @Test
    void saysThatARecoveryFoundNothingTouched() {
        assertBegins(
                """
                WHAT HAPPENED
                An earlier run ended without freeing its lease. It left no task stopped.
                Asked for by: the watch.

                WHAT WAS CHANGED
                Nothing.
                """,
                Runs.recovered(List.of()));
    }

    private static String body(Input run) {
        return new ComposeReport(Given.SETTINGS, Given.CLOCK, _ -> {}).run(run).body();
    }

    private static void assertBegins(String expected, Input run) {
        String body = body(run);
        assertEquals(expected, body.substring(0, Math.min(expected.length(), body.length())));
    }
}
