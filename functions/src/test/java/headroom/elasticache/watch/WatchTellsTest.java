package headroom.elasticache.watch;

import static headroom.text.Wording.assertContains;
import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import headroom.elasticache.Given;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

import java.util.List;
import java.util.Map;

/// What the watch tells operators, and writes on the lease for it. It is 04:30 on the 22nd.
final class WatchTellsTest extends Watching {
    private static final String NONE = "cpu ?; allCpu ?; memory ?";
    private static final String NO_FIGURES = "Headroom WARNING: no figures, sessions";
    private static final String NO_GROUP = "Headroom WARNING: there is no such group, sessions";
    private static final String FOUND = "an event of ElastiCache: {}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
                    all is seen                            | ''                                         | ''    | ''         | ''
                    figures are missed for the first time  | ''                                         | none  | ''         | SET blindSince
                    for less than an hour                  | blindSince 03:30:01                        | none  | ''         | ''
                    for an hour                            | blindSince 03:30                           | none  | NO_FIGURES | SET blindToldAt
                    within a day of its being told         | blindSince 20 03:30; blindToldAt 21 04:30:01 | none | ''        | ''
                    a day after it was told                | blindSince 20 03:30; blindToldAt 21 04:30  | none  | NO_FIGURES | SET blindToldAt
                    they are back                          | blindSince 03:30                           | ''    | ''         | REMOVE blindSince
                    one of them is back                    | blindSince 03:30                           | cpu ?; allCpu ?; memory ?; 0001-001 cpu 1 | NO_FIGURES | SET blindToldAt
                    a run is at work, and nobody looks     | blindSince 03:30; owner run-1; takenAt 03:40 | none | ''        | REMOVE blindSince
                    a change is on the record alone        | blindSince 03:30; change {}                | none  | ''         | REMOVE blindSince
                    there is no group                      | ''                                         | gone  | NO_GROUP   | SET blindToldAt
                    within a day of its being told of that | blindToldAt 21 04:30:01                    | gone  | ''         | ''
                    a day after it was told of that        | blindToldAt 21 04:30                       | gone  | NO_GROUP   | SET blindToldAt
                    """)
    void tellsOfWhatItCannotSee(
            String why, String lease, String group, String told, String written) {
        lease(lease);
        ownerIs("runs");
        groupIs(group.equals("none") ? NONE : group);

        watch();

        String subject =
                switch (told) {
                    case "NO_FIGURES" -> NO_FIGURES;
                    case "NO_GROUP" -> NO_GROUP;
                    default -> told;
                };
        assertEquals(subject.isEmpty() ? List.of() : List.of(subject), told());
        assertEquals(written.isEmpty() ? List.of() : List.of(written), written());
        assertEquals(
                lease.contains("change") ? List.of("recover-time from nobody") : List.of(),
                started());
    }

    @Test
    void saysWhatOfFiguresIsExpectedAndWhereToLook() {
        lease("blindSince 03:30");
        groupIs(NONE);

        watch();

        assertEquals(
                """
                WHAT HAPPENED
                CloudWatch has no figure of sessions-0001-001, sessions-0001-002, sessions-0002-001, sessions-0002-002, and at each look of the last hour some node had none. Expected is one a minute of EngineCPUUtilization and of DatabaseMemoryUsageCountedForEvictPercentage (namespace AWS/ElastiCache, dimensions CacheClusterId and CacheNodeId). The alarms stay as they are meanwhile, so that one that fills now starts nothing.

                WHAT WAS CHANGED
                Nothing.

                THE GROUP
                It was not touched.

                WHAT TO DO NOW
                Look at the group's nodes in the console, and at their graphs.

                WHERE TO LOOK
                Group: https://eu-west-1.console.aws.amazon.com/elasticache/home?region=eu-west-1#/redis/sessions
                """,
                untilTheDashboard(published()));
        assertEquals("arn:topic", published().topicArn());
        assertEquals(Given.NOW.toString(), value(update(), ":blindToldAt"));
    }

    @Test
    void saysWhatToDoAboutAGroupThatIsNotThere() {
        lease("");
        groupIs("gone");

        watch();

        assertContains(
                """
                WHAT HAPPENED
                There is no replication group named sessions in this account and region, or it is being deleted. A serverless cache is none, and scales by itself. Headroom watches nothing, and its alarms will never speak.
                """,
                published().message());
        assertContains(
                "If the group is gone for good, destroy the stack: that ends these messages.",
                published().message());
    }

    @Test
    void forgetsNoNewerTimeOfBlindnessThanItHasRead() {
        lease("blindSince 03:30");

        watch();

        assertEquals("#blindSince = :blindSince", update().conditionExpression());
        assertEquals("2026-11-22T03:30:00Z", value(update(), ":blindSince"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
                    an answer                              | answer Nothing was stopped.              | Headroom: the answer to a message, sessions                                         | REMOVE answer
                    another publisher                      | foreign an event of ElastiCache: {}      | Headroom WARNING: something else publishes on the requests' topic, sessions          | SET foreignToldAt REMOVE foreign
                    within a day of its being told         | foreign an event; foreignToldAt 21 04:30:01 | ''                                                                                | REMOVE foreign
                    a day after it was told                | foreign an event; foreignToldAt 21 04:30 | Headroom WARNING: something else publishes on the requests' topic, sessions          | SET foreignToldAt REMOVE foreign
                    while a run is at work                 | answer No.; owner run-1; takenAt 03:00   | Headroom: the answer to a message, sessions                                         | REMOVE answer
                    """)
    void passesOnWhatOthersHaveLeft(String why, String lease, String told, String written) {
        lease(lease);
        ownerIs("runs");

        watch();

        assertEquals(told.isEmpty() ? List.of() : List.of(told), told());
        assertEquals(List.of(written), written());
    }

    @Test
    void saysWhomTheTopicIsFor() {
        lease("foreign " + FOUND);

        watch();

        assertTrue(
                published()
                        .message()
                        .startsWith(
                                "WHAT HAPPENED\n"
                                        + FOUND
                                        + "\nThe requests' topic of sessions is for people who want"
                                        + " a step, and for the alarms on its shards. What a"
                                        + " service of AWS writes there starts nothing.\n"));
    }

    @Test
    void publishesAReportThatItsRunCouldNot() {
        lease(
                Map.of(
                        "report run-1",
                        "Headroom: sessions was scaled, and it helped\nWHAT HAPPENED\nMuch."));

        watch();

        assertEquals(List.of("Headroom (late): sessions was scaled, and it helped"), told());
        assertEquals(List.of("REMOVE report run-1"), written());
    }

    @Test
    void oneThatCannotBePublishedKeepsNothingElseBack() {
        lease(
                Map.of(
                        "answer", "An answer.",
                        "foreign", FOUND,
                        "report run-1", "A report."));
        groupIs("0001-001 cpu 80");
        doReturn(PublishResponse.builder().build()).when(sns).publish(any(PublishRequest.class));
        doThrow(new IllegalStateException("refused"))
                .when(sns)
                .publish(argThat((PublishRequest it) -> it.message().contains("An answer.")));

        assertFails(IllegalStateException.class, "refused", this::watch);

        assertEquals(3, told().size());
        assertEquals(List.of("REMOVE report run-1", "SET foreignToldAt REMOVE foreign"), written());
        assertEquals(List.of("watch-time"), started());
        assertEquals(1, measured.size());
    }

    /// What could not be noted as told comes twice, rather than never; what was told but changed
    /// meanwhile is left to the next round.
    @Test
    void leavesToTheNextRoundWhatHasChangedMeanwhile() {
        lease("answer Nothing was stopped.");
        doThrow(ConditionalCheckFailedException.builder().build())
                .when(dynamoDb)
                .updateItem(any(UpdateItemRequest.class));

        assertEquals("No node is over its limit.", watch());
        assertEquals(1, told().size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
                    the lease is free                                          | quietUntil 04:00                                   | 0
                    it is held for an hour                                     | owner run-1; takenAt 03:30                         | 3600
                    recoveries take it anew, and the change counts from its own beginning | owner run-1; takenAt 04:29; changeSince 21 04:30 | 86400
                    a run takes it, and then records its change                | owner run-1; takenAt 03:30; changeSince 04:00      | 3600
                    a change is left, and nobody holds it                      | change {}; changeSince 03:30                       | 0
                    """)
    void measuresForHowLongTheLeaseIsHeld(String why, String lease, int seconds) {
        lease(lease);
        ownerIs("runs");

        watch();

        assertEquals(1, measured.size());
        String line = measured.getFirst();
        assertTrue(
                line.endsWith(
                        "\"Resource\":\"elasticache/sessions\",\"LeaseHeldSeconds\":%d,\"Watched\":1}"
                                .formatted(seconds)),
                line);
    }

    private static String untilTheDashboard(PublishRequest told) {
        return told.message().substring(0, told.message().indexOf("Dashboard: "));
    }

    private static String value(UpdateItemRequest request, String placeholder) {
        return request.expressionAttributeValues()
                .getOrDefault(placeholder, AttributeValue.fromS(""))
                .s();
    }
}
