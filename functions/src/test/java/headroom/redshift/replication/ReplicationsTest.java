package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.redshift.DmsStub;
import headroom.redshift.Given;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationTasksRequest;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationsRequest;
import software.amazon.awssdk.services.databasemigration.model.Filter;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

final class ReplicationsTest {
    private final DmsStub dms = new DmsStub();

    @Test
    void takesARegionWithoutServerlessReplicationsForOneThatHasNone() {
        DmsStub dms =
                new DmsStub()
                        .task("a", "running")
                        .serverlessRefused(refusal("UnknownOperationException"));
        assertEquals(
                List.of("a"),
                Replications.writingTo(dms, List.of(Given.TARGET)).stream()
                        .map(Replication::name)
                        .toList());

        DmsStub denied =
                new DmsStub()
                        .task("a", "running")
                        .serverlessRefused(refusal("AccessDeniedException"));
        assertThrows(
                DatabaseMigrationException.class,
                () -> Replications.writingTo(denied, List.of(Given.TARGET)));
    }

    private static DatabaseMigrationException refusal(String code) {
        return (DatabaseMigrationException)
                DatabaseMigrationException.builder()
                        .statusCode(400)
                        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                        .build();
    }

    @Test
    void areFoundOnAllPages() {
        dms.pagesOf(2)
                .task("a", "running")
                .task("b", "stopped")
                .task("c", "ready")
                .task("d", "failed")
                .task("e", "running");

        assertEquals(List.of("a", "b", "c", "d", "e"), namesWriting(Given.TARGET));
        assertEquals(
                Arrays.asList(null, "2", "4"),
                dms.looks.stream().map(DescribeReplicationTasksRequest::marker).toList());
    }

    @Test
    void areAskedForByEndpointAndWithoutTheirLongSettings() {
        dms.task("a", "running");

        namesWriting(Given.TARGET);

        DescribeReplicationTasksRequest look = dms.looks.getFirst();
        assertEquals(List.of(filter("endpoint-arn", Given.TARGET)), look.filters());
        assertEquals(true, look.withoutSettings());
    }

    @Test
    void thatOnlyReadFromAnEndpointAreLeftOut() {
        dms.task("writes", "running")
                .task("reads", it -> it.sourceEndpointArn(Given.TARGET).targetEndpointArn("lake"));

        assertEquals(List.of("writes"), namesWriting(Given.TARGET));
    }

    @Test
    void areNoneWhereDmsFindsNoneTwice() {
        assertEquals(List.of(), namesWriting(Given.TARGET));
        assertEquals(2, dms.looks.size());
    }

    @Test
    void areThereIfDmsDeniesThemOnce() {
        dms.task("a", "running").deniesOnce();

        assertEquals(List.of("a"), namesWriting(Given.TARGET));
    }

    @Test
    void areAskedForInPortionsOfFifty() {
        String[] names =
                IntStream.range(0, 120).mapToObj(each -> "t" + each).toArray(String[]::new);
        for (String each : names) {
            dms.task(each, "running");
        }

        assertEquals(120, Replications.recorded(dms, Recorded.tasks(names)).size());
        assertEquals(
                List.of(50, 50, 20),
                dms.looks.stream().map(each -> each.filters().getFirst().values().size()).toList());
    }

    @Test
    void thatAreRecordedAndDeletedMeanwhileAreMissing() {
        dms.task("a", "stopped");

        var found = Replications.recorded(dms, Recorded.tasks("a", "b"));

        assertEquals(List.of(DmsStub.arn("a")), List.copyOf(found.keySet()));
    }

    @Test
    void areFoundOneByOneWhereAMissingOneHidesTheOthers() {
        dms.allOrNothing().task("a", "stopped").task("c", "stopped");

        var found = Replications.recorded(dms, Recorded.tasks("a", "b", "c"));

        assertEquals(List.of(DmsStub.arn("a"), DmsStub.arn("c")), List.copyOf(found.keySet()));
    }

    @Test
    void areNotAskedForWhereNoneIsRecorded() {
        assertEquals(0, Replications.recorded(dms, List.of()).size());
        assertEquals(List.of(), dms.looks);
    }

    @Test
    void thatAreServerlessAreFoundAmongAllThereAre() {
        dms.pagesOf(2)
                .task("a", "running")
                .serverless("b", "running")
                .serverless("elsewhere", it -> it.status("running").targetEndpointArn("lake"))
                .serverless(
                        "reads", it -> it.sourceEndpointArn(Given.TARGET).targetEndpointArn("lake"))
                .serverless("c", "stopped");

        assertEquals(List.of("a", "b", "c"), namesWriting(Given.TARGET));
        assertEquals(
                Arrays.asList(null, "2"),
                dms.serverlessLooks.stream().map(DescribeReplicationsRequest::marker).toList());
        assertEquals(List.of(), dms.serverlessLooks.getFirst().filters());
    }

    @Test
    void ofAZeroEtlIntegrationAreLeftOut() {
        dms.serverless("a", it -> it.status("running").isReadOnly(false))
                .serverless("zero-etl", it -> it.status("running").isReadOnly(true));

        assertEquals(List.of("a"), namesWriting(Given.TARGET));
    }

    @Test
    void thatAreServerlessAreNoneWhereDmsFindsNoneTwice() {
        dms.task("a", "running");

        assertEquals(List.of("a"), namesWriting(Given.TARGET));
        assertEquals(2, dms.serverlessLooks.size());
    }

    @Test
    void thatAreServerlessAreThereIfDmsDeniesThemOnce() {
        dms.serverless("a", "running").serverlessDeniedOnce();

        assertEquals(List.of("a"), namesWriting(Given.TARGET));
    }

    @Test
    void areSoughtWhereTheirKindIs() {
        dms.task("a", "stopped").serverless("b", "stopped").serverless("c", "stopped");

        var found =
                Replications.recorded(
                        dms,
                        List.of(Recorded.serverless("b"), new PausedTask(DmsStub.arn("a"), "a")));

        assertEquals(Set.of(DmsStub.arn("a"), DmsStub.serverlessArn("b")), found.keySet());
        assertEquals(
                List.of(filter("replication-task-arn", DmsStub.arn("a"))),
                dms.looks.getFirst().filters());
        assertEquals(
                List.of(filter("replication-config-arn", DmsStub.serverlessArn("b"))),
                dms.serverlessLooks.getFirst().filters());
    }

    @Test
    void areNotSoughtWhereNoneOfTheirKindIsRecorded() {
        dms.task("a", "stopped").serverless("b", "stopped");

        Replications.recorded(dms, Recorded.tasks("a"));
        assertEquals(List.of(), dms.serverlessLooks);

        dms.looks.clear();
        Replications.recorded(dms, List.of(Recorded.serverless("b")));
        assertEquals(List.of(), dms.looks);
    }

    @Test
    void thatAreServerlessAreAskedForOneByOneWhereDmsDeniesThem() {
        dms.serverless("b", "stopped").serverlessDeniedOnce();

        var found =
                Replications.recorded(
                        dms, List.of(Recorded.serverless("b"), Recorded.serverless("gone")));

        assertEquals(Set.of(DmsStub.serverlessArn("b")), found.keySet());
        assertEquals(
                List.of(2, 1, 1),
                dms.serverlessLooks.stream()
                        .map(each -> each.filters().getFirst().values().size())
                        .toList());
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    private List<String> namesWriting(String endpoint) {
        return Replications.writingTo(dms, List.of(endpoint)).stream()
                .map(Replication::name)
                .toList();
    }
}
