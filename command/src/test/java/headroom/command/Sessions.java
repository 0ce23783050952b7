package headroom.command;

import headroom.redshift.Policy;
import headroom.redshift.RedshiftSettings;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.simulation.Deployment;
import headroom.simulated.redshift.RedshiftBehaviour;
import headroom.simulated.redshift.SimulatedTask;

import java.time.Duration;

/// Named as its transcript is.
enum Sessions {
    all_is_well {
        @Override
        Session play() {
            return new Session("Nothing has happened yet.", Setup.ORDINARY.withDisk(40))
                    .wait(minutes(10))
                    .type("status analytics")
                    .type("recover analytics")
                    .type("forget analytics orders");
        }
    },
    nobody_gets_the_reports {
        @Override
        Session play() {
            return new Session(
                            "Somebody has followed the link that ends the mailing list's"
                                    + " subscription.",
                            Setup.ORDINARY.withDisk(40))
                    .meanwhile(
                            it -> it.simulation().outside().readers().put(Deployment.OPERATORS, 0))
                    .wait(minutes(10))
                    .type("status analytics");
        }
    },
    a_run_is_at_work {
        @Override
        Session play() {
            return new Session("The alarm has started a run.", Setup.ORDINARY)
                    .wait(minutes(22))
                    .type("status analytics")
                    .wait(minutes(8))
                    .type("status analytics")
                    .type("recover analytics")
                    .type("off analytics")
                    .type("forget analytics oders")
                    .type("forget analytics orders")
                    .wait(Duration.ofHours(2))
                    .type("status analytics");
        }
    },
    a_run_was_aborted_in_its_pause {
        @Override
        Session play() {
            return new Session(
                            "A run is aborted in its pause.",
                            Setup.ORDINARY.with("state.Confirm snapshot#1:ABORT"))
                    .wait(minutes(29))
                    .type("status analytics")
                    .type("off analytics")
                    .type("recover analytics")
                    .wait(minutes(2))
                    .type("status analytics")
                    .type("recover analytics")
                    .wait(minutes(12))
                    .type("status analytics");
        }
    },
    a_task_does_not_come_back {
        @Override
        Session play() {
            return new Session(
                            "One task does not resume, again and again.",
                            Setup.ORDINARY.withTaskThat("orders", SimulatedTask.Quirk.NEVER_STARTS))
                    .wait(Duration.ofHours(3))
                    .type("status analytics")
                    .type("forget analytics orders")
                    .wait(minutes(1))
                    .type("status analytics")
                    .wait(minutes(20))
                    .type("status analytics");
        }
    },
    the_lease_was_freed_by_hand {
        @Override
        Session play() {
            return new Session(
                            "A run is aborted in its pause, and a person removes the owner from"
                                    + " the lease.",
                            Setup.ORDINARY.with(
                                    "state.Confirm snapshot#1:ABORT", "minute#29:FREE_LEASE"))
                    .wait(minutes(29))
                    .type("status analytics")
                    .type("off analytics")
                    .type("recover analytics")
                    .wait(minutes(4))
                    .type("status analytics");
        }
    },
    off_and_on_again {
        @Override
        Session play() {
            return new Session("Headroom is switched off for a while.", Setup.ORDINARY)
                    .wait(minutes(5))
                    .type("off analytics")
                    .wait(minutes(55))
                    .type("status analytics")
                    .type("on analytics")
                    .type("status analytics --profile on-call --region eu-west-1")
                    .wait(minutes(16))
                    .type("status analytics");
        }
    },
    a_run_begins_while_it_is_switched_off {
        @Override
        Session play() {
            return new Session(
                            "A person asks for room in the moment in which another switches off.",
                            Setup.ORDINARY.withDisk(40))
                    .before(
                            "events:DisableRule",
                            session -> {
                                session.simulation().publish("more room");
                                session.wait(Duration.ofSeconds(5));
                            })
                    .wait(minutes(5))
                    .type("off analytics")
                    .type("status analytics");
        }
    },
    a_report_waits {
        @Override
        Session play() {
            return new Session(
                            "The operators' topic is unavailable when a run ends.",
                            Setup.ORDINARY.with(
                                    "machine.Publish#1x9:SNS.InternalErrorException/BEFORE"))
                    .wait(minutes(53))
                    .type("status analytics");
        }
    },
    a_run_is_at_work_without_its_lease {
        @Override
        Session play() {
            return new Session(
                            "A person removes the owner from the lease of a run at work.",
                            Setup.ORDINARY.with("state.Confirm snapshot#1:FREE_LEASE"))
                    .wait(minutes(29))
                    .type("status analytics")
                    .type("recover analytics");
        }
    },
    the_source_log_runs_short {
        @Override
        Session play() {
            return new Session(
                            "The tasks were an hour and a half behind, the source keeps its log for"
                                    + " thirty hours, and a classic resize takes forty.",
                            Setup.ORDINARY
                                    .withNodes(1)
                                    .with(Policy.upTo(16).with(RedshiftSettings.CLASSIC_HOURS, 12))
                                    .with(
                                            RedshiftBehaviour.ORDINARY.withClassicResizeOf(
                                                    Duration.ofHours(40)))
                                    .withSourceLog(30)
                                    .withTasksBehind(minutes(90), 0.001))
                    .wait(Duration.ofHours(2))
                    .type("status analytics")
                    .wait(Duration.ofHours(14))
                    .type("status analytics")
                    .wait(Duration.ofHours(16))
                    .type("status analytics");
        }
    },
    the_watch_is_off_while_a_run_dies {
        @Override
        Session play() {
            return new Session(
                            "Headroom is off, a person asks for room all the same, and the run is"
                                    + " aborted in its pause.",
                            Setup.ORDINARY.with("state.Confirm snapshot#1:ABORT"))
                    .wait(minutes(2))
                    .type("off analytics")
                    .meanwhile(session -> session.simulation().publish("more room"))
                    .wait(minutes(4))
                    .type("status analytics")
                    .wait(Duration.ofHours(1))
                    .type("status analytics")
                    .type("on analytics")
                    .type("status analytics")
                    .wait(minutes(14))
                    .type("status analytics");
        }
    },
    a_part_cannot_be_seen {
        @Override
        Session play() {
            return new Session(
                            "EventBridge and CloudWatch do not answer.",
                            Setup.ORDINARY
                                    .withDisk(40)
                                    .with(
                                            "events.DescribeRule#1:UNAVAILABLE",
                                            "cloudwatch.GetMetricStatistics#1:THROTTLED"))
                    .wait(minutes(10))
                    .type("status analytics");
        }
    },
    a_drill_is_at_work {
        @Override
        Session play() {
            return new Session(
                            "A person asks for a drill, which is aborted in mid-resize of its copy;"
                                    + " the next one measures.",
                            Setup.ORDINARY
                                    .withDisk(40)
                                    .with(
                                            Policy.upTo(16)
                                                    .with(
                                                            RedshiftSettings.DRILL_MAX_NODE_HOURS,
                                                            24))
                                    .with("state.Wait for copy resize#1:ABORT"))
                    .meanwhile(session -> session.simulation().publish(DRILL))
                    .wait(minutes(10))
                    .type("status analytics")
                    .wait(minutes(25))
                    .type("status analytics")
                    .wait(Duration.ofHours(2))
                    .meanwhile(session -> session.simulation().publish(DRILL))
                    .wait(Duration.ofHours(2))
                    .type("status analytics");
        }
    },
    a_drill_leaves_its_copy {
        @Override
        Session play() {
            return new Session(
                            "Redshift does not delete a drill's copy, whatever is tried.",
                            Setup.ORDINARY
                                    .withDisk(40)
                                    .with(
                                            Policy.upTo(16)
                                                    .with(
                                                            RedshiftSettings.DRILL_MAX_NODE_HOURS,
                                                            24))
                                    .with("redshift.DeleteCluster#1+:UNAVAILABLE"))
                    .meanwhile(session -> session.simulation().publish(DRILL))
                    .wait(Duration.ofHours(4))
                    .type("status analytics");
        }
    },
    aws_does_not_answer {
        @Override
        Session play() {
            return new Session(
                            "CloudFormation, and then DynamoDB, does not answer; then the second"
                                    + " half of a switch fails.",
                            Setup.ORDINARY
                                    .withDisk(40)
                                    .with(
                                            "cloudformation.DescribeStacks#1:NO_CONNECTION",
                                            "dynamodb.GetItem#1:THROTTLED",
                                            "events.DisableRule#1:SERVER_ERROR"))
                    .wait(minutes(10))
                    .type("status analytics")
                    .type("status analytics")
                    .type("off analytics")
                    .type("status analytics");
        }
    },
    a_person_writes_into_the_record {
        @Override
        Session play() {
            return new Session(
                            "A person writes what is no list of tasks into the record.",
                            Setup.ORDINARY.withDisk(40))
                    .meanwhile(
                            session ->
                                    session.simulation()
                                            .editLease(item -> item.put("paused", "orders")))
                    .type("status analytics");
        }
    },
    another_cluster {
        @Override
        Session play() {
            return new Session("Clusters that there are not.", Setup.ORDINARY)
                    .type("status analitics")
                    .type("recover headroom-redshift-analytics")
                    .type("off production")
                    .type("status staging");
        }
    };

    private static final String DRILL = "{\"drill\": true}";

    abstract Session play();

    private static Duration minutes(long count) {
        return Duration.ofMinutes(count);
    }
}
