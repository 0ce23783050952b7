package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.simulated.redshift.ProvisionedTask;
import headroom.simulated.redshift.ServerlessTask;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationTasksRequest;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationsRequest;
import software.amazon.awssdk.services.databasemigration.model.Filter;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

final class ReplicationsTest {
    private final GivenAws aws = new GivenAws();

    @Test
    void takesARegionWithoutServerlessReplicationsForOneThatHasNone() {
        aws.task("a", "running");
        serverlessRefused("UnknownOperationException");
        assertEquals(List.of("a"), namesWriting(Given.TARGET));

        serverlessRefused("AccessDeniedException");
        assertThrows(DatabaseMigrationException.class, () -> namesWriting(Given.TARGET));
    }

    private void serverlessRefused(String code) {
        doThrow(
                        DatabaseMigrationException.builder()
                                .statusCode(400)
                                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                                .build())
                .when(aws.dms)
                .describeReplications(any(DescribeReplicationsRequest.class));
    }

    @Test
    void areFoundOnAllPages() {
        aws.task("a", "running")
                .task("b", "stopped")
                .task("c", "ready")
                .task("d", "failed")
                .task("e", "running");

        assertEquals(List.of("a", "b", "c", "d", "e"), namesWriting(Given.TARGET));
        assertEquals(
                Arrays.asList(null, "2", "4"),
                looks().stream().map(DescribeReplicationTasksRequest::marker).toList());
    }

    @Test
    void areAskedForByEndpointAndWithoutTheirLongSettings() {
        aws.task("a", "running");

        namesWriting(Given.TARGET);

        DescribeReplicationTasksRequest look = looks().getFirst();
        assertEquals(List.of(filter("endpoint-arn", Given.TARGET)), look.filters());
        assertEquals(true, look.withoutSettings());
    }

    @Test
    void thatOnlyReadFromAnEndpointAreLeftOut() {
        aws.task("writes", "running")
                .task("reads", it -> it.sourceEndpointArn(Given.TARGET).targetEndpointArn("lake"));

        assertEquals(List.of("writes"), namesWriting(Given.TARGET));
    }

    @Test
    void areNoneWhereDmsFindsNoneTwice() {
        assertEquals(List.of(), namesWriting(Given.TARGET));
        assertEquals(2, looks().size());
    }

    @Test
    void areThereIfDmsDeniesThemOnce() {
        aws.task("a", "running");
        doThrow(ResourceNotFoundException.class)
                .doCallRealMethod()
                .when(aws.dms)
                .describeReplicationTasks(any(DescribeReplicationTasksRequest.class));

        assertEquals(List.of("a"), namesWriting(Given.TARGET));
    }

    @Test
    void areAskedForInPortionsOfFifty() {
        IntStream.range(0, 125).forEach(each -> aws.task("t" + each, "running"));
        List<PausedTask> all =
                IntStream.range(0, 125)
                        .mapToObj(
                                each ->
                                        new PausedTask(
                                                ProvisionedTask.arnOf("t" + each), "t" + each))
                        .toList();

        assertEquals(125, Replications.recorded(aws.dms, all).size());
        assertEquals(
                List.of(50, 50, 25),
                looks().stream().map(each -> each.filters().getFirst().values().size()).toList());
    }

    @Test
    void thatAreRecordedAndDeletedMeanwhileAreMissing() {
        aws.task("a", "stopped");

        var found = Replications.recorded(aws.dms, Recorded.tasks("a", "b"));

        assertEquals(List.of(ProvisionedTask.arnOf("a")), List.copyOf(found.keySet()));
    }

    @Test
    void areFoundOneByOneWhereAMissingOneHidesTheOthers() {
        aws.task("a", "stopped").task("c", "stopped");
        doThrow(ResourceNotFoundException.class)
                .when(aws.dms)
                .describeReplicationTasks(
                        argThat(
                                (DescribeReplicationTasksRequest it) ->
                                        it.filters().getFirst().values().size() > 1));

        var found = Replications.recorded(aws.dms, Recorded.tasks("a", "b", "c"));

        assertEquals(
                List.of(ProvisionedTask.arnOf("a"), ProvisionedTask.arnOf("c")),
                List.copyOf(found.keySet()));
    }

    @Test
    void areNotAskedForWhereNoneIsRecorded() {
        assertEquals(0, Replications.recorded(aws.dms, List.of()).size());
        assertEquals(List.of(), looks());
    }

    @Test
    void thatAreServerlessAreFoundAmongAllThereAre() {
        aws.task("a", "running")
                .serverless("b", "running")
                .serverless("elsewhere", it -> it.status("running").targetEndpointArn("lake"))
                .serverless(
                        "reads", it -> it.sourceEndpointArn(Given.TARGET).targetEndpointArn("lake"))
                .serverless("c", "stopped");

        assertEquals(List.of("a", "b", "c"), namesWriting(Given.TARGET));
        assertEquals(
                Arrays.asList(null, "2"),
                serverlessLooks().stream().map(DescribeReplicationsRequest::marker).toList());
        assertEquals(List.of(), serverlessLooks().getFirst().filters());
    }

    @Test
    void ofAZeroEtlIntegrationAreLeftOut() {
        aws.serverless("a", it -> it.status("running").isReadOnly(false))
                .serverless("zero-etl", it -> it.status("running").isReadOnly(true));

        assertEquals(List.of("a"), namesWriting(Given.TARGET));
    }

    @Test
    void thatAreServerlessAreNoneWhereDmsFindsNoneTwice() {
        aws.task("a", "running");

        assertEquals(List.of("a"), namesWriting(Given.TARGET));
        assertEquals(2, serverlessLooks().size());
    }

    @Test
    void thatAreServerlessAreThereIfDmsDeniesThemOnce() {
        aws.serverless("a", "running");
        serverlessDeniedOnce();

        assertEquals(List.of("a"), namesWriting(Given.TARGET));
    }

    @Test
    void areSoughtWhereTheirKindIs() {
        aws.task("a", "stopped").serverless("b", "stopped").serverless("c", "stopped");

        var found =
                Replications.recorded(
                        aws.dms,
                        List.of(
                                Recorded.serverless("b"),
                                new PausedTask(ProvisionedTask.arnOf("a"), "a")));

        assertEquals(Set.of(ProvisionedTask.arnOf("a"), ServerlessTask.arnOf("b")), found.keySet());
        assertEquals(
                List.of(filter("replication-task-arn", ProvisionedTask.arnOf("a"))),
                looks().getFirst().filters());
        assertEquals(
                List.of(filter("replication-config-arn", ServerlessTask.arnOf("b"))),
                serverlessLooks().getFirst().filters());
    }

    @Test
    void areNotSoughtWhereNoneOfTheirKindIsRecorded() {
        aws.task("a", "stopped").serverless("b", "stopped");

        Replications.recorded(aws.dms, Recorded.tasks("a"));
        assertEquals(List.of(), serverlessLooks());

        clearInvocations(aws.dms);
        Replications.recorded(aws.dms, List.of(Recorded.serverless("b")));
        assertEquals(List.of(), looks());
    }

    @Test
    void thatAreServerlessAreAskedForOneByOneWhereDmsDeniesThem() {
        aws.serverless("b", "stopped");
        serverlessDeniedOnce();

        var found =
                Replications.recorded(
                        aws.dms, List.of(Recorded.serverless("b"), Recorded.serverless("gone")));

        assertEquals(Set.of(ServerlessTask.arnOf("b")), found.keySet());
        assertEquals(
                List.of(2, 1, 1),
                serverlessLooks().stream()
                        .map(each -> each.filters().getFirst().values().size())
                        .toList());
    }

    private void serverlessDeniedOnce() {
        doThrow(ResourceNotFoundException.class)
                .doCallRealMethod()
                .when(aws.dms)
                .describeReplications(any(DescribeReplicationsRequest.class));
    }

    private List<DescribeReplicationTasksRequest> looks() {
        return aws.asked(DescribeReplicationTasksRequest.class);
    }

    private List<DescribeReplicationsRequest> serverlessLooks() {
        return aws.asked(DescribeReplicationsRequest.class);
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    private List<String> namesWriting(String endpoint) {
        return Replications.writingTo(aws.dms, List.of(endpoint)).stream()
                .map(Replication::name)
                .toList();
    }
}
