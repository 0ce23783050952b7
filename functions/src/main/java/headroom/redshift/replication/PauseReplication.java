package headroom.redshift.replication;

import headroom.redshift.Clients;
import headroom.step.AwsUnavailable;
import headroom.step.Started;
import headroom.step.Step;
import headroom.text.Listing;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.InvalidResourceStateException;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Asks DMS to stop the recorded tasks that are running. One that DMS has no time for keeps no
/// other from being asked.
///
/// An account may have 600 tasks, and DMS takes 200 calls at once and 8 a second after that, of
/// everybody together. So 12 looks at 50 tasks each and 600 stops take 52 s where a call takes 20
/// ms, with an empty bucket 77 s, and 153 s where somebody else uses up half of it all the time. A
/// function has five minutes, which is enough as long as two calls a second are left. With less,
/// Lambda ends it in the midst; the state is repeated, and goes on with the tasks that still run.
public final class PauseReplication extends Step<PauseReplication.Input> {
    private final DatabaseMigrationClient dms;
    private final Clock clock;

    /// @param budget until when a resize may begin: no task is stopped for one that may not
    public record Input(List<PausedTask> tasks, PauseBudget budget) {}

    public PauseReplication() {
        this(Clients.dms(), Clock.systemUTC());
    }

    public PauseReplication(DatabaseMigrationClient dms, Clock clock) {
        super(Input.class);
        this.dms = dms;
        this.clock = clock;
    }

    @Override
    public Started run(Input input) {
        input.budget().refuseSpent(clock.instant(), () -> "the tasks are to be stopped.");
        Map<String, Replication> found = Replications.recorded(dms, input.tasks());
        List<String> asked = new ArrayList<>();
        SdkException passing = null;
        for (PausedTask task : input.tasks()) {
            Replication seen = found.get(task.arn());
            if (seen != null && seen.state() == Replication.State.RUNNING) {
                try {
                    stop(seen);
                    asked.add(task.name());
                } catch (SdkException problem) {
                    passing = orThrow(problem);
                }
            }
        }
        if (passing != null) {
            throw passing;
        }
        return new Started(
                clock.instant(),
                asked.isEmpty() ? "No task is running." : "Stopping " + Listing.of(asked));
    }

    private static SdkException orThrow(SdkException problem) {
        if (AwsUnavailable.passes(problem)) {
            return problem;
        }
        throw problem;
    }

    private void stop(Replication running) {
        try {
            switch (running) {
                case ReplicationTask task ->
                        dms.stopReplicationTask(it -> it.replicationTaskArn(task.arn()));
                case ServerlessReplication serverless ->
                        dms.stopReplication(it -> it.replicationConfigArn(serverless.arn()));
            }
        } catch (InvalidResourceStateException | ResourceNotFoundException changedMeanwhile) {
            // It no longer runs, or is gone, which is as good; the confirmation looks again.
        }
    }
}
