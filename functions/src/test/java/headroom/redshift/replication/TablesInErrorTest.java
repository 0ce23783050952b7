package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.doThrow;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.simulated.redshift.ProvisionedTask;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.databasemigration.model.DescribeTableStatisticsRequest;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;

import java.util.List;

final class TablesInErrorTest {
    private final GivenAws aws =
            new GivenAws()
                    .task("a", "running")
                    .task("b", it -> it.replicationTaskStats(stats -> stats.tablesErrored(2)))
                    .task("c", it -> it.replicationTaskStats(stats -> stats.tablesErrored(3)))
                    .task("e", it -> it.replicationTaskStats(stats -> stats.tablesErrored(4)))
                    .serverless("d", it -> it.replicationStats(stats -> stats.tablesErrored(1)));

    @Test
    void areNamedWithTheirTask() {
        aws.task("b").habits().hasTable("shop.orders", "Table completed");
        aws.task("b").habits().hasTable("shop.items", "Table error");
        aws.task("b").habits().hasTable("shop.returns", "Error");
        aws.task("c").habits().hasTable("shop.logs", "Table completed");
        aws.task("d").habits().hasTable("web.clicks", "Table error");
        doThrow(ResourceNotFoundException.class)
                .when(aws.dms)
                .describeTableStatistics(
                        DescribeTableStatisticsRequest.builder()
                                .replicationTaskArn(ProvisionedTask.arnOf("e"))
                                .build());

        assertEquals(
                List.of(
                        "b (shop.items, shop.returns)",
                        "c (tables without a name: 3)",
                        "e (tables without a name: 4)",
                        "d (web.clicks)"),
                TablesInError.of(aws.dms, Replications.writingTo(aws.dms, List.of(Given.TARGET))));
    }
}
