package headroom.redshift.replication;

import headroom.simulated.redshift.ProvisionedTask;
import headroom.simulated.redshift.ServerlessTask;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Tasks as the lease has them.
final class Recorded {
    private Recorded() {}

    static List<PausedTask> tasks(String... names) {
        return Arrays.stream(names)
                .map(name -> new PausedTask(ProvisionedTask.arnOf(name), name))
                .toList();
    }

    /// Tasks, and behind them a serverless replication.
    static List<PausedTask> with(String serverless, String... names) {
        return Stream.concat(tasks(names).stream(), Stream.of(serverless(serverless))).toList();
    }

    static PausedTask serverless(String name) {
        return new PausedTask(ServerlessTask.arnOf(name), name);
    }
}
