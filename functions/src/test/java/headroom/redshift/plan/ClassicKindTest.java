package headroom.redshift.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import headroom.redshift.plan.ClassicKind.ReadOnly;
import headroom.redshift.plan.ClassicKind.Writable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which kind a classic resize is, and what is said of it. The ordinary is that of [DecisionTest]:
/// a cluster in a VPC, with 100 TB of disks that are full to 84 %.
final class ClassicKindTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # why                                   | situation                                              | nodes | read-only, as
                    ra3 with all that is asked for          | cluster 4 x ra3.4xlarge                                | 8     |
                    rg as well                              | cluster 4 x rg.xlarge                                  | 8     |
                    the target counts, not the single node  | cluster 1 x ra3.large                                  | 2     |
                    the target is a single node             | cluster 2 x ra3.large                                  | 1     | its target is a single node
                    dc2 is an older type                    | cluster 4 x dc2.8xlarge                                | 8     | dc2.8xlarge is neither ra3 nor rg
                    a type that came after this was written | cluster 4 x ra4.large                                  | 8     | ra4.large is neither ra3 nor rg
                    in no VPC                               | cluster 4 x ra3.4xlarge; vpc none                      | 8     | it is in no VPC
                    a hair below two petabytes              | cluster 4 x ra3.4xlarge; capacity 4096; disk 49.9      | 8     |
                    two petabytes                           | cluster 4 x ra3.4xlarge; capacity 4096; disk 50        | 8     | it is not known to hold less than 2 PB
                    however full, disks that are too small  | cluster 4 x ra3.4xlarge; capacity 2047; disk unknown   | 8     |
                    disks that may hold as much             | cluster 4 x ra3.4xlarge; capacity 2048; disk unknown   | 8     | it is not known to hold less than 2 PB
                    disks of which Redshift says nothing    | cluster 4 x ra3.4xlarge; capacity unknown; disk 3      | 8     | it is not known to hold less than 2 PB
                    """)
    void isOneOfTwo(String why, String situation, int nodes, String readOnlyAs) {
        ClassicKind expected = readOnlyAs == null ? new Writable() : new ReadOnly(readOnlyAs);

        assertEquals(expected, ClassicKind.of(Situation.with(situation).facts(), nodes), why);
    }

    @Test
    void isToldByThePlan() {
        Plan.Resize writable = resize("permitted none; classicHours 12");
        Plan.Resize readOnly = resize("permitted none; classicHours 12; vpc none");

        assertEquals(
                "A classic resize leaves this cluster read-only for minutes only, while it"
                    + " restarts: it takes reads and writes while its data is migrated, and drops"
                    + " all connections at the end. That replication is paused until then, for"
                    + " about 12 hours, is caution, as nobody confirms that DMS may write"
                    + " meanwhile. Such a resize cannot be cancelled, and the snapshot that it uses"
                    + " may serve no restore until it is done.",
                writable.remarks().getLast());
        assertEquals(
                "A classic resize leaves this cluster read-only until it is done, for about 12"
                        + " hours, as it is in no VPC. Tables created with BACKUP NO do not survive"
                        + " it.",
                readOnly.remarks().getLast());
    }

    @Test
    void isExpectedToTakeAsLongAndPausesTheSameTasks() {
        Plan.Resize writable = resize("permitted none; classicHours 12");
        Plan.Resize readOnly = resize("permitted none; classicHours 12; vpc none");

        assertEquals(13 * 60, writable.expectedPauseMinutes());
        assertEquals(13 * 60, readOnly.expectedPauseMinutes());
        assertFalse(writable.pause().isEmpty());
        assertEquals(readOnly.pause(), writable.pause());
    }

    private static Plan.Resize resize(String differences) {
        return assertInstanceOf(Plan.Resize.class, Situation.with(differences).plan());
    }
}
