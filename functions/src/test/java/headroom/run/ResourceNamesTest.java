package headroom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import headroom.redshift.ClusterNames;

import org.junit.jupiter.api.Test;

final class ResourceNamesTest {
    /// As long as Redshift takes it, but for the last character.
    private static final String LONG = "c".repeat(62);

    @Test
    void areWholeWhereThereIsRoom() {
        assertEquals(
                "headroom-redshift-sales", new ResourceNames("redshift", "sales").stateMachine());
        assertEquals(80, new ResourceNames("redshift", LONG).stateMachine().length());
    }

    @Test
    void staysTwoWhereTwoClustersDifferAtTheirEndAlone() {
        ClusterNames one = new ClusterNames(LONG + "1");
        ClusterNames two = new ClusterNames(LONG + "2");
        assertEquals(80, one.all().stateMachine().length());
        assertNotEquals(one.all().stateMachine(), two.all().stateMachine());
        assertEquals(80, one.drillStateMachine().length());
        assertNotEquals(one.drillStateMachine(), two.drillStateMachine());
        assertNotEquals(one.copy(), two.copy());
    }
}
