package headroom.elasticache.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.elasticache.group.Member;
import headroom.elasticache.group.Role;
import headroom.elasticache.group.Shard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

final class RolesTest {
    private static final Instant FROM = Instant.parse("2026-11-22T04:13:00Z");

    /// What each node says of itself minute by minute, the newest last; `.` where it says nothing.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing happened                     | 1111111111 | 0000000000 | 0000000000 | a
                    nothing happened, to another         | 0000000000 | 1111111111 | 0000000000 | b
                    a failover long ago                  | 1111000000 | 0000111111 | 0000000000 | b
                    three minutes ago                    | 1111111000 | 0000000111 | 0000000000 | b
                    two minutes ago, so not for long yet | 1111111100 | 0000000011 | 0000000000 | nobody
                    two for a minute                     | 1111111000 | 0000001111 | 0000000000 | b
                    none for a minute                    | 1111110000 | 0000000111 | 0000000000 | b
                    two for the newest minute            | 1111111111 | 0000000001 | 0000000000 | a
                    none for the newest minute           | 1111111110 | 0000000000 | 0000000000 | a
                    two throughout                       | 1111111111 | 1111111111 | 0000000000 | nobody
                    none throughout                      | 0000000000 | 0000000000 | 0000000000 | nobody
                    to and fro                           | 1111110101 | 0000001010 | 0000000000 | a
                    the newest minutes are not complete  | 1111111100 | 00000000.. | 0000000000 | a
                    one says nothing                     | 1111111111 | .......... | 0000000000 | nobody
                    minutes enough                       | .......111 | .......000 | .......000 | a
                    a minute fewer                       | ........11 | ........00 | ........00 | nobody
                    a value that is neither              | 2222222222 | 0000000000 | 0000000000 | nobody
                    """)
    void tellsThePrimaryByTheNewestMinutes(
            String why, String a, String b, String c, String primary) {
        assertEquals(primary, primary(List.of(node("a", a), node("b", b), node("c", c))), why);
        assertEquals(primary, primary(List.of(node("c", c), node("b", b), node("a", a))), why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"1111, a", "...., a", "0000, nobody", "1110, nobody"})
    void aNodeThatIsAloneIsThePrimaryUnlessItSaysOtherwise(String says, String primary) {
        assertEquals(primary, primary(List.of(node("a", says))));
    }

    @Test
    void withClusterModeDisabledElastiCacheSaysSo() {
        var primary = node("a", "000000", Optional.of(Role.PRIMARY));
        var replica = node("b", "111111", Optional.of(Role.REPLICA));
        var unsaid = node("c", "000000");
        assertEquals("a", primary(List.of(replica, primary)));
        assertEquals("nobody", primary(List.of(replica, replica)));
        assertEquals("nobody", primary(List.of(primary, primary)));
        assertEquals("b", primary(List.of(replica, primary, unsaid)));
    }

    @Test
    void theOthersAreReplicasUnlessNobodyIsCertain() {
        var a = node("a", "00000");
        var b = node("b", "11111");
        assertEquals(List.of(a), Roles.of(shard(List.of(a, b)), List.of(a, b)).replicas());
        assertEquals(List.of(), Roles.of(shard(List.of(a, a)), List.of(a, a)).replicas());
        assertEquals(Optional.empty(), Roles.of(shard(List.of()), List.of()).primary());
    }

    private static String primary(List<NodeFigures> nodes) {
        return Roles.of(shard(nodes), nodes)
                .primary()
                .map(each -> each.member().id())
                .orElse("nobody");
    }

    private static Shard shard(List<NodeFigures> nodes) {
        return new Shard(
                "0001",
                "available",
                Optional.empty(),
                nodes.stream().map(NodeFigures::member).toList());
    }

    private static NodeFigures node(String id, String says) {
        return node(id, says, Optional.empty());
    }

    private static NodeFigures node(String id, String says, Optional<Role> role) {
        var minutes = new TreeMap<Instant, Double>();
        for (int i = 0; i < says.length(); i++) {
            if (says.charAt(i) != '.') {
                minutes.put(FROM.plusSeconds(60L * i), (double) (says.charAt(i) - '0'));
            }
        }
        return new NodeFigures(
                new Member(id, "0001", "available", "cache.r7g.large", role, Optional.empty()),
                Map.of(Metric.IS_MASTER, new Series(minutes)));
    }
}
