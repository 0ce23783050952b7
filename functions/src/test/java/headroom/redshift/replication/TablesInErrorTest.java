package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.DmsStub;
import headroom.redshift.Given;

import org.junit.jupiter.api.Test;

import java.util.List;

final class TablesInErrorTest {
    private final DmsStub dms =
            new DmsStub()
                    .pagesOf(1)
                    .task("a", "running")
                    .task("b", it -> it.replicationTaskStats(stats -> stats.tablesErrored(2)))
                    .task("c", it -> it.replicationTaskStats(stats -> stats.tablesErrored(3)))
                    .task("e", it -> it.replicationTaskStats(stats -> stats.tablesErrored(4)))
                    .serverless("d", it -> it.replicationStats(stats -> stats.tablesErrored(1)))
                    .table(DmsStub.arn("b"), "shop.orders", "Table completed")
                    .table(DmsStub.arn("b"), "shop.items", "Table error")
                    .table(DmsStub.arn("b"), "shop.returns", "Error")
                    .table(DmsStub.arn("c"), "shop.logs", "Table completed")
                    .table(DmsStub.serverlessArn("d"), "web.clicks", "Table error");

    @Test
    void areNamedWithTheirTask() {
        assertEquals(
                List.of(
                        "b (shop.items, shop.returns)",
                        "c (tables without a name: 3)",
                        "e (tables without a name: 4)",
                        "d (web.clicks)"),
                TablesInError.of(dms, Replications.writingTo(dms, List.of(Given.TARGET))));
    }
}
