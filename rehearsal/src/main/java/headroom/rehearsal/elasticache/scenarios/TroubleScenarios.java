package headroom.rehearsal.elasticache.scenarios;

import static headroom.rehearsal.elasticache.scenarios.CacheScenario.scenario;
import static headroom.rehearsal.states.Execution.Status.ABORTED;
import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.elasticache.SimulatedSubnets;
import headroom.simulated.elasticache.load.Clients;
import headroom.simulated.elasticache.load.Clients.ReadsFrom;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Scenarios of what goes wrong on the way.
final class TroubleScenarios {
    private static final CacheSetup HOT = CacheSetup.under(Loads.HOT_SHARD);

    /// The alarm has spoken, the backup is there, and the new node is being made.
    private static final Duration IN_MID_CHANGE = Duration.ofMinutes(32);

    private TroubleScenarios() {}

    static List<CacheScenario> all() {
        return List.of(
                scenario("no_step_is_taken_when_the_backup_fails")
                        .told("ElastiCache ends the backup as failed.")
                        .in(HOT.with("group.Backup#1:FAILS"))
                        .runs(FAILED, SUCCEEDED)
                        .reports(Subjects.NOT_SCALED, Subjects.HELPED),
                scenario("a_step_is_refused_for_want_of_capacity")
                        .told("The zone has no such node to give.")
                        .in(HOT.with(Quirk.CAPACITY_REFUSED))
                        .nodes(2, 2, 2)
                        .runs(FAILED, FAILED)
                        .reports(Subjects.NOT_SCALED, Subjects.NOT_SCALED)
                        .lasting(Duration.ofHours(3)),
                scenario("a_step_needs_addresses_that_there_are_not")
                        .told("The subnets have no free address.")
                        .in(HOT.in(() -> SimulatedSubnets.of(Map.of("subnet-1", 0, "subnet-2", 0))))
                        .nodes(2, 2, 2)
                        .reports(Subjects.REFUSED),
                scenario("a_step_whose_answer_is_lost_is_taken_once")
                        .told("ElastiCache accepts the step, and its answer does not arrive.")
                        .in(HOT.with("elasticache.IncreaseReplicaCount#1:ANSWER_LOST")),
                scenario("a_group_that_settles_late_after_a_long_step_is_waited_for")
                        .told(
                                "A step of five hours, after which the group shows a status that is"
                                        + " listed nowhere for twenty minutes.")
                        .in(
                                CacheSetup.under(Loads.QUIET)
                                        .with(Quirk.UNKNOWN_STATUS_AFTERWARDS)
                                        .with("group.Change#1:SLOW"))
                        .published("{\"shards\": 5}")
                        .nodes(2, 2, 2, 2, 2),
                scenario("a_step_that_does_not_come_to_its_end_is_told_of")
                        .told("ElastiCache begins with a step, and is at work for ever.")
                        .in(CacheSetup.under(Loads.QUIET).with("group.Change#1:HANGS"))
                        .published("{\"shards\": 5}")
                        .nodes(2, 2, 2, 0, 0)
                        .runs(FAILED)
                        .reports(Subjects.UNFINISHED)
                        .lasting(Duration.ofMinutes(24 * 60 + 40)),
                scenario("the_watch_measures_a_step_whose_run_was_aborted")
                        .told("A person aborts the execution while the replica is made.")
                        .after(IN_MID_CHANGE, CacheSimulation::abortAll)
                        .runs(ABORTED, SUCCEEDED),
                scenario("the_command_of_the_first_mail_recovers_a_step_that_a_recovery_has_kept")
                        .told(
                                "Nobody can see what became of the step, not even the watch's first"
                                        + " recovery, which tells nothing new. Then a person runs"
                                        + " the command of the only mail.")
                        .in(HOT.with("function.ConfirmScaled#1x18:Lambda.ServiceException/BEFORE"))
                        .after(Duration.ofMinutes(70), TroubleScenarios::recoverAsMailed)
                        .runs(FAILED, SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.CRITICAL, Subjects.HELPED),
                scenario("a_step_that_does_not_help_is_not_repeated")
                        .told(
                                "Clients look at the topology when they start, and not again: no"
                                        + " read reaches the new replica.")
                        .in(CacheSetup.under(Loads.NEVER_REFRESHED))
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.NOT_HELPED, Subjects.TOLD)
                        .lasting(Duration.ofMinutes(150)),
                scenario("a_step_after_which_it_is_worse_is_told_of")
                        .told(
                                "While the replica is made, clients cease to read from any"
                                        + " replica.")
                        .after(
                                IN_MID_CHANGE,
                                simulation ->
                                        simulation.change(
                                                each ->
                                                        each.by(
                                                                Clients.SHARING.from(
                                                                        ReadsFrom.PRIMARY, true))))
                        .reports(Subjects.WORSE),
                scenario("a_message_during_a_step_is_declined")
                        .told("A person publishes a message while the replica is made.")
                        .publishedAfter(IN_MID_CHANGE, "now, please")
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.DECLINED, Subjects.HELPED),
                scenario("a_message_to_a_group_delivered_twice_starts_one_run")
                        .told("SNS delivers one message twice at the same instant.")
                        .in(CacheSetup.under(Loads.QUIET))
                        .begins(
                                simulation ->
                                        simulation
                                                .topic()
                                                .publishAndDeliverTwice("more room, please"))
                        .nodes(2, 2, 2)
                        .reports(Subjects.UNNEEDED));
    }

    /// It names the run that has sent the mail.
    private static void recoverAsMailed(CacheSimulation simulation) {
        simulation.startByHand(
                "by-hand",
                "{\"cause\":\"recover\",\"deadOwner\":\"%s\",\"settled\":true}"
                        .formatted(simulation.executions().getFirst().arn()));
    }
}
