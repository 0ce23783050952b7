package headroom.command.cluster;

import headroom.lease.Lease;
import headroom.lease.LeaseTable;
import headroom.redshift.drill.CopyRecord;
import headroom.redshift.plan.Drilled;
import headroom.text.Moment;

import java.time.Instant;
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
    List<String> inWords(String name, Instant now) {
        String left =
                isOverdue(now)
                        ? "; its copy %s had to be deleted by %s, and may be there still"
                        : "; its copy %s is deleted by %s at the latest";
        return List.of(
                work()
                        + copy.map(each -> left.formatted(name, Moment.of(each.expires())))
                                .orElse(""),
                measure.map(each -> "measured: " + each.sentence())
                        .orElse("nothing is measured yet"));
    }

    /// Whether a copy may cost money that no drill may use.
    boolean isOverdue(Instant now) {
        return copy.filter(each -> now.isAfter(each.expires())).isPresent();
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
