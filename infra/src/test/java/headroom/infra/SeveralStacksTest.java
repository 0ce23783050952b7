package headroom.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Promises: clusters and groups are deployed at once, and a group may have a cluster's name.
final class SeveralStacksTest {
    @Test
    void eachClusterAndEachGroupHasAStackOfItsOwn() {
        assertEquals(
                List.of(
                        "headroom-elasticache-analytics",
                        "headroom-elasticache-user-sessions",
                        "headroom-redshift-analytics",
                        "headroom-redshift-finance",
                        "headroom-redshift-sales"),
                Synthesised.all().stream().map(Synthesised::name).toList());
    }

    @Test
    void noTwoStacksShareANameOfAnything() {
        Map<String, String> owners = new HashMap<>();
        for (Synthesised stack : Synthesised.all()) {
            for (String named :
                    List.of("LogGroupName", "AlarmName", "StateMachineName", "DashboardName")) {
                List<String> names =
                        stack.template().path("Resources").findValues(named).stream()
                                .map(Synthesised::text)
                                .toList();
                assertTrue(!names.isEmpty(), named);
                for (String name : names) {
                    assertEquals(
                            stack.name(),
                            owners.merge(named + " " + name, stack.name(), (one, _) -> one));
                }
            }
        }
    }
}
