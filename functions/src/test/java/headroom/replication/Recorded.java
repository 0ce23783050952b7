package headroom.replication;

import headroom.DmsStub;

import java.util.Arrays;
import java.util.List;

/// Tasks as the lease has them.
final class Recorded {
    private Recorded() {}

    static List<PausedTask> tasks(String... names) {
        return Arrays.stream(names).map(name -> new PausedTask(DmsStub.arn(name), name)).toList();
    }
}
