package headroom.rehearsal.invariants;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Kind;

import java.util.Set;

/// Tells the calls that change something apart.
final class Calls {
    private static final Set<String> CHANGES_OF_CLUSTER =
            Set.of("CreateClusterSnapshot", "ResizeCluster");

    private Calls() {}

    static boolean is(Entry entry) {
        return entry.kind() == Kind.CALL;
    }

    static boolean changesCluster(Entry entry) {
        return is(entry) && CHANGES_OF_CLUSTER.contains(entry.name());
    }

    static boolean startsTask(Entry entry) {
        return is(entry) && entry.name().equals("StartReplicationTask");
    }

    static boolean stopsTask(Entry entry) {
        return is(entry) && entry.name().equals("StopReplicationTask");
    }

    /// The task that a call is about.
    static String task(Entry entry) {
        return entry.detail().split(",", 2)[0];
    }
}
