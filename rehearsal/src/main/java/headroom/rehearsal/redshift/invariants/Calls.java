package headroom.rehearsal.redshift.invariants;

import headroom.redshift.ClusterNames;
import headroom.redshift.cluster.RunSnapshot;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.Intervention;
import headroom.simulated.redshift.SimulatedDms;
import headroom.simulated.redshift.SimulatedTask;

import java.util.List;
import java.util.Set;

/// Tells apart what the entries of a journal are about.
final class Calls {
    private static final Set<String> CHANGES_OF_CLUSTER =
            Set.of("CreateClusterSnapshot", "ResizeCluster");

    private Calls() {}

    static boolean is(Entry entry) {
        return entry.kind() == Kind.CALL;
    }

    static boolean resizes(Entry entry) {
        return is(entry) && entry.name().equals("ResizeCluster") && !isOfCopy(entry);
    }

    static boolean changesCluster(Entry entry) {
        return is(entry) && CHANGES_OF_CLUSTER.contains(entry.name()) && !isOfCopy(entry);
    }

    /// Whether it is about what a drill has restored, or is about to.
    static boolean isOfCopy(Entry entry) {
        return entry.detail().startsWith(ClusterNames.COPY_PREFIX);
    }

    /// The tasks that have just been taken off the record, by the record itself: those of them that
    /// a person's message has named. Any other is owed as before.
    static List<String> forgotten(Entry entry, RedshiftSimulation simulation) {
        boolean written =
                is(entry)
                        && entry.name().equals("UpdateItem")
                        && entry.detail().contains("forgotten = ");
        String asked =
                simulation
                        .execution(entry.by())
                        .filter(each -> each.input("cause").equals("forget"))
                        .map(each -> each.input("forget"))
                        .orElse("");
        if (!written || asked.isEmpty()) {
            return List.of();
        }
        String record = simulation.lease().getOrDefault("forgotten", "");
        return simulation.dms().tasks().stream()
                .filter(each -> record.contains(each.arn()))
                .filter(each -> isAmong(asked, each.name()) || isAmong(asked, each.arn()))
                .map(SimulatedTask::name)
                .toList();
    }

    /// @param list as a list of texts is written
    private static boolean isAmong(String list, String text) {
        return List.of(list.substring(1, list.length() - 1).split(", ", -1)).contains(text);
    }

    /// The tasks to stop are written into the lease.
    static boolean recordsPause(Entry entry) {
        return is(entry)
                && entry.name().equals("UpdateItem")
                && entry.detail().contains("SET paused = ");
    }

    /// The tasks that run again are taken off the record.
    static boolean clearsRecord(Entry entry) {
        return is(entry)
                && entry.name().equals("UpdateItem")
                && entry.detail().contains("REMOVE paused");
    }

    static boolean takesSnapshot(RunSnapshot which, Entry entry, RedshiftSimulation simulation) {
        return is(entry)
                && entry.name().equals("CreateClusterSnapshot")
                && entry.detail().startsWith(which.prefix(simulation.settings().cluster()));
    }

    static boolean startsTask(Entry entry) {
        return is(entry) && SimulatedDms.STARTS.contains(entry.name());
    }

    static boolean stopsTask(Entry entry) {
        return is(entry) && SimulatedDms.STOPS.contains(entry.name());
    }

    /// The task that a call is about.
    static String task(Entry entry) {
        return entry.detail().split(",", 2)[0];
    }

    /// The plan has been made: what it saw, it saw now.
    static boolean plans(Entry entry) {
        return entry.kind() == Kind.STEP && entry.name().equals("PlanResize");
    }

    static boolean isBy(Intervention intervention, Entry entry) {
        return entry.kind() == Kind.PERSON && entry.name().equals(intervention.name());
    }

    /// Whether somebody beside Headroom changed what the cluster does.
    static boolean changesClusterByHand(Entry entry) {
        return entry.kind() == Kind.PERSON && entry.name().contains("CLUSTER");
    }
}
