package headroom.stress.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class SeenTest {
    private static final List<Seen> NODES =
            Seen.parse(
                    """
                    aa 127.0.0.1:7000@17000 myself,master - 0 0 1 connected 0-2 7 [93->-bb] [94-<-cc]
                    bb 127.0.0.1:7001@17001,host slave aa 0 1 1 connected
                    cc 127.0.0.1:7002@17002 master,fail? - 0 1 2 connected
                    """);

    @Test
    void aPrimaryHasSlotsAndSomeOnTheirWay() {
        Seen primary = NODES.getFirst();
        assertTrue(primary.isPrimary() && primary.isMyself() && primary.isWell());
        assertEquals("{0, 1, 2, 7}", primary.slots().toString());
        assertEquals(Map.of(93, "bb"), primary.migrating());
        assertEquals(Map.of(94, "cc"), primary.importing());
    }

    @Test
    void aReplicaNamesItsPrimary() {
        assertEquals(Optional.of("aa"), NODES.get(1).primary());
        assertEquals(7001, NODES.get(1).port());
    }

    @Test
    void whoIsThoughtToHaveFailedIsNotWell() {
        assertFalse(NODES.get(2).isWell());
    }
}
