package headroom.elasticache.watch;

import headroom.elasticache.GroupPages;
import headroom.lease.Lease;
import headroom.lease.LeaseTable;
import headroom.lease.Notes;
import headroom.report.Mail;
import headroom.report.Report;
import headroom.run.Console;
import headroom.run.StackEnvironment;
import headroom.text.Listing;
import headroom.watch.Left;
import headroom.watch.Outbox;

import software.amazon.awssdk.services.sns.SnsClient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Publishes what is due to operators, and notes on the lease that it was.
final class Telling {
    /// A gap of some minutes in CloudWatch is nothing.
    private static final Duration LONG = Duration.ofHours(1);

    private final LeaseTable leases;
    private final String group;
    private final Console console;
    private final Outbox outbox;

    Telling(SnsClient sns, LeaseTable leases, String group, StackEnvironment stack) {
        this.leases = leases;
        this.group = group;
        console = Console.of(stack.stateMachine());
        outbox =
                new Outbox(
                        sns,
                        leases,
                        stack.operatorsTopic(),
                        this::letter,
                        new Left(
                                GroupPages.MAIL,
                                group,
                                "people who want a step, and for the alarms on its shards"));
    }

    /// Tells all that the lease says is due.
    ///
    /// @return what went wrong first
    Optional<RuntimeException> tell(Lease lease, Instant now) {
        return Outbox.attempt(outbox.due(lease, now));
    }

    void tellOfBlindness(List<String> silent, Notes notes, Instant now) {
        if (silent.isEmpty()) {
            forgetBlindness(notes);
            return;
        }
        Instant since = notes.blindSince();
        if (since == null) {
            leases.set(Notes.BLIND_SINCE, now.toString());
        } else if (!now.isBefore(since.plus(LONG)) && notes.blindnessIsDue(now)) {
            outbox.publish(
                    new Mail(
                            "Headroom WARNING: no figures, GROUP",
                            "CloudWatch has no figure of %s, and at each look of the last hour some node had none. Expected is one a minute of EngineCPUUtilization and of DatabaseMemoryUsageCountedForEvictPercentage (namespace AWS/ElastiCache, dimensions CacheClusterId and CacheNodeId). The alarms stay as they are meanwhile, so that one that fills now starts nothing."
                                    .formatted(Listing.of(silent)),
                            Mail.NOTHING,
                            Mail.NOT_TOUCHED,
                            "Look at the group's nodes in the console, and at their graphs."));
            leases.set(Notes.BLIND_TOLD_AT, now.toString());
        }
    }

    /// What was not seen in each round does not last.
    void forgetBlindness(Notes notes) {
        if (notes.blindSince() != null) {
            leases.remove(Notes.BLIND_SINCE, notes.blindSince().toString());
        }
    }

    void tellOfNoGroup(String found, Notes notes, Instant now) {
        if (notes.blindnessIsDue(now)) {
            outbox.publish(
                    new Mail(
                            "Headroom WARNING: there is no such group, GROUP",
                            found + " Headroom watches nothing, and its alarms will never speak.",
                            Mail.NOTHING,
                            Mail.NOT_TOUCHED,
                            """
                            See in the ElastiCache console which groups there are. If it is among them under another name, deploy \
                            with that name in the setting replicationGroup, and destroy this stack. If the group is gone for good, \
                            destroy the stack: that ends these messages.\
                            """));
            leases.set(Notes.BLIND_TOLD_AT, now.toString());
        }
    }

    private Report letter(Mail mail) {
        return mail.to(
                GroupPages.MAIL, group, List.of(), Optional.empty(), GroupPages.of(console, group));
    }
}
