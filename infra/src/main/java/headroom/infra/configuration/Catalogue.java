package headroom.infra.configuration;

import headroom.infra.configuration.Setting.Text;
import headroom.infra.configuration.Setting.Texts;
import headroom.infra.configuration.Setting.WholeNumber;

import java.util.List;
import java.util.regex.Pattern;

/// All settings that there are.
final class Catalogue {
    static final Text CLUSTER =
            new Text(
                    "cluster",
                    // Redshift's own rule.
                    Pattern.compile("(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*"),
                    "the Redshift cluster's identifier: at most 63 lower-case letters, digits and"
                            + " single hyphens, with a letter first and no hyphen last",
                    "analytics");

    static final Texts ENDPOINTS =
            new Texts(
                    "endpoints",
                    new Text(
                            "endpoint",
                            Pattern.compile(
                                    "arn:aws[a-z-]*:dms:[a-z0-9-]+:\\d{12}:endpoint:[A-Za-z0-9-]+"),
                            "the ARN of a DMS endpoint",
                            "arn:aws:dms:eu-west-1:111122223333:endpoint:ABC"),
                    "the ARNs of the DMS endpoints that point at the cluster, at least one");

    static final WholeNumber MAX_NODES =
            new WholeNumber("maxNodes", 2, 128, "the size that no resize goes above", 16, true);

    static final WholeNumber ALARM_PERCENT =
            new WholeNumber(
                    "alarmPercent",
                    1,
                    99,
                    "the disk use from which the alarm asks for room",
                    80,
                    false);

    static final WholeNumber SNAPSHOT_RETENTION_DAYS =
            new WholeNumber(
                    "snapshotRetentionDays",
                    1,
                    3653,
                    "the days for which the snapshot before a resize is kept",
                    7,
                    false);

    /// The longest that Aurora MySQL keeps a binlog is 2,160 hours.
    static final WholeNumber SOURCE_LOG_RETENTION_HOURS =
            new WholeNumber(
                    "sourceLogRetentionHours",
                    1,
                    2160,
                    "the hours for which the source keeps the log that a stopped task resumes from",
                    24,
                    false);

    static final Text OPERATORS_EMAIL =
            new Text(
                    "operatorsEmail",
                    Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
                    "the e-mail address that reports are sent to",
                    "operators@example.com");

    static final List<Setting<?>> REQUIRED = List.of(CLUSTER, ENDPOINTS, MAX_NODES);

    static final List<Setting<?>> ALL =
            List.of(
                    CLUSTER,
                    ENDPOINTS,
                    MAX_NODES,
                    ALARM_PERCENT,
                    SNAPSHOT_RETENTION_DAYS,
                    SOURCE_LOG_RETENTION_HOURS,
                    OPERATORS_EMAIL);

    private Catalogue() {}
}
