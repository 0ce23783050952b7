package headroom.redshift.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import headroom.redshift.Given;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.replication.PausedTask;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What people read of a plan, word by word.
final class DecisionSentencesTest {
    private static final Instant IN_AN_HOUR = Given.NOW.plus(Duration.ofHours(1));
    private static final String ROOM = "make room: drop or unload old tables.";
    private static final String REMAINS =
            "What remains is a classic resize to no more than 16 nodes (maxNodes), which the"
                    + " settings do not allow, or another node type, by hand.";
    private static final String COUNTED_AND_REMAINS =
            "It counts elastic growth from the size that a cluster was created with, or that its"
                    + " last classic resize gave it. "
                    + REMAINS;
    private static final String CLASSIC =
            "Set classicHours to the hours for which replication may stand still, and deploy"
                    + " again; or "
                    + ROOM;

    @Test
    void resizesAndSaysWhatItTakes() {
        Plan plan =
                Situation.with("maxNodes 8; tasks orders=running items=stopped/NORMAL parts=ready")
                        .plan();
        assertEquals(
                new Plan.Resize(
                        4,
                        8,
                        "ra3.4xlarge",
                        ResizeMethod.ELASTIC,
                        84.0,
                        42.0,
                        45,
                        43_200,
                        86_400,
                        false,
                        true,
                        List.of(new PausedTask("arn:orders", "orders")),
                        List.of("items is stopped (Stop Reason NORMAL)", "parts is ready"),
                        List.of(),
                        "sales.example.com",
                        null,
                        "Resize sales from 4 to 8 x ra3.4xlarge with 1 DMS task paused; disk use"
                                + " 84 %, expected 42 %.",
                        plan.evidence()),
                plan);
    }

    @Test
    void resizesClassicallyAndWarns() {
        Plan plan = Situation.with("cluster 1 x dc2.large; permitted none; classicHours 12").plan();
        assertEquals(
                new Plan.Resize(
                        1,
                        2,
                        "dc2.large",
                        ResizeMethod.CLASSIC,
                        84.0,
                        42.0,
                        780,
                        43_200,
                        86_400,
                        false,
                        true,
                        List.of(new PausedTask("arn:orders", "orders")),
                        List.of(),
                        List.of(
                                "A single-node cluster cannot be resized elastically.",
                                "A classic resize leaves this cluster read-only until it is done,"
                                        + " for about 12 hours, as dc2.large is neither ra3 nor rg."
                                        + " Tables created with BACKUP NO do not survive it."),
                        "sales.example.com",
                        null,
                        "Classic resize of sales from 1 to 2 x dc2.large with 1 DMS task paused;"
                                + " disk use 84 %, expected 42 %.",
                        plan.evidence()),
                plan);
    }

    @Test
    void saysWhatIsNotKnown() {
        assertEquals(
                "Resize sales from 4 to 8 x ra3.4xlarge with 1 DMS task paused; disk use unknown,"
                        + " expected unknown.",
                Situation.with("disk unknown; permitted 8=?").plan().sentence());
    }

    @Test
    void isNotNeededAndDoesNotRoundUpToTheAlarm() {
        Plan plan = Situation.with("disk 79.96").plan();
        assertEquals(
                new Plan.NotNeeded(
                        "no need",
                        Given.NOW.plus(Duration.ofMinutes(15)),
                        "Disk use is 79 %, below the alarm's 80 %.",
                        plan.evidence()),
                plan);
    }

    @Test
    void asks() {
        Plan.Ask ask = assertInstanceOf(Plan.Ask.class, Situation.with("mode ask").plan());
        assertEquals(
                new Plan.Ask(
                        ask.proposal(),
                        "a resize to 8 nodes",
                        IN_AN_HOUR,
                        "The mode is ask, so this is for a person to decide: Resize sales from 4"
                                + " to 8 x ra3.4xlarge with 1 DMS task paused; disk use 84 %,"
                                + " expected 42 %."),
                ask);
        assertEquals(Situation.with("mode ask; cause MANUAL").plan(), ask.proposal());
    }

    @Test
    void isPutOff() {
        Plan.Deferred deferred =
                assertInstanceOf(
                        Plan.Deferred.class,
                        Situation.with("window SAT 01:00-05:00 Europe/Berlin").plan());
        Instant opens = Instant.parse("2026-11-28T00:00:00Z");
        assertEquals(
                new Plan.Deferred(
                        deferred.proposal(),
                        opens,
                        "the window at 2026-11-28T00:00:00Z",
                        IN_AN_HOUR,
                        "Put off until 2026-11-28T00:00:00Z, when the window SAT 01:00-05:00"
                                + " Europe/Berlin opens: Resize sales from 4 to 8 x ra3.4xlarge"
                                + " with 1 DMS task paused; disk use 84 %, expected 42 %."),
                deferred);
        assertEquals(
                Situation.with("window SAT 01:00-05:00 Europe/Berlin; cause MANUAL").plan(),
                deferred.proposal());
    }

    @Test
    void waitsAndAfterFourHoursSaysSo() {
        String load = "tasks orders=running items=running/loading parts=running/loading";
        String sentence =
                "DMS tasks are in full load, and stopping one would load its tables again: items,"
                        + " parts.";
        Plan plan = Situation.with(load + "; waited PT30M").plan();
        assertEquals(new Plan.NotYet(225, sentence, plan.evidence()), plan);
        refused(
                load + "; waited PT5H10M",
                "a full load",
                sentence + " Headroom has waited for 5 h 10 min.",
                "Wait for the load to finish, or stop those tasks by hand.");
    }

    /// The words in capitals stand for sentences that several have, and are told above.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # For the clusters status
                    cluster paused (Unavailable): 4 x ra3.4xlarge | the cluster's status | \
                    The cluster cannot be resized now: sales is paused (Unavailable) with 4 x ra3.4xlarge; it is \
                    paused; resume it. | \
                    This does not end by itself: see the Redshift console. Headroom looks again within the hour.
                    cluster storage-full: 4 x ra3.4xlarge | a full disk | \
                    The cluster cannot be resized now: sales is storage-full (Available) with 4 x ra3.4xlarge; its \
                    disk is full: writes fail, and no snapshot can be taken. | \
                    Stop the DMS tasks, resize in the Redshift console without a snapshot, and resume the tasks with \
                    resume-processing: step by step in the runbook, under storage-full.
                    cluster rebooting: 4 x ra3.4xlarge; waited PT4H | the cluster's status | \
                    The cluster cannot be resized now: sales is rebooting (Available) with 4 x ra3.4xlarge; it is \
                    restarting. Headroom has waited for 4 h. | \
                    See in the Redshift console what keeps it.
                    pending NumberOfNodes | a resize in flight | \
                    A resize is in flight already: sales is available (Available) with 4 x ra3.4xlarge, pending: \
                    NumberOfNodes. | \
                    Wait for it. Its effect on disk use shows once it is done.
                    # For changes of the cluster
                    pending MasterUserPassword EncryptionType; waited PT4H | pending changes | \
                    The cluster has changes that are not applied yet: MasterUserPassword, EncryptionType. Headroom \
                    has waited for 4 h. | \
                    See in the Redshift console what they wait for; some wait for a restart.
                    snapshot nightly; waited PT4H | a snapshot in flight | \
                    A snapshot is being taken, and a resize may fail beside it: nightly. Headroom has waited for 4 h. \
                    | \
                    See in the Redshift console why it takes so long.
                    # For tasks
                    tasks none | no tasks | \
                    No DMS task writes to the configured endpoints, whatever its status: TARGET. | \
                    Compare the setting endpoints with the target endpoints of the tasks, and deploy again.
                    strangers returns refunds | tasks on other endpoints | \
                    DMS tasks write to this cluster through endpoints that are not configured, so they would go on \
                    writing during the resize: returns, refunds. | \
                    Add those endpoints to the setting endpoints; or, if their tasks stand a read-only cluster, set \
                    otherEndpoints to ignore. Deploy again.
                    tasks orders=starting items=stopping; waited PT4H | tasks in motion | \
                    DMS tasks are changing their state, so they cannot be stopped cleanly: orders is starting, items \
                    is stopping. Headroom has waited for 4 h. | \
                    See in the DMS console what keeps them; each has to be running or stopped.
                    cluster 1 x dc2.large; permitted none; classicHours 24 | the source's log | \
                    The tasks would stand still for about 25 h, and the source keeps the log that they resume from \
                    for 24 h. | \
                    Lengthen the log retention at the source, set sourceLogRetentionHours to it, and deploy again.
                    # For the disk
                    cause WATCH; disk unknown | unknown disk use | \
                    Disk use is unknown: the metric has been missing for a while, so the alarm's state may be an old \
                    one. | \
                    See in CloudWatch why PercentageDiskSpaceUsed is missing. To resize all the same, publish any \
                    message to the topic.
                    # For want of a size
                    maxNodes 5; disk 90 | the ceiling, at a critical level | \
                    The ceiling is reached: the cluster has 4 x ra3.4xlarge, the next permitted size is above the \
                    setting maxNodes = 5. | \
                    Raise maxNodes and deploy again, or ROOM
                    maxNodes 4; permitted none | the ceiling | \
                    The ceiling is reached: the cluster has 4 x ra3.4xlarge, the next size is above the setting \
                    maxNodes = 4. | \
                    Raise maxNodes and deploy again, or ROOM
                    permitted 2=? 3=? | no elastic resize | \
                    No elastic resize makes room: the cluster has 4 x ra3.4xlarge, and Redshift permits 2, 3. COUNTED \
                    | \
                    CLASSIC
                    permitted none | no elastic resize | \
                    No elastic resize makes room: the cluster has 4 x ra3.4xlarge, and Redshift permits no other \
                    size. COUNTED | \
                    CLASSIC
                    cluster 1 x dc2.large; permitted none | no elastic resize | \
                    A single-node cluster cannot be resized elastically. REMAINS | \
                    CLASSIC
                    cluster 1 x new.large; permitted none | no size | \
                    A single-node cluster cannot be resized elastically. For a classic resize of new.large, no larger \
                    size is known. | \
                    Resize to another node type by hand, or ROOM
                    cluster 1 x new.large; permitted none; classicHours 12 | no size | \
                    A single-node cluster cannot be resized elastically. For a classic resize of new.large, no larger \
                    size is known. | \
                    Resize to another node type by hand, or ROOM
                    """)
    void refuses(String differences, String about, String sentence, String wayOut) {
        refused(differences, about, inFull(sentence), inFull(wayOut));
    }

    private static String inFull(String text) {
        return text.replace("COUNTED", COUNTED_AND_REMAINS)
                .replace("REMAINS", REMAINS)
                .replace("CLASSIC", CLASSIC)
                .replace("ROOM", ROOM)
                .replace("TARGET", Given.TARGET);
    }

    @Test
    void refusesForTheMaintenanceWindow() {
        refused(
                "maintenance 2026-11-22T05:00:00Z",
                "the maintenance window",
                "The cluster's maintenance window opens at 2026-11-22T05:00:00Z, before the resize"
                        + " is expected to be done.",
                "Wait until it has passed: Headroom looks again within the hour. Or put the"
                        + " maintenance off for a week:\n"
                        + "  aws redshift modify-cluster-maintenance --region eu-west-1"
                        + " --cluster-identifier sales --defer-maintenance"
                        + " --defer-maintenance-duration 7");
    }

    private static void refused(String differences, String about, String sentence, String wayOut) {
        Plan plan = Situation.with(differences).plan();
        assertEquals(new Plan.Refused(about, IN_AN_HOUR, sentence, wayOut, plan.evidence()), plan);
    }
}
