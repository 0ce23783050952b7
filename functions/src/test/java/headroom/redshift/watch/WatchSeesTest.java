package headroom.redshift.watch;

import static headroom.text.Wording.assertContains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import headroom.redshift.Given;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClustersRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Whether the watch sees the disk, and what it does where it does not. It is 04:30.
final class WatchSeesTest extends Watching {
    private static final String OUT_OF_SIGHT =
            " The disk metric is missing: sales is available (Available) with 4 x ra3.4xlarge.";

    @Test
    void looksAtNothingMoreWhereTheMetricIsThere() {
        lease(Map.of());
        alarm("OK");

        assertEquals("The alarm is OK.", watch());

        verify(cloudWatch, times(1)).getMetricStatistics(any(GetMetricStatisticsRequest.class));
        assertEquals(List.of(), aws.asked(DescribeClustersRequest.class));
        verify(dynamoDb, never()).updateItem(any(UpdateItemRequest.class));
    }

    @Test
    void notesAMetricThatHasStoppedAndTellsNobodyYet() {
        lease(Map.of());
        alarm("INSUFFICIENT_DATA");
        lastSeen(Given.ago(16, 0));
        aws.clusterIs("available", 4);

        assertEquals("The alarm is INSUFFICIENT_DATA." + OUT_OF_SIGHT, watch());

        UpdateItemRequest noted = update();
        assertEquals("SET #blindSince = :blindSince", noted.updateExpression());
        assertEquals(Map.of("#blindSince", "blindSince"), noted.expressionAttributeNames());
        assertEquals(Given.NOW.toString(), value(noted, ":blindSince"));
        verify(sns, never()).publish(any(PublishRequest.class));
    }

    @Test
    void tellsAfterAnHourSinceWhenTheDiskIsOutOfSight() {
        lease(Map.of("blindSince", "2026-11-22T03:30:00Z"));
        alarm("OK");
        lastSeen(Instant.parse("2026-11-21T20:00:00Z"));
        aws.clusterIs("available", 4);

        assertEquals("The alarm is OK." + OUT_OF_SIGHT, watch());

        PublishRequest told = published();
        assertEquals("Headroom WARNING: no disk metric, sales", told.subject());
        assertContains("; the last came in the hour from 2026-11-21 20:00Z.", told.message());
        assertContains(
                "\n"
                    + "WHERE TO LOOK\n"
                    + "Cluster:"
                    + " https://eu-west-1.console.aws.amazon.com/redshiftv2/home?region=eu-west-1#/cluster-details?cluster=sales\n",
                told.message());
        assertEquals(Map.of("#blindToldAt", "blindToldAt"), update().expressionAttributeNames());
    }

    @Test
    void saysThatThereWasNoMetricForTwoWeeks() {
        lease(Map.of("blindSince", "2026-11-22T03:30:00Z"));
        alarm("OK");
        lastSeen(Instant.parse("2026-11-08T04:29:00Z"));
        aws.clusterIs("available", 4);

        watch();

        assertTrue(published().message().contains("; none has come within the last two weeks."));
    }

    @Test
    void tellsAtOnceThatThereIsNoCluster() {
        lease(Map.of());
        alarm("INSUFFICIENT_DATA");
        lastSeen(Given.ago(999999, 0));
        aws.clusterIs("gone", 4);

        assertEquals(
                "The alarm is INSUFFICIENT_DATA. There is no Redshift cluster named sales in this"
                        + " account and region.",
                watch());

        PublishRequest told = published();
        assertEquals("Headroom WARNING: there is no such cluster, sales", told.subject());
        assertTrue(
                told.message()
                        .startsWith(
                                "WHAT HAPPENED\n"
                                        + "Redshift knows no cluster named sales in this account"
                                        + " and region (eu-west-1)."),
                told.message());
        assertEquals(Map.of("#blindToldAt", "blindToldAt"), update().expressionAttributeNames());
    }

    @Test
    void doesNotLookWhileARunIsAtWork() {
        lease(
                Map.of(
                        "owner", OWNER,
                        "takenAt", "2026-11-22T03:00:00.000Z",
                        "blindSince", "2026-11-22T02:00:00Z"));
        owner("RUNNING", null);

        assertEquals("run-1 is at work.", watch());

        verify(cloudWatch, never()).getMetricStatistics(any(GetMetricStatisticsRequest.class));
        UpdateItemRequest forgotten = update();
        assertEquals("REMOVE #blindSince", forgotten.updateExpression());
        assertEquals("#blindSince = :blindSince", forgotten.conditionExpression());
        assertEquals("2026-11-22T02:00:00Z", value(forgotten, ":blindSince"));
    }

    @Test
    void startsWhatIsMissingThoughItCannotLook() {
        lease(Map.of());
        alarm("ALARM");
        doThrow(new IllegalStateException("denied"))
                .when(cloudWatch)
                .getMetricStatistics(any(GetMetricStatisticsRequest.class));

        assertThrows(IllegalStateException.class, this::watch);

        verify(stepFunctions).startExecution(any(StartExecutionRequest.class));
    }

    private static String value(UpdateItemRequest request, String placeholder) {
        return request.expressionAttributeValues()
                .getOrDefault(placeholder, AttributeValue.fromS(""))
                .s();
    }
}
