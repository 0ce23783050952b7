package headroom.redshift.replication;

import static software.amazon.awssdk.services.databasemigration.model.StartReplicationTaskTypeValue.RESUME_PROCESSING;

import headroom.redshift.Clients;
import headroom.step.AwsSays;
import headroom.step.AwsUnavailable;
import headroom.step.Step;
import headroom.text.Listing;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Asks DMS to resume the recorded tasks that are stopped, or show a status that nobody listed. A
/// task that cannot be started keeps no other from being started. How long it takes is told in
/// [PauseReplication].
public final class ResumeReplication extends Step<ResumeReplication.Input> {
    private final DatabaseMigrationClient dms;
    private final Clock clock;

    public record Input(List<PausedTask> tasks) {}

    /// @param since when the tasks were asked to start
    /// @param stood whether any of them did not run, nor had ended by itself
    /// @param refusals the first tasks that DMS did not start
    public record Answer(Instant since, boolean stood, List<Refusal> refusals, String sentence) {}

    public ResumeReplication() {
        this(Clients.dms(), Clock.systemUTC());
    }

    public ResumeReplication(DatabaseMigrationClient dms, Clock clock) {
        super(Input.class);
        this.dms = dms;
        this.clock = clock;
    }

    @Override
    public Answer run(Input input) {
        Map<String, Replication> found = Replications.recorded(dms, input.tasks());
        List<String> started = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        SdkException passing = null;
        for (PausedTask task : input.tasks()) {
            Replication seen = found.get(task.arn());
            if (seen == null || !mayBeStarted(seen)) {
                continue;
            }
            SdkException problem = start(seen);
            if (problem == null) {
                started.add(task.name());
            } else if (AwsUnavailable.passes(problem)) {
                passing = problem;
            } else {
                refusals.add(new Refusal(task.arn(), said(problem)));
            }
        }
        if (passing != null) {
            throw passing;
        }
        return new Answer(
                clock.instant(),
                found.values().stream().anyMatch(ResumeReplication::stands),
                refusals.stream().limit(Listing.MOST).toList(),
                sentence(started));
    }

    private static boolean stands(Replication seen) {
        return switch (seen.state()) {
            case STOPPED, UNKNOWN, IN_MOTION -> true;
            case RUNNING, FINISHED, NEVER_RAN -> false;
        };
    }

    private static String said(SdkException problem) {
        return String.valueOf(TaskWords.cutRemark(AwsSays.of(problem)));
    }

    /// What is not known to run, or to be on its way, is tried: DMS refuses what cannot be.
    private static boolean mayBeStarted(Replication seen) {
        return switch (seen.state()) {
            case STOPPED, UNKNOWN -> true;
            case RUNNING, FINISHED, NEVER_RAN, IN_MOTION -> false;
        };
    }

    private @Nullable SdkException start(Replication stopped) {
        try {
            switch (stopped) {
                case ReplicationTask task ->
                        dms.startReplicationTask(
                                it ->
                                        it.replicationTaskArn(task.arn())
                                                .startReplicationTaskType(RESUME_PROCESSING));
                case ServerlessReplication serverless ->
                        dms.startReplication(
                                it ->
                                        it.replicationConfigArn(serverless.arn())
                                                .startReplicationType(
                                                        RESUME_PROCESSING.toString()));
            }
            return null;
        } catch (SdkException problem) {
            return problem;
        }
    }

    private static String sentence(List<String> started) {
        return started.isEmpty() ? "No task had to be started." : "Starting " + Listing.of(started);
    }
}
