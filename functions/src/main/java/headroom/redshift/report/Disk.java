package headroom.redshift.report;

import headroom.redshift.ClusterPages;
import headroom.redshift.Policy;
import headroom.redshift.cluster.DiskMetric;
import headroom.report.Mail;
import headroom.report.Places;
import headroom.report.Report;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How full the disk is while something is said about its cluster.
///
/// @param percent as CloudWatch last had it; empty if it is not known
/// @param critical whether that is the critical level
public record Disk(Optional<Double> percent, boolean critical) {
    public static final Disk UNKNOWN = new Disk(Optional.empty(), false);

    /// Between two datapoints there is a minute, and a gap now and then.
    private static final Duration LATELY = Duration.ofMinutes(15);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// Looks it up. What CloudWatch does not tell, keeps nothing from being said.
    ///
    /// @param since what was measured before that counts for nothing; empty if anything does
    public static Disk look(
            CloudWatchClient cloudWatch,
            String cluster,
            Policy policy,
            Optional<Instant> since,
            Instant now) {
        Instant from = since.filter(now.minus(LATELY)::isBefore).orElse(now.minus(LATELY));
        try {
            return new DiskMetric(cloudWatch, cluster)
                    .maxima(from, now, MINUTE).stream()
                            .max(Comparator.comparing(Datapoint::timestamp))
                            .map(each -> of(each.maximum(), policy))
                            .orElse(UNKNOWN);
        } catch (SdkException unknown) {
            return UNKNOWN;
        }
    }

    static Disk of(double percent, Policy policy) {
        return new Disk(Optional.of(percent), percent >= policy.criticalPercent());
    }

    /// Makes a message of a mail about the cluster, with what is to be said of the disk.
    ///
    /// @param marks what the subject says before anything else
    public Report told(Mail mail, String cluster, List<String> marks, Places places) {
        List<String> all = new ArrayList<>(marks);
        mark(mail.heading().contains("CRITICAL")).ifPresent(all::add);
        return mail.to(ClusterPages.MAIL, cluster, all, advice(), places);
    }

    /// What a subject says of it: where it is critical, and where everything counts.
    Optional<String> mark(boolean always) {
        return percent.filter(_ -> always || critical)
                .map(each -> "disk %d %%".formatted(Math.round(each)));
    }

    /// What is to be done before anything else.
    Optional<String> advice() {
        return percent.filter(_ -> critical)
                .map(
                        each ->
                                """
                                The disk is %d %% full. At 100 %% the cluster takes no writes, no snapshot, and perhaps no resize: \
                                drop or truncate what can be spared now (docs/runbook.md#storage-full).\
                                """
                                        .formatted(Math.round(each)));
    }
}
