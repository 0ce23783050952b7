package headroom.replication;

import headroom.step.Begun;
import headroom.step.Step;

import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.InvalidResourceStateException;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Asks DMS to stop the recorded tasks that are running.
public final class PauseReplication extends Step<PauseReplication.Input> {
    private final DatabaseMigrationClient dms;
    private final Clock clock;

    public record Input(List<PausedTask> tasks) {}

    public PauseReplication() {
        this(DatabaseMigrationClient.create(), Clock.systemUTC());
    }

    public PauseReplication(DatabaseMigrationClient dms, Clock clock) {
        super(Input.class);
        this.dms = dms;
        this.clock = clock;
    }

    @Override
    public Begun run(Input input) {
        Map<String, Replication> found = Replications.recorded(dms, input.tasks());
        List<String> asked = new ArrayList<>();
        for (PausedTask task : input.tasks()) {
            Replication seen = found.get(task.arn());
            if (seen != null && seen.state() == Replication.State.RUNNING) {
                stop(seen);
                asked.add(task.name());
            }
        }
        return new Begun(
                clock.instant(),
                asked.isEmpty() ? "No task is running." : "Stopping " + String.join(", ", asked));
    }

    private void stop(Replication running) {
        try {
            switch (running) {
                case ReplicationTask task ->
                        dms.stopReplicationTask(it -> it.replicationTaskArn(task.arn()));
                case ServerlessReplication serverless ->
                        dms.stopReplication(it -> it.replicationConfigArn(serverless.arn()));
            }
        } catch (InvalidResourceStateException changedMeanwhile) {
            // It is no longer running, which is what was wished for; the confirmation looks again.
        }
    }
}
