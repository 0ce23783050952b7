package headroom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import headroom.Given;
import headroom.plan.Facts.Size;
import headroom.replication.PausedTask;
import headroom.replication.ReplicationTask;
import headroom.trigger.Cause;
import headroom.warehouse.Cluster;
import headroom.warehouse.LastResize;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The settings allow 16 nodes and alarm at 80 %.
final class DecisionTest {
    private static final String FULL =
            "A full cluster takes no snapshot, so this is left to a person: stop the DMS tasks,"
                + " resize in the Redshift console, and resume the tasks with resume-processing.";
    private static final String WAIT =
            "Wait until it is available, or see in the Redshift console what keeps it.";

    private Cluster cluster = cluster("available", 4);
    private Optional<LastResize> lastResize = Optional.empty();
    private List<Size> sizes = sizes(2, 3, 5, 6, 8, 12, 16);
    private @Nullable Double disk = 84.2;
    private List<ReplicationTask> tasks = List.of(task("orders", "running"));

    @Test
    void growsToTwiceTheNodesAndSaysWhatItTakes() {
        sizes = List.of(new Size(8, 42.4), new Size(6, 56.1));
        tasks = List.of(task("orders", "running"), task("items", "running"));
        assertEquals(
                new Plan.Resize(
                        4,
                        8,
                        "ra3.4xlarge",
                        84.2,
                        42.4,
                        List.of(
                                new PausedTask("arn:orders", "orders"),
                                new PausedTask("arn:items", "items")),
                        List.of(),
                        "Resize sales from 4 to 8 x ra3.4xlarge with 2 DMS tasks paused; disk use"
                                + " 84 %, expected 42 %."),
                plan(Cause.ALARM));
    }

    @ParameterizedTest
    @CsvSource({
        "'2, 3, 5, 6, 8, 12', 4, 8", // twice, though more is permitted
        "'2, 3, 5, 6, 12', 4, 6", // less than twice, where twice is not permitted
        "'5, 16', 4, 5", // the least growth there is
        "'12, 15, 16, 20', 10, 16", // up to the ceiling
        "'12, 15, 20', 10, 15" // below the ceiling, where the ceiling is not permitted
    })
    void growsToTheLargestPermittedSizeWithinTwiceAndTheCeiling(
            String permitted, int nodes, int grown) {
        sizes = sizes(Arrays.stream(permitted.split(", ")).mapToInt(Integer::parseInt).toArray());
        cluster = cluster("available", nodes);
        assertEquals(grown, assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM)).to());
    }

    @Test
    void refusesToGrowAboveTheCeiling() {
        cluster = cluster("available", 16);
        sizes = sizes(8, 24, 32);
        assertEquals(
                new Plan.Refused(
                        "The ceiling is reached: the cluster has 16 x ra3.4xlarge, the next"
                                + " permitted size is above the setting maxNodes = 16.",
                        "Raise maxNodes and deploy again, or make room: drop or unload old"
                                + " tables."),
                plan(Cause.ALARM));
    }

    @ParameterizedTest
    @CsvSource({"'2, 3', '2, 3'", "'4', '4'", "'2, 12', '2, 12'"})
    void refusesWhereNoPermittedSizeMakesRoom(String permitted, String named) {
        sizes = sizes(Arrays.stream(permitted.split(", ")).mapToInt(Integer::parseInt).toArray());
        assertEquals(
                new Plan.Refused(
                        "No elastic resize makes room: the cluster has 4 x ra3.4xlarge, and"
                                + " Redshift permits "
                                + named
                                + ".",
                        "Resize to another node type by hand, or make room: drop or unload old"
                                + " tables."),
                plan(Cause.ALARM));
    }

    @Test
    void refusesWhereNoSizeIsPermittedAtAll() {
        sizes = List.of();
        assertEquals(
                "No elastic resize makes room: the cluster has 4 x ra3.4xlarge, and Redshift"
                        + " permits no other size.",
                plan(Cause.MANUAL).sentence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resizing",
                "storage-full",
                "paused",
                "available, resize-cleanup",
                "new one"
            })
    void refusesInAnyStatusButAvailable(String status) {
        cluster = cluster(status, 4);
        assertEquals(
                new Plan.Refused(
                        "The cluster cannot be resized now: sales is "
                                + status
                                + " (Available) with 4 x ra3.4xlarge.",
                        status.equals("storage-full") ? FULL : WAIT),
                plan(Cause.MANUAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IN_PROGRESS", "CANCELLING"})
    void refusesWhileAResizeIsInProgressThatTheStatusDoesNotShow(String status) {
        lastResize = Optional.of(new LastResize(status, 8, null));
        assertEquals(
                new Plan.Refused(
                        "The cluster cannot be resized now: sales is available (Available) with 4"
                                + " x ra3.4xlarge, and a resize is in progress.",
                        WAIT),
                plan(Cause.ALARM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUCCEEDED", "FAILED", "NONE"})
    void doesNotMindAResizeThatHasEnded(String status) {
        lastResize = Optional.of(new LastResize(status, 8, null));

        assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM));
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"ALARM", "RECOVER"})
    void isNotNeededBelowTheAlarmsPercentage(Cause automatic) {
        disk = 62.4;
        assertEquals(
                new Plan.NotNeeded("Disk use is 62 %, below the alarm's 80 %."), plan(automatic));
    }

    @Test
    void doesNotRoundDiskUseUpToTheAlarmsPercentage() {
        disk = 79.96;
        assertEquals(
                new Plan.NotNeeded("Disk use is 79 %, below the alarm's 80 %."), plan(Cause.ALARM));
    }

    @Test
    void isNeededFromTheAlarmsPercentageOn() {
        disk = 80.0;

        assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM));
    }

    @Test
    void doesNotActOnAStandingAlarmWhoseMetricIsMissing() {
        disk = null;
        assertEquals(
                "Disk use is unknown: the metric has been missing for a while, so the alarm's state"
                        + " may be an old one.",
                plan(Cause.WATCH).sentence());
    }

    @Test
    void takesAMissingMetricForUnknownAndNotForLow() {
        disk = null;
        sizes = List.of(new Size(8, null));
        assertEquals(
                "Resize sales from 4 to 8 x ra3.4xlarge with 1 DMS tasks paused; disk use unknown,"
                        + " expected unknown.",
                assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM)).sentence());
    }

    @Test
    void doesNotAskTheMetricWhenAPersonAskedForTheRun() {
        disk = 3.0;

        assertInstanceOf(Plan.Resize.class, plan(Cause.MANUAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "starting",
                "stopping",
                "creating",
                "modifying",
                "moving",
                "testing",
                "new one"
            })
    void refusesWhileATaskIsInMotion(String status) {
        tasks = List.of(task("orders", "running"), task("items", status));
        assertEquals(
                new Plan.Refused(
                        "DMS tasks are changing their state, so they cannot be stopped cleanly:"
                                + " items is "
                                + status
                                + ".",
                        "Wait until each of them is running or stopped."),
                plan(Cause.MANUAL));
    }

    @Test
    void refusesWhileATaskIsInFullLoad() {
        tasks =
                List.of(
                        task("orders", "running"),
                        loading("items", "running"),
                        loading("parts", "running"));

        assertEquals(
                new Plan.Refused(
                        "DMS tasks are in full load, and stopping one would load its tables"
                                + " again: items, parts.",
                        "Wait for the load to finish, or stop those tasks by hand."),
                plan(Cause.ALARM));
    }

    @Test
    void doesNotMindTheUnfinishedLoadOfATaskThatDoesNotRun() {
        tasks = List.of(loading("items", "stopped"));

        assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM));
    }

    @Test
    void leavesAloneWhatDoesNotRun() {
        tasks =
                List.of(
                        task("orders", "running"),
                        new ReplicationTask(
                                "arn:items", "items", "t", "stopped", "Stop Reason NORMAL", false),
                        task("parts", "failed"),
                        task("fresh", "ready"));

        Plan.Resize resize = assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM));

        assertEquals(List.of(new PausedTask("arn:orders", "orders")), resize.pause());
        assertEquals(
                List.of(
                        "items is stopped (Stop Reason NORMAL)",
                        "parts is failed",
                        "fresh is ready"),
                resize.leaveAlone());
    }

    @Test
    void refusesWhereNoTaskWritesToTheEndpoints() {
        tasks = List.of();
        assertEquals(
                "No DMS task writes to the configured endpoints, whatever its status: "
                        + Given.TARGET
                        + ".",
                plan(Cause.MANUAL).sentence());
    }

    private Plan plan(Cause cause) {
        return new Decision(
                        new Facts(cluster, lastResize, sizes, disk, tasks), Given.SETTINGS, cause)
                .plan();
    }

    private static Cluster cluster(String status, int nodes) {
        return new Cluster("sales", status, "Available", "ra3.4xlarge", nodes, false);
    }

    private static List<Size> sizes(int... nodes) {
        return Arrays.stream(nodes).mapToObj(each -> new Size(each, 50.0)).toList();
    }

    private static ReplicationTask task(String name, String status) {
        return new ReplicationTask("arn:" + name, name, "t", status, null, false);
    }

    private static ReplicationTask loading(String name, String status) {
        return new ReplicationTask("arn:" + name, name, "t", status, null, true);
    }
}
