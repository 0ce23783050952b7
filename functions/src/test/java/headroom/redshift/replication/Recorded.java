package headroom.redshift.replication;

import headroom.redshift.DmsStub;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Tasks as the lease has them.
final class Recorded {
    private Recorded() {}

    static List<PausedTask> tasks(String... names) {
        return Arrays.stream(names).map(name -> new PausedTask(DmsStub.arn(name), name)).toList();
    }

    /// Tasks, and behind them a serverless replication.
    static List<PausedTask> with(String serverless, String... names) {
        return Stream.concat(tasks(names).stream(), Stream.of(serverless(serverless))).toList();
    }

    static PausedTask serverless(String name) {
        return new PausedTask(DmsStub.serverlessArn(name), name);
    }
}
