package headroom.elasticache.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.Outcome;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.effect.Reading;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.Role;
import headroom.elasticache.plan.Plan;
import headroom.report.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

final class ComposeReportTest {
    private static final String HAPPENED = "WHAT HAPPENED";
    private static final String CHANGED = "WHAT WAS CHANGED";
    private static final String GROUP = "THE GROUP";
    private static final String HEAD =
            "shard  role     nodes     CPU %      memory %      reads/s     writes/s  connections "
                    + "       new/s\n";

    private static final String PLANNED =
            "Headroom will go from 3 to 5 shards: Seen: BUSY.\nClients read from replicas.\n";

    @Test
    void saysAfterAStepAllThatWasDone() {
        assertEquals(
                """
                WHAT HAPPENED
                Headroom will go from 3 to 5 shards: Seen: BUSY.
                Clients read from replicas.
                It helped.
                Asked for by: alarm x.

                WHAT WAS CHANGED
                A backup was taken before: backup-1.
                ElastiCache was asked to go from 3 to 5 shards. It is available with 5 shards.

                THE GROUP
                Before > after, each the mean of a quarter of an hour:
                shard  role     nodes     CPU %      memory %      reads/s     writes/s  connections        new/s
                0001   primary      1   82 > 40            40         9000         1000           55      unknown

                WHAT TO DO NOW
                Nothing before the morning. If the group's shape is written in your infrastructure code, change it there too: NumNodeGroups 5 (Terraform: num_node_groups = 5).

                WHAT THE PLAN RESTS ON
                Group: sessions.
                Now: 82 %.
                Steps that were weighed:
                - five shards: at most 43 %.
                - four: at most 60 %; too few.
                - replicas: no, most is written.

                WHERE TO LOOK
                Execution: https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/v2/executions/details/arn:aws:states:eu-west-1:111122223333:execution:headroom-elasticache-sessions:alarm-1
                Group: https://eu-west-1.console.aws.amazon.com/elasticache/home?region=eu-west-1#/redis/sessions
                Dashboard: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards/dashboard/headroom-elasticache-sessions-eu-west-1
                Logs: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups$3FlogGroupNameFilter$3D$252Fheadroom$252Felasticache$252Fsessions$252F
                """,
                withoutItsRunbook(
                        Runs.of(Outcome.IMPROVED)
                                .planned(Runs.SCALE)
                                .backedUp()
                                .measured(Runs.SHARDS, "It helped.")
                                .told()
                                .body()));
    }

    private static String withoutItsRunbook(String body) {
        return body.substring(0, body.indexOf("Runbook: "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    it helped              | PLANNED It helped.
                    not, in a recovery     | An earlier run ended in the midst of a change. This one has seen to it. It did not.
                    not measured           | PLANNED What it did could not be measured. No.
                    not, for no reason     | PLANNED What it did could not be measured.
                    recovered              | An earlier run ended without freeing its lease. No change stands on its record.
                    only planned           | PLANNED Only a plan was made.
                    needs nothing          | All is well.
                    told                   | Seen: SPIKE. Nothing is scaled for it.
                    asks                   | For a person to decide. Seen: BUSY. Clients read from replicas.
                    deferred               | Put off. Seen: BUSY. Clients read from replicas.
                    refused                | No step. Seen: BUSY.
                    failed                 | PLANNED The run failed. No.
                    failed without a plan  | The run failed. No.
                    failed in a recovery   | An earlier run ended in the midst of a change. This one has seen to it. The run failed. No.
                    declined               | A message was not carried out, because the lease is held: by a run that is at work, or by one that ended without freeing it.
                    """)
    void saysWhatHappened(String ending, String sentences) {
        String happened = run(ending).part(HAPPENED);

        assertEquals(
                sentences.replace("PLANNED", PLANNED.strip().replace("\n", " ")),
                happened.substring(0, happened.lastIndexOf("\nAsked for by: "))
                        .replace("\n", " ")
                        .strip());
    }

    private static Runs run(String ending) {
        Runs planned = Runs.of(Outcome.PLANNED);
        return switch (ending) {
            case "it helped" ->
                    Runs.of(Outcome.IMPROVED)
                            .planned(Runs.SCALE)
                            .measured(Runs.SHARDS, "It helped.");
            case "not, in a recovery" ->
                    Runs.of(Outcome.NOT_IMPROVED).recovers().measured(Runs.SHARDS, "It did not.");
            case "not measured" ->
                    Runs.of(Outcome.UNMEASURED)
                            .planned(Runs.SCALE)
                            .scaled(Runs.SHARDS)
                            .failing(Runs.FAILURE);
            case "not, for no reason" ->
                    Runs.of(Outcome.UNMEASURED).planned(Runs.SCALE).scaled(Runs.SHARDS);
            case "recovered" -> Runs.of(Outcome.RECOVERED).recovers();
            case "only planned" -> planned.dryRun().planned(Runs.SCALE);
            case "needs nothing" -> Runs.of(Outcome.UNNEEDED).planned(Runs.NOT_NEEDED);
            case "told" -> Runs.of(Outcome.TOLD).planned(Runs.tell(Finding.Kind.SPIKE));
            case "asks" -> Runs.of(Outcome.ASKED).planned(Runs.ASK);
            case "deferred" -> Runs.of(Outcome.DEFERRED).planned(Runs.DEFERRED);
            case "refused" -> Runs.of(Outcome.REFUSED).planned(Runs.REFUSED);
            case "failed" -> Runs.of(Outcome.FAILED).planned(Runs.SCALE).failing(Runs.FAILURE);
            case "failed without a plan" -> Runs.of(Outcome.FAILED).failing(Runs.FAILURE);
            case "failed in a recovery" ->
                    Runs.of(Outcome.FAILED).recovers().owing(Runs.SHARDS).failing(Runs.FAILURE);
            case "declined" -> Runs.of(Outcome.DECLINED).byHand();
            default -> throw new IllegalArgumentException(ending);
        };
    }

    /// The finding that decided is in the plan's own sentence.
    @Test
    void saysAllThatWasFoundOnce() {
        assertEquals(
                """
                Seen: CONNECTION_CHURN. Nothing is scaled for it.
                Seen: CONNECTIONS.
                Asked for by: alarm x.\
                """,
                Runs.of(Outcome.TOLD)
                        .planned(Runs.tell(Finding.Kind.CONNECTION_CHURN, Finding.Kind.CONNECTIONS))
                        .part(HAPPENED));
    }

    @Test
    void saysOnceWhatARemarkSaysAlready() {
        var findings =
                List.of(
                        Runs.finding(Finding.Kind.CONNECTION_CHURN),
                        Runs.finding(Finding.Kind.BUSY));
        var scale =
                new Plan.Scale(
                        Runs.SHARDS,
                        4,
                        true,
                        true,
                        List.of("Clients are at fault: Seen: CONNECTION_CHURN."),
                        Optional.empty(),
                        "Headroom will scale: Seen: BUSY.",
                        Optional.of(Runs.basis(findings)));

        assertEquals(
                """
                Headroom will scale: Seen: BUSY.
                Clients are at fault: Seen: CONNECTION_CHURN.
                Only a plan was made.
                Asked for by: message 1.\
                """,
                Runs.of(Outcome.PLANNED).dryRun().planned(scale).part(HAPPENED));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing                | Nothing.
                    a backup alone         | A backup was taken before: backup-1.
                    scaled                 | ElastiCache was asked to go from 3 to 5 shards. It is available with 5 shards.
                    tried                  | ElastiCache was to go from 3 to 5 shards. It did not.
                    unfinished             | ElastiCache was asked to go from 3 to 5 shards. When it was last looked at, that had not come to its end. The step took longer than its limit of 24 h. Last seen: it is modifying.
                    owed                   | ElastiCache was asked, or was about to be asked, to go from 3 to 5 shards. It is not known what became of it: look at the group.
                    owed after a backup    | A backup was taken before: backup-1. ElastiCache was asked, or was about to be asked, to go from 3 to 5 shards. It is not known what became of it: look at the group.
                    """)
    void saysNoMoreOfAChangeThanWasSeen(String seen, String sentences) {
        Runs run = Runs.of(Outcome.FAILED).planned(Runs.SCALE);
        Runs changed =
                switch (seen) {
                    case "a backup alone" -> run.backedUp();
                    case "scaled" -> run.scaled(Runs.SHARDS);
                    case "tried" -> run.tried(Runs.SHARDS);
                    case "unfinished" -> run.unfinished(Runs.SHARDS);
                    case "owed" -> run.owing(Runs.SHARDS);
                    case "owed after a backup" -> run.backedUp().owing(Runs.SHARDS);
                    default -> run;
                };
        assertEquals(sentences, changed.part(CHANGED).replace("\n", " "));
    }

    @Test
    void doesNotSayThatNothingCameOfAStepThatDidNotComeToItsEnd() {
        var told = Runs.of(Outcome.FAILED).planned(Runs.SCALE).unfinished(Runs.SHARDS).told();

        String all = told.subject() + told.body();
        assertFalse(all.contains("NOT scaled"), all);
        assertFalse(all.contains("It did not"), all);
    }

    @Test
    void saysFirstWhatWasNotUnderstood() {
        Runs run = Runs.of(Outcome.PLANNED).planned(Runs.SCALE).misread("the field \"why\".");

        assertEquals(
                "Not understood: the field \"why\".\n"
                        + PLANNED
                        + "Only a plan was made.\nAsked for by: message 1.",
                run.part(HAPPENED));
        assertTrue(
                run.part("WHAT TO DO NOW")
                        .startsWith(
                                "A message that is not understood in full gets a plan only.\n"));
    }

    @Test
    void showsTheFiguresOfTheRunThatARecoveryTakesOver() {
        List<Reading> before = List.of(Runs.reading("0001", Role.PRIMARY, 90));

        assertEquals(
                "Before > after, each the mean of a quarter of an hour:\n"
                        + HEAD
                        + "0001   primary      1   90 > 40            40         9000         1000"
                        + "           55      unknown",
                Runs.of(Outcome.IMPROVED)
                        .recovers()
                        .measured(Runs.SHARDS, "It helped.")
                        .figures(before)
                        .part(GROUP));
        assertEquals(
                "No figures are known.", Runs.of(Outcome.FAILED).failing(Runs.FAILURE).part(GROUP));
    }

    @Test
    void leadsARecoveryToTheRunThatEnded() {
        String dead = "details/" + Runs.EXECUTION.replace("alarm-1", "dead-1") + "\n";

        assertTrue(Runs.of(Outcome.RECOVERED).recovers().told().body().contains(dead));
        assertTrue(!Runs.of(Outcome.FAILED).told().body().contains("The run that ended"));
    }

    @Test
    void saysWhatIsNewsInTheSameWordsWhateverFiguresAreInIt() {
        assertEquals(
                failed("0001 is at 93 % since 04:30.").about(),
                failed("0001 is at 7 % since 05:45.").about());
        assertTrue(!failed("Denied.").about().equals(failed("No capacity.").about()));
        // What touched the group is news each time.
        assertTrue(
                Runs.of(Outcome.FAILED)
                        .tried(new Change.Rebalance(3))
                        .failing(Runs.FAILURE)
                        .input()
                        .about()
                        .isEmpty());
    }

    private static ComposeReport.Input failed(String why) {
        return Runs.of(Outcome.FAILED).failing(new Failure("headroom.E", why)).input();
    }
}
