package headroom.redshift.watch;

import headroom.lease.Lease;
import headroom.lease.LeaseTable;
import headroom.metrics.Measure;
import headroom.metrics.Metrics;
import headroom.redshift.Settings;
import headroom.redshift.drill.Copy;
import headroom.redshift.drill.CopyRecord;
import headroom.redshift.drill.DrillRequest;
import headroom.run.Cause;
import headroom.run.Executions;
import headroom.watch.Owners;
import headroom.watch.RecoveryRequest;
import headroom.watch.WatchDecision;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.redshift.RedshiftClient;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What a round of the watch does about drills: it starts the month's, and has a copy deleted that
/// outlives its own.
///
/// @param leases the drills' lease
/// @param executions of the drills' state machine
record Drills(
        Settings settings,
        LeaseTable leases,
        Executions executions,
        Owners owners,
        Supplier<RedshiftClient> redshift,
        Metrics metrics) {
    /// @param quiet whether a run is at work, or is being started: then no drill begins
    /// @param time of the round, as it stands in names of executions
    /// @return for the log
    String look(boolean quiet, String time, Instant now) {
        Lease lease = leases.read();
        Optional<Copy> copy = Copy.find(redshift.get(), settings.cluster());
        Optional<CopyRecord> record = CopyRecord.read(lease.text(CopyRecord.ATTRIBUTE));
        metrics.write(
                Map.of(
                        Measure.COPY_NODE_MINUTES,
                        copy.map(each -> each.nodeMinutes(record, now)).orElse(0L)));
        WatchDecision decision = decide(lease, copy, quiet, now);
        String origin = "the watch: " + decision.sentence();
        switch (decision) {
            case WatchDecision.AllIsWell _ -> {}
            case WatchDecision.RunIsMissing _ ->
                    executions.start("drill-" + time, new DrillRequest(Cause.WATCH, false, origin));
            case WatchDecision.RecoveryIsMissing _ -> recover(RecoveryRequest.NOBODY, time, origin);
            case WatchDecision.OwnerIsDead dead -> recover(dead.owner(), time, origin);
        }
        return " Drills: " + decision.sentence();
    }

    private void recover(String deadOwner, String time, String origin) {
        executions.start(
                "drill-recover-" + time,
                new RecoveryRequest(Cause.RECOVER, origin, deadOwner, true));
    }

    private WatchDecision decide(Lease lease, Optional<Copy> copy, boolean quiet, Instant now) {
        String owner = lease.owner();
        if (owner != null) {
            return WatchDecision.ofHeld(lease, owner, owners.look(owner), now);
        }
        if (lease.text(CopyRecord.ATTRIBUTE) != null) {
            return new WatchDecision.RecoveryIsMissing(
                    "a copy stands on the record of drills, and nobody holds their lease");
        }
        @Nullable Instant expires =
                copy.filter(each -> each.isTaggedOf(settings.cluster()))
                        .map(Copy::expires)
                        .orElse(null);
        if (expires != null && !now.isBefore(expires)) {
            return new WatchDecision.RecoveryIsMissing(
                    "the copy of a drill has expired at " + expires);
        }
        return ofFree(lease, quiet, now);
    }

    private WatchDecision ofFree(Lease lease, boolean quiet, Instant now) {
        int today = now.atZone(ZoneOffset.UTC).getDayOfMonth();
        boolean due = settings.policy().drillDay().filter(each -> each == today).isPresent();
        if (!due || quiet) {
            return new WatchDecision.AllIsWell(
                    due ? "one is due, and waits for a run." : "none is due.");
        }
        return WatchDecision.ofFree(
                lease,
                new WatchDecision.Need(true, false, "it is the day of the month for a drill"),
                now);
    }
}
