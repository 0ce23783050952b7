package headroom.command.cluster;

import headroom.command.answer.Refused;
import headroom.lease.Lease;
import headroom.lease.LeaseTable;
import headroom.redshift.cluster.DiskMetric;
import headroom.redshift.replication.PauseRecord;

import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that is known of an installation at one moment.
///
/// @param runs the last ones, the latest first
/// @param disk the latest figure; empty if there is none of the last hours
/// @param drills empty where the settings allow none
record Situation(
        Instant now,
        Lease lease,
        Holder holder,
        Seen<List<Run>> runs,
        Guards guards,
        Seen<Optional<Datapoint>> disk,
        Optional<Seen<Drills>> drills) {
    private static final int RUNS = 5;

    /// A cluster that is resized says nothing for as long as that takes.
    private static final Duration DISK_LOOKED_BACK = Duration.ofHours(6);

    private static final Duration DISK_PERIOD = Duration.ofMinutes(5);

    static Situation of(Services services, Installation installation, Clock clock) {
        Instant now = clock.instant();
        SfnClient stepFunctions = services.stepFunctions().get();
        Lease lease = lease(services, installation);
        return new Situation(
                now,
                lease,
                Holder.of(lease, stepFunctions),
                Seen.look(() -> runs(stepFunctions, installation.stateMachine())),
                Guards.of(services, installation),
                Seen.look(() -> disk(services, installation.cluster(), now)),
                installation.hasDrills()
                        ? Optional.of(Seen.look(() -> Drills.of(services, installation, lease)))
                        : Optional.empty());
    }

    /// @throws Refused if a person has written what is no record
    static Lease lease(Services services, Installation installation) {
        String table = installation.leaseTable();
        String key = installation.names().leaseKey();
        Lease lease = new LeaseTable(services.dynamoDb().get(), table, key).read();
        try {
            new PauseRecord(lease).recorded();
            return lease;
        } catch (IllegalStateException unreadable) {
            throw new Refused(
                    "%s The item is %s of the table %s."
                            .formatted(unreadable.getMessage(), key, table));
        }
    }

    /// The pages come one by one, as they are asked for.
    static List<Run> runs(SfnClient stepFunctions, String stateMachine) {
        return stepFunctions
                .listExecutionsPaginator(request -> request.stateMachineArn(stateMachine))
                .executions()
                .stream()
                .limit(RUNS)
                .map(ExecutionListItem::executionArn)
                .map(arn -> Run.described(stepFunctions, arn))
                .toList();
    }

    /// Executions that run, but for those that only take tasks off the record. The list is
    /// consistent only in the end, so one that has just begun may be missing.
    static Stream<ExecutionListItem> running(SfnClient stepFunctions, String stateMachine) {
        return stepFunctions
                .listExecutionsPaginator(
                        request ->
                                request.stateMachineArn(stateMachine)
                                        .statusFilter(ExecutionStatus.RUNNING))
                .executions()
                .stream()
                .filter(each -> StartedBy.of(each.name()) != StartedBy.FORGETTING);
    }

    private static Optional<Datapoint> disk(Services services, String cluster, Instant now) {
        return new DiskMetric(services.cloudWatch().get(), cluster)
                .maxima(now.minus(DISK_LOOKED_BACK), now, DISK_PERIOD).stream()
                        .max(Comparator.comparing(Datapoint::timestamp));
    }
}
