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
        assertEquals(
                List.of(
                        new Rejected("5 (67 %), 6 (56 %) nodes", "a larger step is permitted"),
                        new Rejected("12 (28 %) nodes", "more than twice the present nodes"),
                        new Rejected("20 (17 %) nodes", "above the ceiling, maxNodes = 16"),
                        NOT_CLASSIC),
                rejected("permitted 2=168 5=67 6=56 8=42 12=28 20=17"));
    }

    @Test
    void fittingRejectsWhatIsTooFullAndWhatIsNotNeeded() {
        assertEquals(
                List.of(
                        new Rejected(
                                "5 (67 %) nodes", "expected disk use is above the target of 60 %"),
                        new Rejected("8 (42 %), 12 (28 %) nodes", "more than is needed"),
                        new Rejected("20 (17 %) nodes", "above the ceiling, maxNodes = 16"),
                        NOT_CLASSIC),
                rejected("growth fit; permitted 5=67 6=56 8=42 12=? 20=17"));
    }

    @Test
    void theCeilingRejectsAllGrowth() {
        assertEquals(
                List.of(
                        new Rejected(
                                "6 (56 %), 8 (42 %) nodes", "above the ceiling, maxNodes = 5")),
                rejected("maxNodes 5; permitted 3=112 6=56 8=42"));
    }

    @Test
    void wantOfGrowthRejectsWhatIsNone() {
        assertEquals(
                List.of(new Rejected("2 (168 %), 3 (unknown) nodes", "no growth")),
                rejected("permitted 2=168 3=?"));
    }

    @Test
    void classicRejectsTheElasticSizes() {
        assertEquals(
                List.of(new Rejected("2 (168 %) nodes", "no growth"), NOT_ELASTIC),
                rejected("permitted 2=168; classicHours 12"));
        assertEquals(
                List.of(NOT_ELASTIC),
                rejected("cluster 1 x dc2.large; permitted none; classicHours 12"));
    }

    @Test
    void anObstacleToTheChosenSizeKeepsWhatWasRejected() {
        List<Rejected> rejected =
                List.of(new Rejected("6 (56 %) nodes", "a larger step is permitted"), NOT_CLASSIC);
        assertEquals(rejected, rejected("maintenance 2026-11-22T05:00:00Z"));
        assertEquals(rejected, rejected("snapshot nightly"));
        assertEquals(rejected, rejected("mode ask"));
        assertEquals(rejected, rejected("window SAT 01:00-05:00 UTC"));
        assertEquals(List.of(), rejected("cluster paused: 4 x ra3.4xlarge"));
        assertEquals(List.of(), rejected("disk 62"));
    }

    @Test
    void remarksInHowFarItIsLessThanWishedFor() {
        assertEquals(List.of(), remarks("maxNodes 8; permitted 8=42"));
        assertEquals(
                List.of(
                        "Wished for were 8 nodes; 6 is the largest step that is permitted and not"
                                + " above the ceiling of 8.",
                        "This is the last elastic step, as Redshift permits no more than 6 nodes:"
                                + " it counts elastic growth from the size that a cluster was"
                                + " created with, or that its last classic resize gave it. What"
                                + " remains is a classic resize to no more than 8 nodes (maxNodes),"
                                + " which the settings do not allow, or another node type, by"
                                + " hand."),
                remarks("maxNodes 8; permitted 6=56"));
        assertEquals(
                List.of(
                        "Wished for were 8 nodes; 6 is the largest step that is permitted and not"
                                + " above the ceiling of 7."),
                remarks("maxNodes 7; permitted 6=56 8=42"));
    }

    @Test
    void remarksThatTheTargetIsNotReached() {
        assertEquals(List.of(), remarks("maxNodes 8; growth fit; permitted 8=60"));
        assertEquals(
                List.of(
                        "No permitted size up to the ceiling of 8 reaches the target of 60 %; this"
                                + " one is the largest."),
                remarks("maxNodes 8; growth fit; permitted 6=75 8=61"));
        assertEquals(
                List.of("How full the disks will be is not known, so this is the least step."),
                remarks("growth fit; disk unknown; permitted 6=? 8=?"));
    }

    @Test
    void remarksThatADiskIsCriticalUnlessAPersonHasDecided() {
        assertEquals(
                List.of(
                        "Disk use is at or above the critical 90 %, so neither the mode nor the"
                                + " window holds it back."),
                remarks("maxNodes 8; disk 90; mode ask"));
        assertEquals(List.of(), remarks("maxNodes 8; disk 90; mode ask; cause MANUAL"));
        assertEquals(List.of(), remarks("maxNodes 8; disk 89.99"));
        assertEquals(List.of(), remarks("maxNodes 8; disk 95"));
        assertEquals(List.of(), remarks("maxNodes 8; disk 95; window SUN 01:00-05:00 UTC"));
    }

    @Test
    void remarksThatTheStepIsNotEnough() {
        assertEquals(
                List.of(
                        "That is not enough room: the alarm at 80 % will stand, and ask for the"
                                + " next step."),
                remarks("maxNodes 8; permitted 8=80"));
        assertEquals(List.of(), remarks("maxNodes 8; permitted 8=79.99"));
    }

    @Test
    void remarksWhatGoesOnRunning() {
        assertEquals(
                List.of(
                        "Left running, as the setting otherEndpoints says ignore: returns,"
                                + " refunds."),
                remarks("maxNodes 8; otherEndpoints ignore; strangers returns refunds"));
        assertEquals(List.of(), remarks("maxNodes 8; otherEndpoints ignore"));
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
        assertEquals(
                List.of(
                        "Redshift lists as pending what is not known here, and so is not waited"
                            + " for: recolour-nodes, rewire. Should the resize be refused, see in"
                            + " the Redshift console what that is."),
                remarks("maxNodes 8; pending ClusterVersion recolour-nodes rewire"));
        assertEquals(List.of(), remarks("maxNodes 8; pending ClusterVersion"));
    }

    @Test
    void remarksInOneOrder() {
        assertEquals(
                List.of(
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
                                + " window holds it back."),
                remarks(
                        "cluster 10 x ra3.large; vpc none; permitted none; maxNodes 40;"
                            + " classicHours 12; strangers returns; otherEndpoints ignore; disk 95;"
                            + " mode ask"));
    }

    private static List<String> seen(String differences) {
        return Situation.with(differences).plan().evidence().seen();
    }

    private static List<Rejected> rejected(String differences) {
        return Situation.with(differences).plan().evidence().rejected();
    }

    private static List<String> remarks(String differences) {
        return assertInstanceOf(Plan.Resize.class, Situation.with(differences).plan()).remarks();
    }
}
