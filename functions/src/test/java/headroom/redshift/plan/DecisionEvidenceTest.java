package headroom.redshift.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import headroom.report.Evidence.Rejected;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What a plan says it rests on, what it did not choose and what it remarks, word by word.
final class DecisionEvidenceTest {
    private static final Rejected NOT_CLASSIC =
            new Rejected("a classic resize", "an elastic one takes minutes");
    private static final Rejected NOT_ELASTIC =
            new Rejected("an elastic resize", "none makes room here");

    @Test
    void saysWhatWasSeen() {
        assertEquals(
                List.of(
                        "Cluster: sales is available (Available) with 4 x ra3.4xlarge; its last"
                                + " resize (to 8 nodes) is FAILED.",
                        "Disk use, at its highest in the last 15 minutes: 84 %; alarm at"
                                + " 80 %, critical at 90 %.",
                        "Permitted sizes: 6 (56 %), 8 (42 %) nodes, with the expected disk"
                                + " use.",
                        "DMS tasks: 2 running, 1 stopped.",
                        "How far they are behind: none is, as far as CloudWatch has figures;"
                                + " without figures, and not behind as they have run for an hour"
                                + " without an error: a, c.",
                        "Maintenance: the next window opens at 2026-11-28T22:00:00Z.",
                        "Settings: at most 16 nodes, doubling, never classic, mode auto, at any"
                                + " time, with a pre-copy; the source keeps its log for 24 h.",
                        "The pause: 45 min expected. The resize begins within 12 h of it, or is"
                            + " given up: so much of the 24 h of log that are left to the tasks may"
                            + " be spent before it."),
                seen(
                        "permitted 6=56 8=?; tasks a=running b=stopped c=running; lastResize"
                                + " FAILED; maintenance 2026-11-28T22:00:00Z"));
    }

    @Test
    void saysWhatWasNotSeen() {
        assertEquals(
                List.of(
                        "Cluster: sales is paused (Unavailable) with 4 x ra3.4xlarge; it has never"
                                + " been resized.",
                        "Disk use, at its highest in the last 30 minutes: unknown; alarm at"
                                + " 75 %, critical at 95 %.",
                        "Permitted sizes: none known.",
                        "DMS tasks: none.",
                        "Settings: at most 6 nodes, fitting a target of 50 %, classic for 12 h,"
                            + " mode ask, window SAT 01:00-05:00 UTC, with a pre-copy; the source"
                            + " keeps its log for 72 h."),
                seen(
                        "cluster paused (Unavailable): 4 x ra3.4xlarge; disk unknown; permitted"
                            + " none; tasks none; maxNodes 6; alarmPercent 75; criticalPercent 95;"
                            + " alarmMinutes 30; growth fit; targetPercent 50; classicHours 12;"
                            + " mode ask; window SAT 01:00-05:00 UTC; sourceLogRetentionHours 72"));
    }

    @Test
    void doublingRejectsWhatIsSmallerAndWhatIsTooLarge() {
        assertRejected(
                "permitted 2=168 5=67 6=56 8=42 12=28 20=17",
                new Rejected("5 (67 %), 6 (56 %) nodes", "a larger step is permitted"),
                new Rejected("12 (28 %) nodes", "more than twice the present nodes"),
                new Rejected("20 (17 %) nodes", "above the ceiling, maxNodes = 16"),
                NOT_CLASSIC);
    }

    @Test
    void fittingRejectsWhatIsTooFullAndWhatIsNotNeeded() {
        assertRejected(
                "growth fit; permitted 5=67 6=56 8=42 12=? 20=17",
                new Rejected("5 (67 %) nodes", "expected disk use is above the target of 60 %"),
                new Rejected("8 (42 %), 12 (28 %) nodes", "more than is needed"),
                new Rejected("20 (17 %) nodes", "above the ceiling, maxNodes = 16"),
                NOT_CLASSIC);
    }

    @Test
    void theCeilingRejectsAllGrowth() {
        assertRejected(
                "maxNodes 5; permitted 3=112 6=56 8=42",
                new Rejected("6 (56 %), 8 (42 %) nodes", "above the ceiling, maxNodes = 5"));
    }

    @Test
    void wantOfGrowthRejectsWhatIsNone() {
        assertRejected(
                "permitted 2=168 3=?", new Rejected("2 (168 %), 3 (unknown) nodes", "no growth"));
    }

    @Test
    void classicRejectsTheElasticSizes() {
        assertRejected(
                "permitted 2=168; classicHours 12",
                new Rejected("2 (168 %) nodes", "no growth"),
                NOT_ELASTIC);
        assertRejected("cluster 1 x dc2.large; permitted none; classicHours 12", NOT_ELASTIC);
    }

    @Test
    void anObstacleToTheChosenSizeKeepsWhatWasRejected() {
        var smaller = new Rejected("6 (56 %) nodes", "a larger step is permitted");
        assertRejected("maintenance 2026-11-22T05:00:00Z", smaller, NOT_CLASSIC);
        assertRejected("snapshot nightly", smaller, NOT_CLASSIC);
        assertRejected("mode ask", smaller, NOT_CLASSIC);
        assertRejected("window SAT 01:00-05:00 UTC", smaller, NOT_CLASSIC);
        assertRejected("cluster paused: 4 x ra3.4xlarge");
        assertRejected("disk 62");
    }

    @Test
    void remarksInHowFarItIsLessThanWishedFor() {
        assertRemarks("maxNodes 8; permitted 8=42");
        assertRemarks(
                "maxNodes 8; permitted 6=56",
                "Wished for were 8 nodes; 6 is the largest step that is permitted and not"
                        + " above the ceiling of 8.",
                "This is the last elastic step, as Redshift permits no more than 6 nodes:"
                        + " it counts elastic growth from the size that a cluster was"
                        + " created with, or that its last classic resize gave it. What"
                        + " remains is a classic resize to no more than 8 nodes (maxNodes),"
                        + " which the settings do not allow, or another node type, by"
                        + " hand.");
        assertRemarks(
                "maxNodes 7; permitted 6=56 8=42",
                "Wished for were 8 nodes; 6 is the largest step that is permitted and not"
                        + " above the ceiling of 7.");
    }

    @Test
    void remarksThatTheTargetIsNotReached() {
        assertRemarks("maxNodes 8; growth fit; permitted 8=60");
        assertRemarks(
                "maxNodes 8; growth fit; permitted 6=75 8=61",
                "No permitted size up to the ceiling of 8 reaches the target of 60 %; this"
                        + " one is the largest.");
        assertRemarks(
                "growth fit; disk unknown; permitted 6=? 8=?",
                "How full the disks will be is not known, so this is the least step.");
    }

    @Test
    void remarksThatADiskIsCriticalUnlessAPersonHasDecided() {
        assertRemarks(
                "maxNodes 8; disk 90; mode ask",
                "Disk use is at or above the critical 90 %, so neither the mode nor the"
                        + " window holds it back.");
        assertRemarks("maxNodes 8; disk 90; mode ask; cause MANUAL");
        assertRemarks("maxNodes 8; disk 89.99");
        assertRemarks("maxNodes 8; disk 95");
        assertRemarks("maxNodes 8; disk 95; window SUN 01:00-05:00 UTC");
    }

    @Test
    void remarksThatTheStepIsNotEnough() {
        assertRemarks(
                "maxNodes 8; permitted 8=80",
                "That is not enough room: the alarm at 80 % will stand, and ask for the"
                        + " next step.");
        assertRemarks("maxNodes 8; permitted 8=79.99");
    }

    @Test
    void remarksWhatGoesOnRunning() {
        assertRemarks(
                "maxNodes 8; otherEndpoints ignore; strangers returns refunds",
                "Left running, as the setting otherEndpoints says ignore: returns," + " refunds.");
        assertRemarks("maxNodes 8; otherEndpoints ignore");
    }

    @Test
    void remarksToAPersonWhatIsInTheWayJustNow() {
        Plan.Ask ask =
                assertInstanceOf(
                        Plan.Ask.class,
                        Situation.with("maxNodes 8; mode ask; snapshot nightly; tasks a=stopping")
                                .plan());
        assertEquals(
                List.of(
                        "In the way just now: A snapshot is being taken, and a resize may fail"
                                + " beside it: nightly."),
                ask.proposal().remarks());
    }

    @Test
    void remarksWhatIsPendingThatNobodyDocuments() {
        assertRemarks(
                "maxNodes 8; pending ClusterVersion recolour-nodes rewire",
                "Redshift lists as pending what is not known here, and so is not waited"
                        + " for: recolour-nodes, rewire. Should the resize be refused, see in"
                        + " the Redshift console what that is.");
        assertRemarks("maxNodes 8; pending ClusterVersion");
    }

    @Test
    void remarksInOneOrder() {
        assertRemarks(
                "cluster 10 x ra3.large; vpc none; permitted none; maxNodes 40;"
                        + " classicHours 12; strangers returns; otherEndpoints ignore; disk 95;"
                        + " mode ask",
                "No elastic resize makes room: the cluster has 10 x ra3.large, and Redshift"
                        + " permits no other size. It counts elastic growth from the size"
                        + " that a cluster was created with, or that its last classic"
                        + " resize gave it.",
                "Wished for were 20 nodes; 16 is the largest step that is permitted and not"
                        + " above the ceiling of 40.",
                "A classic resize leaves this cluster read-only until it is done, for about"
                        + " 12 hours, as it is in no VPC. Tables created with"
                        + " BACKUP NO do not survive it.",
                "Left running, as the setting otherEndpoints says ignore: returns.",
                "Disk use is at or above the critical 90 %, so neither the mode nor the"
                        + " window holds it back.");
    }

    private static List<String> seen(String differences) {
        return Situation.with(differences).plan().evidence().seen();
    }

    private static void assertRejected(String differences, Rejected... expected) {
        assertEquals(List.of(expected), Situation.with(differences).plan().evidence().rejected());
    }

    private static void assertRemarks(String differences, String... expected) {
        var resize = assertInstanceOf(Plan.Resize.class, Situation.with(differences).plan());
        assertEquals(List.of(expected), resize.remarks());
    }
}
