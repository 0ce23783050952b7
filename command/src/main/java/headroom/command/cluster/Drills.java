package headroom.command.cluster;

import headroom.lease.Lease;
import headroom.lease.LeaseTable;
import headroom.redshift.drill.CopyRecord;
import headroom.redshift.plan.Drilled;
import headroom.text.Moment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What drills do, and what they have measured.
///
/// @param copy that is there, or may be
/// @param measure the newest
record Drills(Holder holder, Optional<CopyRecord> copy, Optional<Drilled> measure) {
    /// @param cluster the lease of the cluster's runs, on which the measures stand
    static Drills of(Services services, Installation installation, Lease cluster) {
        Lease lease =
                new LeaseTable(
                                services.dynamoDb().get(),
                                installation.leaseTable(),
                                installation.names().drillLeaseKey())
                        .read();
        return new Drills(
                Holder.of(lease, services.stepFunctions().get()),
                CopyRecord.read(lease.text(CopyRecord.ATTRIBUTE)),
                measures(cluster).stream().max(Comparator.comparing(Drilled::at)));
    }

    private static List<Drilled> measures(Lease cluster) {
        return Optional.ofNullable(cluster.text(Drilled.ATTRIBUTE))
                .map(Drilled::read)
                .orElse(List.of());
    }

    /// A line each.
    ///
    /// @param name of the copy
    List<String> inWords(String name) {
        return List.of(
                work() + copy.map(each -> copy(each, name)).orElse(""),
                measure.map(each -> "measured: " + each.sentence())
                        .orElse("nothing is measured yet"));
    }

    private static String copy(CopyRecord copy, String name) {
        return "; its copy %s is deleted by %s at the latest"
                .formatted(name, Moment.of(copy.expires()));
    }

    private String work() {
        return switch (holder) {
            case Holder.Nobody _ -> "none is at work";
            case Holder.AtWork(Run run) -> run.name() + " is at work";
            case Holder.Dead(Run run) ->
                    "%s ENDED: %s; the watch sees to what it left"
                            .formatted(run.name(), run.status());
            case Holder.Gone(String arn) ->
                    "%s is not known any more; the watch sees to what it left".formatted(arn);
        };
    }
}
