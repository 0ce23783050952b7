package headroom.redshift.watch;

import headroom.redshift.ClusterNames;
import headroom.redshift.ClusterWatch;
import headroom.redshift.cluster.Cluster;
import headroom.redshift.cluster.DiskMetric;
import headroom.report.Mail;
import headroom.text.Moment;
import headroom.text.Span;

import java.time.Instant;
import java.util.Optional;

/// What operators are told while nobody sees how full the disk is.
///
/// @param cluster its identifier
/// @param region of the cluster
record BlindReport(String cluster, String region) {
    private static final String ONCE_A_DAY =
            "Nothing was changed. The watch looks every %s, and repeats this message once a day while this lasts."
                    .formatted(new Span(ClusterWatch.TIMES.every()));

    /// @param seen the cluster as it was a moment ago
    /// @param last the hour in which the metric was last reported; empty if not within two weeks
    Mail outOfSight(Cluster seen, Optional<Instant> last) {
        return new Mail(
                "Headroom WARNING: no disk metric, CLUSTER",
                """
                CloudWatch has no figure of how full the disk of %s is. Expected is one a minute of the metric \
                %s (namespace %s, dimension %s = %s); %s.
                The cluster itself: %s.
                The alarms stay as they are while data is missing, so a disk that fills now starts nothing.\
                """
                        .formatted(
                                cluster,
                                DiskMetric.NAME,
                                DiskMetric.NAMESPACE,
                                DiskMetric.DIMENSION,
                                cluster,
                                last.map(
                                                each ->
                                                        "the last came in the hour from "
                                                                + Moment.of(each))
                                        .orElse("none has come within the last two weeks"),
                                seen.sentence()),
                ONCE_A_DAY + " Once the metric is back, everything goes on by itself.",
                Mail.NOT_TOUCHED,
                """
                Look at the disk in the Redshift console, or with a query on stv_partitions or \
                svv_table_info, until the metric is back. If it fills, resize by hand, or publish a message \
                on the requests' topic. If the cluster is available and reports nothing, ask AWS Support.\
                """);
    }

    Mail noCluster() {
        return new Mail(
                "Headroom WARNING: there is no such cluster, CLUSTER",
                """
                Redshift knows no cluster named %s in this account and region (%s). It was deleted or renamed, or \
                the setting cluster is misspelt. Headroom watches nothing, and its alarms will never speak.\
                """
                        .formatted(cluster, region),
                ONCE_A_DAY,
                Mail.NOT_TOUCHED,
                """
                See which clusters there are:
                  aws redshift describe-clusters --region %s --query 'Clusters[].ClusterIdentifier'
                If it is among them under another name, deploy with that name in the setting cluster, and destroy \
                the stack %s. If the cluster is gone for good, destroy the stack: that ends these \
                messages. Its lease table stays; look whether it still holds stopped tasks.\
                """
                        .formatted(region, new ClusterNames(cluster).stack()));
    }
}
