package headroom.redshift.plan;

import headroom.cases.Table;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/// What is in the way of a resize, as tables. An empty cell stands for the ordinary, which is told
/// in [DecisionTest]; nothing is in the way there.
final class DecisionObstaclesTest {
    private static final Table STATUS =
            Table.of(
                    Situation::new,
                    """
                    why                                         | cluster                                     | answer
                    the one status that takes a resize          | available: 4 x ra3.4xlarge                  | resize to 8
                    maintenance passes                          | available (Maintenance): 4 x ra3.4xlarge    | not yet: the cluster's status
                    a modification passes                       | available (Modifying): 4 x ra3.4xlarge      | not yet: the cluster's status
                    it may answer queries again soon            | available (Unavailable): 4 x ra3.4xlarge    | not yet: the cluster's status
                    it does not mend itself                     | available (Failed): 4 x ra3.4xlarge         | refused: the cluster's status
                    a new availability is not safe              | available (Resting): 4 x ra3.4xlarge        | not yet: the cluster's status
                    somebody's elastic resize is being prepared | available, prep-for-resize: 4 x ra3.4xlarge | refused: a resize in flight
                    somebody's elastic resize still moves data  | available, resize-cleanup: 4 x ra3.4xlarge  | refused: a resize in flight
                    somebody's resize is under way              | resizing: 4 x ra3.4xlarge                   | refused: a resize in flight
                    somebody's resize is being cancelled        | cancelling-resize: 4 x ra3.4xlarge          | refused: a resize in flight
                    it is being created                         | creating: 4 x ra3.4xlarge                   | not yet: the cluster's status
                    a change is applied                         | modifying: 4 x ra3.4xlarge                  | not yet: the cluster's status
                    a restart takes minutes                     | rebooting: 4 x ra3.4xlarge                  | not yet: the cluster's status
                    a new name takes minutes                    | renaming: 4 x ra3.4xlarge                   | not yet: the cluster's status
                    new keys take a while                       | rotating-keys: 4 x ra3.4xlarge              | not yet: the cluster's status
                    its HSM's settings change                   | updating-hsm: 4 x ra3.4xlarge               | not yet: the cluster's status
                    somebody pauses it, which does not pass     | pausing: 4 x ra3.4xlarge                    | refused: the cluster's status
                    somebody resumes it                         | resuming: 4 x ra3.4xlarge                   | not yet: the cluster's status
                    Redshift mends it                           | recovering: 4 x ra3.4xlarge                 | not yet: the cluster's status
                    a full disk takes no snapshot               | storage-full: 4 x ra3.4xlarge               | refused: a full disk
                    somebody has paused it                      | paused: 4 x ra3.4xlarge                     | refused: the cluster's status
                    somebody deletes it                         | deleting: 4 x ra3.4xlarge                   | refused: the cluster's status
                    somebody deletes it after a last snapshot   | final-snapshot: 4 x ra3.4xlarge             | refused: the cluster's status
                    its hardware has failed                     | hardware-failure: 4 x ra3.4xlarge           | refused: the cluster's status
                    it cannot reach its HSM                     | incompatible-hsm: 4 x ra3.4xlarge           | refused: the cluster's status
                    its network is wrong                        | incompatible-network: 4 x ra3.4xlarge       | refused: the cluster's status
                    its parameters are wrong                    | incompatible-parameters: 4 x ra3.4xlarge    | refused: the cluster's status
                    its snapshot did not fit                    | incompatible-restore: 4 x ra3.4xlarge       | refused: the cluster's status
                    a status that came after this was written   | recolouring: 4 x ra3.4xlarge                | not yet: the cluster's status
                    a full disk while queries are answered      | storage-full (Unavailable): 4 x ra3.4xlarge | refused: a full disk
                    """);

    private static final Table CLUSTER =
            Table.of(
                    Situation::new,
                    """
                    why                                                    | otherwise                                                                                | answer
                    a resize was accepted, which the status does not show  | pending NumberOfNodes                                                                    | refused: a resize in flight
                    another node type was accepted                         | pending NodeType                                                                         | refused: a resize in flight
                    from one node to several                               | pending ClusterType NumberOfNodes                                                        | refused: a resize in flight
                    a resize is told of, which the status does not show    | lastResize IN_PROGRESS                                                                   | refused: a resize in flight
                    a resize goes back                                     | lastResize CANCELLING                                                                    | refused: a resize in flight
                    the last resize is over                                | lastResize SUCCEEDED                                                                     | resize to 8
                    the last resize failed, which leaves the old size      | lastResize FAILED                                                                        | resize to 8
                    Redshift has nothing to tell of a resize               | lastResize NONE                                                                          | resize to 8
                    a full disk that is being resized by hand              | cluster storage-full: 4 x dc2.large; pending NumberOfNodes                               | refused: a resize in flight
                    a person's second message during a resize              | cause MANUAL; cluster resizing: 4 x ra3.4xlarge                                          | refused: a resize in flight
                    a new password is applied in a moment                  | pending MasterUserPassword                                                               | not yet: pending changes
                    a change that waits for a restart                      | pending EncryptionType AutomatedSnapshotRetentionPeriod                                  | not yet: pending changes
                    a new version waits for the maintenance window anyway  | pending ClusterVersion MaintenanceTrackName                                              | resize to 8
                    data of its restore is not there yet                   | pending RestoreStatus                                                                    | not yet: pending changes
                    a critical disk does not wait for that                 | pending RestoreStatus; disk 95                                                           | resize to 8
                    what nobody documents does not put it off              | pending recolour-nodes                                                                   | resize to 8
                    a known change beside what nobody documents            | pending recolour-nodes MasterUserPassword                                                | not yet: pending changes
                    what nobody documents beside a size that was accepted  | pending recolour-nodes NumberOfNodes                                                     | refused: a resize in flight
                    Redshift takes its own snapshot                        | snapshot rs:sales-2026-11-22-04-28-11                                                    | not yet: a snapshot in flight
                    a person does not get around a snapshot                | cause MANUAL; snapshot nightly                                                           | not yet: a snapshot in flight
                    maintenance begins this minute                         | maintenance 2026-11-22T04:30:00Z                                                         | refused: the maintenance window
                    maintenance begins in the middle of it                 | maintenance 2026-11-22T05:00:00Z                                                         | refused: the maintenance window
                    maintenance begins when it should be done              | maintenance 2026-11-22T05:15:00Z                                                         | refused: the maintenance window
                    maintenance begins a second after that                 | maintenance 2026-11-22T05:15:01Z                                                         | resize to 8
                    maintenance began a second ago, and the status is fine | maintenance 2026-11-22T04:29:59Z                                                         | resize to 8
                    maintenance is next week                               | maintenance 2026-11-28T22:00:00Z                                                         | resize to 8
                    classic begins just before maintenance                 | cluster 1 x dc2.large; permitted none; classicHours 12; maintenance 2026-11-22T06:00:00Z | refused: the maintenance window
                    classic is well under way, and maintenance waits for it | cluster 1 x dc2.large; permitted none; classicHours 12; maintenance 2026-11-22T06:00:01Z | classic to 2
                    a person does not get around maintenance               | cause MANUAL; maintenance 2026-11-22T05:00:00Z                                           | refused: the maintenance window
                    """);

    private static final Table BEHIND =
            Table.of(
                    Situation::new,
                    """
                    why                                                | behind             | otherwise                                   | answer
                    a task that keeps up                               | orders=PT0S        |                                             | resize to 8
                    twenty hours behind leave four, and it takes less  | orders=PT20H       |                                             | resize to 8
                    what is left is a second more than it takes        | orders=PT23H14M59S |                                             | resize to 8
                    what is left is what it takes                      | orders=PT23H15M    |                                             | refused: tasks behind
                    it is catching up                                  | orders=PT23H15M/PT23H16M |                                       | not yet: tasks behind
                    it falls back                                      | orders=PT23H15M/PT23H14M |                                       | refused: tasks behind
                    it has fallen out of the log, and catches up       | orders=PT30H/PT31H |                                             | not yet: tasks behind
                    a person is asked meanwhile                        | orders=PT23H15M/PT23H16M | mode ask                              | ask: resize to 8
                    a person does not get around it                    | orders=PT23H15M    | cause MANUAL                                | refused: tasks behind
                    nor does a critical disk                           | orders=PT23H15M    | disk 95                                     | refused: tasks behind, at a critical level
                    classic takes longer than what is left             | orders=PT12H       | cluster 1 x dc2.large; permitted none; classicHours 12 | refused: tasks behind
                    classic takes longer than the whole log            | orders=PT1H        | cluster 1 x dc2.large; permitted none; classicHours 24 | refused: the source's log
                    """);

    private static final Table TASKS =
            Table.of(
                    Situation::new,
                    """
                    why                                               | tasks                                   | otherwise                                | answer
                    all of them run                                   | orders=running items=running            |                                          | resize to 8
                    none of them runs, so none is paused              | orders=stopped items=failed parts=ready |                                          | resize to 8
                    a failed move can be resumed by hand              | orders=running items=failed-move        |                                          | resize to 8
                    no task at all smells of a wrong endpoint         | none                                    |                                          | refused: no tasks
                    a person does not get around a wrong endpoint     | none                                    | cause MANUAL                             | refused: no tasks
                    stopping a load starts it all over                | orders=running items=running/loading    |                                          | not yet: a full load
                    a person does not get around a load               | items=running/loading                   | cause MANUAL                             | not yet: a full load
                    a load that was stopped is loaded again anyway    | items=stopped/loading                   |                                          | resize to 8
                    a load that was never begun can wait              | items=ready/loading                     |                                          | resize to 8
                    it is about to run                                | orders=starting                         |                                          | not yet: tasks in motion
                    it is about to stop                               | orders=stopping                         |                                          | not yet: tasks in motion
                    it is being created                               | orders=running items=creating           |                                          | not yet: tasks in motion
                    it is being changed                               | orders=modifying                        |                                          | not yet: tasks in motion
                    it moves to another instance                      | orders=moving                           |                                          | not yet: tasks in motion
                    it is being deleted                               | orders=running items=deleting           |                                          | not yet: tasks in motion
                    its connections are tested                        | orders=testing                          |                                          | not yet: tasks in motion
                    a status that came after this was written         | orders=resting                          |                                          | not yet: tasks in motion
                    a critical disk does not wait for such a status   | orders=running items=resting            | disk 95                                  | resize to 8
                    but for a task on its way                         | orders=running items=testing            | disk 95                                  | not yet: tasks in motion, at a critical level
                    what begins with running is paused                | orders=Running_with_errors              |                                          | resize to 8
                    what begins with error or failed does not write   | orders=running items=Error parts=FAILED_PROVISION |                                | resize to 8
                    rows may double, which is told                    |                                         | doubling orders                          | resize to 8
                    rows may double, which the owner refuses          |                                         | doubling orders; insertPolicy refuse     | refused: rows that may double
                    a person does not get around that either          |                                         | doubling orders; insertPolicy refuse; cause MANUAL | refused: rows that may double
                    no row may double                                 |                                         | insertPolicy refuse                      | resize to 8
                    a serverless replication outlasts 45 hours        | clicks=running/serverless               | cluster 1 x dc2.large; permitted none; classicHours 44; sourceLogRetentionHours 200 | classic to 2
                    and not 46, whatever the log                      | orders=running clicks=running/serverless | cluster 1 x dc2.large; permitted none; classicHours 45; sourceLogRetentionHours 200 | refused: serverless replications
                    one that does not run is no concern               | orders=running clicks=stopped/serverless | cluster 1 x dc2.large; permitted none; classicHours 45; sourceLogRetentionHours 200 | classic to 2
                    somebody else's task would go on writing          |                                         | strangers returns                        | refused: tasks on other endpoints
                    a person does not get around somebody else's task |                                         | strangers returns; cause MANUAL          | refused: tasks on other endpoints
                    somebody else's task is known to stand it         |                                         | strangers returns; otherEndpoints ignore | resize to 8
                    """);

    private static final Table ORDER_AND_PATIENCE =
            Table.of(
                    Situation::new,
                    """
                    why                                                 | otherwise                                                  | answer
                    a load has a second left                            | tasks items=running/loading; waited PT3H59M59S             | not yet: a full load
                    a load has had its four hours                       | tasks items=running/loading; waited PT4H                   | refused: a full load
                    a person's run does not wait for ever either        | tasks items=running/loading; waited PT4H; cause MANUAL     | refused: a full load
                    a restart has had its four hours                    | cluster rebooting: 4 x ra3.4xlarge; waited PT4H            | refused: the cluster's status
                    a snapshot has had its four hours                   | snapshot nightly; waited PT5H                              | refused: a snapshot in flight
                    a pending change has had its four hours             | pending MasterUserPassword; waited PT4H                    | refused: pending changes
                    a task in motion has had its four hours             | tasks orders=stopping; waited PT4H                         | refused: tasks in motion
                    a full disk is full, whatever the mean over nodes   | cluster storage-full: 4 x dc2.large; disk 62               | refused: a full disk
                    a size that Redshift does not tell                  | cluster 0 x ra3.4xlarge                                    | not yet: the cluster's size
                    a serverless start takes longer: into maintenance   | tasks clicks=running/serverless; maintenance 2026-11-22T05:35:00Z | refused: the maintenance window
                    a serverless start takes longer, and is done before | tasks clicks=running/serverless; maintenance 2026-11-22T05:35:01Z | resize to 8
                    after four hours the way is free                    | waited PT4H                                                | resize to 8
                    what was waited for has made room                   | tasks items=running/loading; waited PT2H; disk 62          | not needed
                    what does not pass is not waited for                | cluster paused: 4 x ra3.4xlarge; waited PT1M               | refused: the cluster's status
                    a load at a critical level is told once more        | tasks items=running/loading; waited PT4H; disk 90          | refused: a full load, at a critical level
                    a load is no reason to rush at a critical level     | tasks items=running/loading; disk 97; waited PT29M59S      | not yet: a full load, at a critical level
                    at a critical level half an hour is all there is    | tasks items=running/loading; disk 97; waited PT30M         | refused: a full load, at a critical level
                    nobody waits again for what was told                | tasks items=running/loading; told a full load              | refused: a full load
                    what was told is not what is in the way now         | tasks items=running/loading; told the ceiling              | not yet: a full load
                    a person's run waits, whatever was told             | tasks items=running/loading; told a full load; cause MANUAL | not yet: a full load
                    the ceiling at a critical level is told once more   | maxNodes 4; disk 97                                        | refused: the ceiling, at a critical level
                    a person sees the critical level, too               | maxNodes 4; disk 97; cause MANUAL                          | refused: the ceiling, at a critical level
                    without need it does not matter what is in the way  | cluster paused: 4 x ra3.4xlarge; disk 62                   | not needed
                    without need it does not matter what is missing     | tasks none; strangers returns; disk 62                     | not needed
                    the cluster first: without it nothing else is true  | cluster paused: 4 x ra3.4xlarge; tasks none                | refused: the cluster's status
                    the cluster before the metric, which pauses with it | cluster paused: 4 x ra3.4xlarge; disk unknown; cause WATCH | refused: the cluster's status
                    what lasts before what passes: strangers            | strangers returns; tasks items=running/loading             | refused: tasks on other endpoints
                    what lasts before what passes: no size              | permitted none; snapshot nightly                           | refused: no elastic resize
                    what lasts before what passes: maintenance          | maintenance 2026-11-22T05:00:00Z; snapshot nightly         | refused: the maintenance window
                    a pending change before a snapshot                  | pending MasterUserPassword; snapshot nightly               | not yet: pending changes
                    a snapshot before the tasks                         | snapshot nightly; tasks orders=stopping                    | not yet: a snapshot in flight
                    motion before a load                                | tasks orders=stopping items=running/loading                | not yet: tasks in motion
                    a person is asked at once, whatever passes just now | mode ask; tasks items=running/loading                      | ask: resize to 8
                    a person is asked for what maintenance delays       | mode ask; maintenance 2026-11-22T05:00:00Z                 | ask: resize to 8
                    the window is waited for, whatever passes just now  | window SAT 01:00-05:00 UTC; snapshot nightly               | deferred until 2026-11-28T01:00:00Z: resize to 8
                    nobody is asked about a cluster that is restarting  | mode ask; cluster rebooting: 4 x ra3.4xlarge               | not yet: the cluster's status
                    nobody is asked about strangers                     | mode ask; strangers returns                                | refused: tasks on other endpoints
                    in the open window a load is waited for             | window SUN 01:00-05:00 UTC; tasks items=running/loading    | not yet: a full load
                    """);

    @ParameterizedTest(name = "{0}")
    @MethodSource({"status", "cluster", "behind", "tasks", "orderAndPatience"})
    void answers(Table.Row row) {
        row.check();
    }

    private static Stream<Table.Row> status() {
        return STATUS.decisions();
    }

    private static Stream<Table.Row> cluster() {
        return CLUSTER.decisions();
    }

    private static Stream<Table.Row> behind() {
        return BEHIND.decisions();
    }

    private static Stream<Table.Row> tasks() {
        return TASKS.decisions();
    }

    private static Stream<Table.Row> orderAndPatience() {
        return ORDER_AND_PATIENCE.decisions();
    }
}
