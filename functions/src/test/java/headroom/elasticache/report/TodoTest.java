package headroom.elasticache.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.elasticache.Given;
import headroom.elasticache.Outcome;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.group.Change;
import headroom.elasticache.plan.Wish;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a person is to do, by how the run ended. It is 04:30.
final class TodoTest {
    private static final String SEND =
            "  aws sns publish --region eu-west-1 --topic-arn"
                    + " arn:aws:sns:eu-west-1:111122223333:requests --message ";

    private static final String CODE =
            "If the group's shape is written in your infrastructure code, change it there too:"
                    + " NumNodeGroups 5 (Terraform: num_node_groups = 5).";

    private static final String CLIENTS =
            "\n"
                + "Clients live through a step if they learn of new nodes (in Lettuce periodic and"
                + " adaptive topology refresh, and validateClusterNodeMembership off), try again"
                + " what failed, and keep an address for seconds only (DNS time to live).";

    private static final String CARRY_OUT =
            "To carry it out, run this. The plan is made anew then, as facts may have changed.\n";

    private static final String AGAIN =
            "While it lasts, Headroom looks again after 2026-11-22 04:45Z, and says the same once"
                    + " a day at most.";

    private static final String DECLINED =
            "See which runs are at work:\n"
                    + "  aws stepfunctions list-executions --region eu-west-1"
                    + " --state-machine-arn "
                    + Given.MACHINE
                    + " --status-filter RUNNING"
                    + "\nA run at work ends with a report. If there is none, one ended"
                    + " without freeing the lease, and is recovered within 11 min."
                    + " After a recovery that failed, the next begins about an hour later, or at"
                    + " once by the command of the CRITICAL report.";

    private static final String FAILED =
            "Remove the cause of the failure. While it is needed, Headroom tries again after"
                    + " 2026-11-22 05:00Z. To try at once, ";

    private static final String FORGOTTEN =
            "Headroom does not come back to it by itself. To ask again, ";

    private static final String MISREAD =
            "A message that is not understood in full gets a plan only.\n";

    record Row(String why, Runs run, String toDo) {
        @Override
        public String toString() {
            return why;
        }
    }

    static Stream<Row> rows() {
        String lookFurther =
                "Look for what the figures do not show: a few hot keys, slow commands (SLOWLOG"
                    + " GET), clients that do not use what was added. The same step is not tried"
                    + " again before 2026-11-23 04:30Z. ";
        return Stream.of(
                row("it helped", scaled(Outcome.IMPROVED), "Nothing before the morning. " + CODE),
                row("it did not", scaled(Outcome.NOT_IMPROVED), lookFurther + CODE),
                row("it is worse", scaled(Outcome.WORSE), lookFurther + CODE),
                row(
                        "nobody knows",
                        scaled(Outcome.UNMEASURED),
                        "See in the group's graphs whether it helped. " + CODE),
                row(
                        "an earlier run ended",
                        Runs.of(Outcome.RECOVERED).recovers(),
                        "To see why, look at the run that ended. If a person had asked for it, ask"
                                + " again:\n"
                                + SEND
                                + "scale"),
                row(
                        "a plan",
                        Runs.of(Outcome.PLANNED).dryRun().planned(Runs.SCALE),
                        "Mend BUSY.\n" + CARRY_OUT + SEND + "scale" + CLIENTS),
                row(
                        "a person is asked",
                        Runs.of(Outcome.ASKED).planned(Runs.ASK),
                        "Mend BUSY.\n" + CARRY_OUT + SEND + "scale" + CLIENTS),
                row(
                        "the window is closed",
                        Runs.of(Outcome.DEFERRED).planned(Runs.DEFERRED),
                        "Nothing: if it is still needed when the window opens, the step begins"
                                + " then. To begin at once, whatever the window, run\n"
                                + SEND
                                + "scale"),
                row("no need", Runs.of(Outcome.UNNEEDED).planned(Runs.NOT_NEEDED), "Nothing."),
                row(
                        "a fault of clients, and another",
                        Runs.of(Outcome.TOLD)
                                .planned(
                                        Runs.tell(
                                                Finding.Kind.CONNECTION_CHURN,
                                                Finding.Kind.REPLICAS_UNUSED,
                                                Finding.Kind.CONNECTIONS)),
                        "Mend CONNECTION_CHURN.\nMend REPLICAS_UNUSED.\n" + AGAIN),
                row(
                        "a fault of clients while the group is critical",
                        Runs.of(Outcome.TOLD)
                                .planned(
                                        Runs.held(
                                                Runs.tell(Finding.Kind.CONNECTION_CHURN),
                                                new Wish.Replicas("0002", 2))),
                        "Mend CONNECTION_CHURN.\nThe group is critical. Until that is mended, one"
                                + " step gives it time. The fault stays, and the nodes are paid"
                                + " for. To have it taken now, run\n"
                                + SEND
                                + "'{\"replicas\": {\"0002\": 2}}'\n"
                                + AGAIN),
                row(
                        "a fault of the group, and another",
                        Runs.of(Outcome.TOLD)
                                .planned(Runs.tell(Finding.Kind.BIG_KEY, Finding.Kind.CONNECTIONS)),
                        "Mend BIG_KEY.\n" + AGAIN),
                row(
                        "refused",
                        Runs.of(Outcome.REFUSED).planned(Runs.REFUSED),
                        "Raise it.\n" + AGAIN),
                row(
                        "a step that was asked for is refused",
                        Runs.of(Outcome.REFUSED).planned(Runs.REFUSED).wishing(new Wish.Shards(6)),
                        "Raise it.\n" + FORGOTTEN + "run\n" + SEND + "'{\"shards\": 6}'"),
                row(
                        "the plan of a step that was asked for is refused",
                        Runs.of(Outcome.REFUSED)
                                .planned(Runs.REFUSED)
                                .wishing(new Wish.Shards(6))
                                .dryRun(),
                        "Raise it.\n"
                                + FORGOTTEN
                                + "run\n"
                                + SEND
                                + "'{\"dryRun\": true, \"shards\": 6}'"),
                row(
                        "nothing is known for a step that was asked for",
                        Runs.of(Outcome.TOLD)
                                .planned(Runs.tell(Finding.Kind.UNKNOWN))
                                .wishing(new Wish.Rebalance()),
                        "Mend UNKNOWN.\n" + FORGOTTEN + "run\n" + SEND + "'{\"rebalance\": true}'"),
                row(
                        "failed",
                        Runs.of(Outcome.FAILED).planned(Runs.SCALE).tried(Runs.SHARDS),
                        FAILED + "run\n" + SEND + "scale"),
                row(
                        "failed, though scaled",
                        scaled(Outcome.FAILED),
                        "Nothing before the morning. Then see why the run failed. " + CODE),
                row(
                        "a step that did not come to its end",
                        Runs.of(Outcome.FAILED).planned(Runs.SCALE).unfinished(Runs.SHARDS),
                        "Look at the group, and at its events, in the console: what ElastiCache has"
                                + " begun goes on without Headroom. "
                                + CODE
                                + "\nWhile more room is needed, Headroom plans anew after"
                                + " 2026-11-22 05:00Z."),
                row(
                        "owed",
                        Runs.of(Outcome.FAILED).owing(Runs.SHARDS),
                        "Headroom starts a recovery by itself within 11 min, and while those fail,"
                                + " another one about each hour. To begin one at once:\n"
                                + "  aws stepfunctions start-execution --region eu-west-1"
                                + " --state-machine-arn "
                                + Given.MACHINE
                                + " --input '{\"cause\":\"recover\",\"deadOwner\":\""
                                + Runs.EXECUTION
                                + "\",\"settled\":true}'"),
                row(
                        "failed, of a plan alone",
                        Runs.of(Outcome.FAILED).dryRun(),
                        FAILED.replace("05:00Z", "04:30Z")
                                + "run\n"
                                + SEND
                                + "'{\"dryRun\": true}'"),
                row(
                        "failed, of what was not understood",
                        Runs.of(Outcome.FAILED).misread("What is x?"),
                        MISREAD + FAILED.replace("05:00Z", "04:30Z") + "send it corrected."),
                row(
                        "declined",
                        Runs.of(Outcome.DECLINED).byHand(),
                        DECLINED
                                + " Then publish again, if it is still needed:\n"
                                + SEND
                                + "scale"),
                row(
                        "declined, of a plan alone",
                        Runs.of(Outcome.DECLINED).dryRun(),
                        DECLINED
                                + " Then publish again, if it is still needed:\n"
                                + SEND
                                + "'{\"dryRun\": true}'"),
                row(
                        "declined, of a plan of a step",
                        Runs.of(Outcome.DECLINED).wishing(new Wish.Shards(6)).dryRun(),
                        DECLINED
                                + " Then publish again, if it is still needed:\n"
                                + SEND
                                + "'{\"dryRun\": true, \"shards\": 6}'"),
                row(
                        "declined, of what was not understood",
                        Runs.of(Outcome.DECLINED).misread("What is x?"),
                        MISREAD + DECLINED + " Then send it corrected."),
                row("declined, of a recovery", Runs.of(Outcome.DECLINED).recovers(), DECLINED));
    }

    private static Row row(String why, Runs run, String toDo) {
        return new Row(why, run, toDo);
    }

    private static Runs scaled(Outcome outcome) {
        return Runs.of(outcome).planned(Runs.SCALE).scaled(Runs.SHARDS);
    }

    private static String toDo(Runs run) {
        return run.part("WHAT TO DO NOW");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isByHowTheRunEnded(Row row) {
        assertEquals(row.toDo(), toDo(row.run()));
    }

    static Stream<List<Object>> wishes() {
        return Stream.of(
                List.of(new Wish.Replicas("0002", 2), "'{\"replicas\": {\"0002\": 2}}'"),
                List.of(new Wish.Shards(6), "'{\"shards\": 6}'"),
                List.of(new Wish.Rebalance(), "'{\"rebalance\": true}'"),
                List.of(
                        new Wish.NodeType("cache.r7g.xlarge"),
                        "'{\"nodeType\": \"cache.r7g.xlarge\"}'"));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void givesTheCommandForTheStepThatWasWished(List<Object> wishAndMessage) {
        Runs run = Runs.of(Outcome.DECLINED).wishing((Wish) wishAndMessage.getFirst());

        assertEquals(SEND + wishAndMessage.getLast(), toDo(run).lines().toList().getLast());
    }

    static Stream<List<Object>> changes() {
        return Stream.of(
                List.of(
                        new Change.AddReplicas("0002", 1, 2),
                        "ReplicaCount 2 in NodeGroupConfiguration of shard 0002 (Terraform has one"
                                + " replicas_per_node_group for all shards: have it ignore"
                                + " changes)"),
                List.of(
                        new Change.AddReplicasToAll(1, 2),
                        "ReplicasPerNodeGroup 2 (Terraform: replicas_per_node_group = 2)"),
                List.of(
                        new Change.AddShards(3, 5),
                        "NumNodeGroups 5 (Terraform: num_node_groups = 5)"),
                List.of(
                        new Change.ChangeNodeType("cache.r7g.large", "cache.r7g.xlarge"),
                        "CacheNodeType cache.r7g.xlarge (Terraform: node_type ="
                                + " \"cache.r7g.xlarge\")"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void namesTheKeysOfInfrastructureCode(List<Object> changeAndKeys) {
        Runs run =
                Runs.of(Outcome.IMPROVED)
                        .planned(Runs.scale(false, Optional.of("Cache-Prod")))
                        .scaled((Change) changeAndKeys.getFirst());

        assertEquals(
                "Nothing before the morning. Then write it into the code of the CloudFormation"
                        + " stack Cache-Prod, which manages this group, as "
                        + changeAndKeys.getLast()
                        + ": otherwise its next deployment may undo it.",
                toDo(run));
    }

    @Test
    void asksForNothingInTheCodeWhereTheCountsAreAsTheyWere() {
        assertEquals(
                "Nothing before the morning.",
                toDo(
                        Runs.of(Outcome.IMPROVED)
                                .planned(Runs.SCALE)
                                .scaled(new Change.Rebalance(3))));
    }
}
