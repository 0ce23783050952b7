package headroom.redshift.replication;

import static headroom.text.Wording.assertContains;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.Given;
import headroom.redshift.replication.ForgetTasks.Answer;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ForgetTasksTest {
    private static final PausedTask ORDERS = new PausedTask("arn:orders", "orders");
    private static final PausedTask ITEMS = new PausedTask("arn:items", "items");
    private static final Forgotten LOST =
            new Forgotten("arn:orders", "orders", "message 1", Given.NOW);
    private static final String EXECUTION =
            "arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:forget-1";
    private static final String WHERE_TO_LOOK =
            """
            WHERE TO LOOK
            Execution: https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/v2/executions/details/arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:forget-1
            Cluster: https://eu-west-1.console.aws.amazon.com/redshiftv2/home?region=eu-west-1#/cluster-details?cluster=sales
            Dashboard: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards/dashboard/headroom-redshift-sales-eu-west-1
            Logs: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups$3FlogGroupNameFilter$3D$252Fheadroom$252Fredshift$252Fsales$252F
            """;
    private static final String ORDERS_FORGOTTEN =
            "[{\"arn\":\"arn:orders\",\"name\":\"orders\",\"by\":\"message"
                    + " 1\",\"at\":\"2026-11-22T04:30:00.000Z\"}]";

    @Test
    void takesATaskOffByItsName() {
        Answer answer = forget(List.of("orders"), List.of(ORDERS, ITEMS), List.of());

        assertContains(
                "\"title\":\"Headroom: tasks were taken off the record, sales\"", answer.card());
        assertEquals(
                new Answer(
                        true,
                        "[{\"arn\":\"arn:items\",\"name\":\"items\"}]",
                        ORDERS_FORGOTTEN,
                        "Headroom: tasks were taken off the record, sales",
                        """
                        WHAT HAPPENED
                        To be forgotten: orders.
                        Asked for by: message 1.

                        WHAT WAS CHANGED
                        Off the record, so that Headroom does not start them: orders (arn:orders), as message 1 asked at 2026-11-22T04:30:00Z.

                        REPLICATION
                        Still on the record: items (arn:items).

                        WHAT TO DO NOW
                        They stay as they are: start, reload or delete them yourself. What is still on the record is tried again by a recovery that begins within 21 min, or at the end of the run that is at work.

                        """
                                + WHERE_TO_LOOK
                                + "Runbook:"
                                + " docs/runbook.md#headroom-tasks-were-taken-off-the-record-cluster\n",
                        answer.card()),
                answer);
    }

    @Test
    void takesTheLastOneOffByItsArn() {
        Answer answer = forget(List.of("arn:orders"), List.of(ORDERS), List.of());

        assertEquals("[]", answer.left());
        assertEquals(ORDERS_FORGOTTEN, answer.forgotten());
        assertContains(
                "The lease is freed by a recovery that begins within 21 min, or at"
                        + " the end of the run that is at work.",
                answer.body());
    }

    @Test
    void tellsWhatIsOnTheRecordWhereANameIsNot() {
        Answer answer = forget(List.of("Items"), List.of(ITEMS), List.of());

        assertContains("*WHAT HAPPENED*\\nTo be forgotten: Items.", answer.card());
        assertEquals(
                new Answer(
                        false,
                        "[{\"arn\":\"arn:items\",\"name\":\"items\"}]",
                        "[]",
                        "Headroom: some tasks are not on the record, sales",
                        """
                        WHAT HAPPENED
                        To be forgotten: Items.
                        Not on the record, or the name of more than one task there: Items.
                        On the record are: items (arn:items).
                        Asked for by: message 1.

                        WHAT WAS CHANGED
                        Nothing.

                        REPLICATION
                        Still on the record: items (arn:items).

                        WHAT TO DO NOW
                        Publish the message again with a name or an ARN from the record.

                        """
                                + WHERE_TO_LOOK
                                + "Runbook:"
                                + " docs/runbook.md#headroom-some-tasks-are-not-on-the-record-cluster\n",
                        answer.card()),
                answer);
    }

    @Test
    void tellsThatNothingIsOnTheRecord() {
        Answer answer = forget(List.of("orders"), List.of(), List.of());

        assertEquals(false, answer.changes());
        assertContains("Nothing: no task is on the record", answer.body());
    }

    @Test
    void saysTheSameTheSecondTime() {
        Answer answer = forget(List.of("orders"), List.of(ITEMS), List.of(LOST));

        assertEquals(false, answer.changes());
        assertEquals("Headroom: tasks were taken off the record, sales", answer.subject());
        assertEquals(ORDERS_FORGOTTEN, answer.forgotten());
    }

    @Test
    void takesNoneOfTwoThatLookAlikeUnlessByArn() {
        PausedTask twin = new PausedTask("arn:twin", "orders");

        assertEquals(false, forget(List.of("orders"), List.of(ORDERS, twin), List.of()).changes());
        assertEquals(
                "[{\"arn\":\"arn:orders\",\"name\":\"orders\"}]",
                forget(List.of("arn:twin"), List.of(ORDERS, twin), List.of()).left());
    }

    @Test
    void tellsOfTwoThatLookAlikeEvenIfAThirdIsForgotten() {
        PausedTask twin = new PausedTask("arn:twin", "orders");
        PausedTask triplet = new PausedTask("arn:triplet", "orders");

        Answer answer = forget(List.of("orders"), List.of(twin, triplet), List.of(LOST));

        assertEquals(false, answer.changes());
        assertContains("more than one task there: orders.", answer.body());
    }

    private static Answer forget(
            List<String> names, List<PausedTask> tasks, List<Forgotten> before) {
        return new ForgetTasks(Given.SETTINGS, Given.CLOCK)
                .run(new ForgetTasks.Input(EXECUTION, names, tasks, before, "message 1"));
    }
}
