package headroom.redshift;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.spy;

import headroom.simulated.aws.CallQuota;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Journal;
import headroom.simulated.redshift.Disk;
import headroom.simulated.redshift.ProvisionedTask;
import headroom.simulated.redshift.RedshiftBehaviour;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;
import headroom.simulated.redshift.ServerlessTask;
import headroom.simulated.redshift.SimulatedCloudWatch;
import headroom.simulated.redshift.SimulatedCloudWatch.Level;
import headroom.simulated.redshift.SimulatedDms;
import headroom.simulated.redshift.SimulatedEndpoint;
import headroom.simulated.redshift.SimulatedRedshift;
import headroom.simulated.redshift.SimulatedTask;
import headroom.simulated.time.Scheduler;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;
import software.amazon.awssdk.services.databasemigration.model.Replication;
import software.amazon.awssdk.services.databasemigration.model.ReplicationTask;
import software.amazon.awssdk.services.databasemigration.model.StartReplicationRequest;
import software.amazon.awssdk.services.databasemigration.model.StartReplicationTaskRequest;
import software.amazon.awssdk.services.databasemigration.model.StopReplicationRequest;
import software.amazon.awssdk.services.databasemigration.model.StopReplicationTaskRequest;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.CreateClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.DeleteClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.DescribeResizeResponse;
import software.amazon.awssdk.services.redshift.model.Endpoint;
import software.amazon.awssdk.services.redshift.model.RedshiftException;
import software.amazon.awssdk.services.redshift.model.ResizeClusterRequest;
import software.amazon.awssdk.services.redshift.model.Snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The simulated Redshift, DMS and CloudWatch in one moment: a cluster of four nodes that was never
/// resized, and what a test adds to it. Nothing moves, and all that they are asked is kept.
public final class GivenAws {
    private static final SimulatedEndpoint TARGET = new SimulatedEndpoint("TARGET", "redshift", "");

    public final SimulatedRedshift redshift;
    public final SimulatedDms dms;
    public final SimulatedCloudWatch cloudWatch;

    public GivenAws() {
        this(RedshiftBehaviour.ORDINARY);
    }

    public GivenAws(RedshiftBehaviour behaviour) {
        Scheduler scheduler = new Scheduler(Given.NOW);
        Journal journal = new Journal(scheduler);
        Faults faults = new Faults(List.of(), journal);
        Disk disk = new Disk(scheduler, 0.842 * 4 * SimulatedRedshift.NODE_CAPACITY, 0);
        RedshiftBehaviour never = behaviour.with(Quirk.NEVER_RESIZED, Quirk.OPTIONS_REFUSED);
        redshift = spy(new SimulatedRedshift("sales", 4, disk, never, faults, scheduler, journal));
        redshift.cluster()
                .show(
                        it ->
                                it.clusterAvailabilityStatus("Available")
                                        .vpcId(null)
                                        .totalStorageCapacityInMegaBytes(null)
                                        .endpoint((Endpoint) null)
                                        .nextMaintenanceWindowStartTime(null));
        Duration log = Duration.ofDays(1);
        CallQuota quota = SimulatedDms.QUOTA;
        dms = spy(new SimulatedDms(List.of(), quota, log, disk, faults, scheduler, journal));
        Level level = new Level("disk", 80);
        cloudWatch =
                spy(
                        new SimulatedCloudWatch(
                                redshift, List::of, level, level, 3, scheduler, journal));
    }

    /// The disk use as CloudWatch has it.
    public GivenAws disk(Instant at, double percent) {
        cloudWatch.put(at, percent);
        return this;
    }

    public GivenAws cluster(Consumer<Cluster.Builder> shown) {
        redshift.cluster().show(shown);
        return this;
    }

    public GivenAws clusterIs(String status, int nodes) {
        redshift.cluster().put(status, nodes);
        return this;
    }

    public GivenAws lastResize(String status, int nodes) {
        return lastResize(it -> it.status(status).targetNumberOfNodes(nodes));
    }

    public GivenAws lastResize(Consumer<DescribeResizeResponse.Builder> shown) {
        redshift.cluster().show(DescribeResizeResponse.builder().applyMutation(shown).build());
        return this;
    }

    public GivenAws snapshot(Consumer<Snapshot.Builder> shown) {
        redshift.put(
                Snapshot.builder()
                        .snapshotIdentifier("headroom-sales-run-1")
                        .clusterIdentifier("sales")
                        .applyMutation(shown)
                        .build());
        return this;
    }

    /// What every request to act on the cluster is answered with.
    public GivenAws refuses(RedshiftException answer) {
        doThrow(answer)
                .when(redshift)
                .createClusterSnapshot(any(CreateClusterSnapshotRequest.class));
        doThrow(answer)
                .when(redshift)
                .deleteClusterSnapshot(any(DeleteClusterSnapshotRequest.class));
        doThrow(answer).when(redshift).resizeCluster(any(ResizeClusterRequest.class));
        return this;
    }

    /// One of which DMS does not say why it stands, if it does.
    public GivenAws task(String name, String status) {
        return task(name, it -> it.status(status).stopReason(null));
    }

    public GivenAws task(String name, Consumer<ReplicationTask.Builder> shown) {
        String status = ReplicationTask.builder().applyMutation(shown).build().status();
        dms.add(
                new ProvisionedTask(
                                name,
                                TARGET,
                                Objects.requireNonNullElse(status, "running"),
                                Duration.ZERO,
                                Duration.ZERO)
                        .shown(shown));
        return this;
    }

    public GivenAws serverless(String name, String status) {
        return serverless(name, it -> it.status(status));
    }

    public GivenAws serverless(String name, Consumer<Replication.Builder> shown) {
        String status = Replication.builder().applyMutation(shown).build().status();
        dms.add(
                ServerlessTask.in(Objects.requireNonNullElse(status, "running"), name, TARGET)
                        .shown(shown));
        return this;
    }

    /// An endpoint of the engine `redshift`, with its name as the end of its ARN.
    ///
    /// @param server empty if it has none
    public GivenAws endpoint(String name, String server) {
        dms.add(new SimulatedEndpoint(name, "redshift", server));
        return this;
    }

    public SimulatedTask task(String name) {
        return dms.tasks().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// What a request to stop or start this task is answered with.
    public GivenAws refuses(String name, DatabaseMigrationException answer) {
        String arn = task(name).arn();
        doThrow(answer)
                .when(dms)
                .stopReplicationTask(
                        StopReplicationTaskRequest.builder().replicationTaskArn(arn).build());
        doThrow(answer)
                .when(dms)
                .startReplicationTask(
                        StartReplicationTaskRequest.builder()
                                .replicationTaskArn(arn)
                                .startReplicationTaskType("resume-processing")
                                .build());
        doThrow(answer)
                .when(dms)
                .stopReplication(
                        StopReplicationRequest.builder().replicationConfigArn(arn).build());
        return this;
    }

    /// The requests of one kind, in order.
    public <R extends SdkRequest> List<R> asked(Class<R> kind) {
        return Stream.of(redshift, dms, cloudWatch).flatMap(each -> asked(each, kind)).toList();
    }

    private static <R extends SdkRequest> Stream<R> asked(Object client, Class<R> kind) {
        return mockingDetails(client).getInvocations().stream()
                .filter(
                        each ->
                                SdkResponse.class.isAssignableFrom(
                                        each.getMethod().getReturnType()))
                .flatMap(each -> Stream.of(each.getArguments()))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static Stream<SdkRequest> acts(Object client) {
        return asked(client, SdkRequest.class)
                .filter(each -> !each.getClass().getSimpleName().startsWith("Describe"));
    }

    /// What Redshift was asked to change, in order; what it refused as well.
    public List<SdkRequest> redshiftActs() {
        return acts(redshift).toList();
    }

    /// What DMS was, such as `stop a` or `start a resume-processing`.
    public List<String> dmsActs() {
        return acts(dms).map(this::words).toList();
    }

    private String words(SdkRequest request) {
        return switch (request) {
            case StopReplicationTaskRequest it -> "stop " + name(it.replicationTaskArn());
            case StartReplicationTaskRequest it ->
                    "start %s %s"
                            .formatted(
                                    name(it.replicationTaskArn()), it.startReplicationTaskType());
            case StopReplicationRequest it -> "stop serverless " + name(it.replicationConfigArn());
            case StartReplicationRequest it ->
                    "start serverless %s %s"
                            .formatted(name(it.replicationConfigArn()), it.startReplicationType());
            default -> request.toString();
        };
    }

    private String name(String arn) {
        return dms.tasks().stream()
                .filter(each -> each.arn().equals(arn))
                .map(SimulatedTask::name)
                .findFirst()
                .orElse(arn);
    }
}
