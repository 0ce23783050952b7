package headroom.redshift.watch;

import headroom.lease.LeaseTable;
import headroom.lease.Notes;
import headroom.redshift.ClusterPages;
import headroom.redshift.Settings;
import headroom.redshift.cluster.Cluster;
import headroom.redshift.cluster.ClusterGone;
import headroom.redshift.replication.Observed;
import headroom.redshift.replication.PauseRecord;
import headroom.redshift.report.Disk;
import headroom.report.Mail;
import headroom.report.Places;
import headroom.report.Report;
import headroom.run.Console;
import headroom.run.StackEnvironment;
import headroom.watch.Left;
import headroom.watch.Outbox;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.sns.SnsClient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Publishes what is due to operators, and notes on the lease that it was.
final class Telling {
    private final LeaseTable leases;
    private final Settings settings;
    private final Supplier<Disk> disk;
    private final Supplier<RedshiftClient> redshift;
    private final Console console;
    private final Outbox outbox;

    /// @param disk how full it is, looked up where something is told
    /// @param redshift made where it is needed, which in most rounds it is not
    Telling(
            SnsClient sns,
            LeaseTable leases,
            Settings settings,
            StackEnvironment stack,
            Supplier<Disk> disk,
            Supplier<RedshiftClient> redshift) {
        this.leases = leases;
        this.settings = settings;
        this.disk = disk;
        this.redshift = redshift;
        console = Console.of(stack.stateMachine());
        Left left =
                new Left(
                        ClusterPages.MAIL,
                        settings.cluster(),
                        "people who want a resize, and for the alarms on its disk");
        outbox = new Outbox(sns, leases, stack.operatorsTopic(), this::letter, left);
    }

    /// Tells all that the lease says is due.
    ///
    /// @return what went wrong first
    Optional<RuntimeException> tell(PauseRecord record, Instant now) {
        List<Runnable> due = new ArrayList<>();
        // The warning first: it is about what can still be mended.
        Warning.due(record, settings, now).ifPresent(each -> due.add(() -> warn(each, record)));
        Overdue.due(record, now).ifPresent(each -> due.add(() -> warn(each, record, now)));
        due.addAll(outbox.due(record.lease(), now));
        return Outbox.attempt(due);
    }

    private void warn(Warning warning, PauseRecord record) {
        warn(warning.mail(settings, record), "warned", Integer.toString(warning.percent()), record);
    }

    private void warn(Overdue overdue, PauseRecord record, Instant now) {
        Mail mail = overdue.mail(settings.cluster(), seen(), record, console.region());
        warn(mail, "overdue", now.toString(), record);
    }

    private String seen() {
        try {
            return Cluster.describe(redshift.get(), settings.cluster()).sentence();
        } catch (ClusterGone gone) {
            return "there is no such cluster";
        }
    }

    /// @param attribute of the lease that says so from then on
    private void warn(Mail mail, String attribute, String value, PauseRecord record) {
        String owner = String.valueOf(record.lease().owner());
        publish(mail, owner);
        // Whoever has the lease by now begins its pause with no warning given.
        leases.update(
                "SET %s = :told".formatted(attribute),
                "#owner = :owner",
                Map.of("#owner", "owner"),
                Map.of(":told", value, ":owner", owner));
    }

    /// Tells of the tasks that need a person, and writes down what becomes of the others. What has
    /// broken down stands on the record from then on, as if a run had just stopped it; while a run
    /// holds the lease it waits, and is told of.
    ///
    /// @return what could not be told, and is told in a later round
    Optional<RuntimeException> tell(Observation seen, PauseRecord record, Instant now) {
        var report = new ObservationReport(console.region());
        String owner = record.lease().owner();
        List<Runnable> due = new ArrayList<>();
        if (!seen.hopeless().isEmpty()) {
            due.add(() -> outbox.publish(report.hopeless(seen.hopeless())));
        }
        if (!seen.weak().isEmpty()) {
            due.add(() -> outbox.publish(report.weak(seen.weak())));
        }
        if (owner != null && !seen.unknown().isEmpty()) {
            due.add(() -> publish(report.waiting(seen.unknown()), owner));
        }
        Optional<RuntimeException> unsaid = Outbox.attempt(due);
        Observation becomes = owner == null ? seen : seen.whileHeld(unsaid.isEmpty(), now);
        note(becomes, unsaid.isEmpty() ? becomes.stayTold(now) : becomes.stayUntold(), record, now);
        return unsaid;
    }

    /// Tells what has to do with the execution that holds the lease.
    private void publish(Mail mail, String owner) {
        outbox.publish(letter(mail, Places.NONE.with("Execution", console.execution(owner))));
    }

    private void note(Observation seen, List<Observed> stay, PauseRecord record, Instant now) {
        var note = new ObservationNote(record);
        if (!seen.relapsed().isEmpty()) {
            note.bringBack(
                    seen.relapsed().stream().map(each -> each.task().task().relapsed()).toList(),
                    now);
        }
        note.keep(stay);
        if (note.changes()) {
            leases.update(note.expression(), note.condition(), note.names(), note.values());
        }
    }

    /// Carries out what follows from how well the disk is seen.
    void tell(Sight.Consequence consequence, Lookout lookout, Instant now) {
        BlindReport report = new BlindReport(settings.cluster(), console.region());
        switch (consequence) {
            case Sight.Consequence.Nothing _ -> {}
            case Sight.Consequence.Note _ -> leases.set(Notes.BLIND_SINCE, now.toString());
            case Sight.Consequence.Forget forget ->
                    leases.remove(Notes.BLIND_SINCE, forget.since().toString());
            case Sight.Consequence.TellOfBlindness blind -> {
                outbox.publish(report.outOfSight(blind.cluster(), lookout.lastSeen(now)));
                leases.set(Notes.BLIND_TOLD_AT, now.toString());
            }
            case Sight.Consequence.TellOfNoCluster _ -> {
                outbox.publish(report.noCluster());
                leases.set(Notes.BLIND_TOLD_AT, now.toString());
            }
        }
    }

    private Report letter(Mail mail) {
        return letter(mail, Places.NONE);
    }

    private Report letter(Mail mail, Places places) {
        return disk.get()
                .told(
                        mail,
                        settings.cluster(),
                        List.of(),
                        places.and(ClusterPages.of(console, settings.cluster())));
    }
}
