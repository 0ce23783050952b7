package headroom.redshift;

import headroom.redshift.Policy.Growth;
import headroom.redshift.Policy.InsertPolicy;
import headroom.redshift.Policy.Mode;
import headroom.redshift.Policy.OtherEndpoints;
import headroom.settings.Setting;
import headroom.settings.Switch;
import headroom.settings.Type.Choice;
import headroom.settings.Type.Hours;
import headroom.settings.Type.MonthDay;
import headroom.settings.Type.Text;
import headroom.settings.Type.Texts;
import headroom.settings.Type.WholeNumber;
import headroom.settings.Window;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All settings that the functions of one Redshift cluster are told.
public final class RedshiftSettings {
    public static final Setting<String> CLUSTER =
            Setting.required(
                    "cluster",
                    // Redshift's own rule.
                    new Text("(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*"),
                    "the Redshift cluster's identifier: at most 63 lower-case letters, digits and"
                            + " single hyphens, with a letter first and no hyphen last",
                    "analytics");

    public static final Setting<List<String>> ENDPOINTS =
            Setting.required(
                    "endpoints",
                    new Texts(
                            new Text(
                                    "arn:aws[a-z-]*:dms:[a-z0-9-]+:\\d{12}:endpoint:[A-Za-z0-9-]+")),
                    "the ARNs of the DMS endpoints that point at the cluster, at least one",
                    "arn:aws:dms:eu-west-1:111122223333:endpoint:ABC");

    public static final Setting<Integer> MAX_NODES =
            Setting.required(
                    "maxNodes",
                    new WholeNumber(2, 128),
                    "the size that no resize goes above",
                    "16");

    public static final Setting<Integer> ALARM_PERCENT =
            Setting.usual(
                    "alarmPercent",
                    new WholeNumber(1, 99),
                    "the disk use from which the alarm asks for room",
                    80);

    public static final Setting<Integer> CRITICAL_PERCENT =
            Setting.usual(
                    "criticalPercent",
                    new WholeNumber(1, 100),
                    "the disk use from which neither mode nor window holds a resize back",
                    90);

    /// Up to an hour, as no spill lasts longer, and a disk that fills does not wait for longer.
    public static final Setting<Integer> ALARM_MINUTES =
            Setting.usual(
                    "alarmMinutes",
                    new WholeNumber(Policy.PERIOD_MINUTES, 60, Policy.PERIOD_MINUTES),
                    "how long the disk has to be at either level before anybody acts",
                    15);

    public static final Setting<Growth> GROWTH =
            Setting.usual(
                    "growth",
                    new Choice<>(List.of(Growth.values())),
                    "whether a resize goes up to twice the nodes, or to as few as bring the disk"
                            + " use down to targetPercent",
                    Growth.DOUBLE);

    public static final Setting<Integer> TARGET_PERCENT =
            Setting.usual(
                    "targetPercent",
                    new WholeNumber(1, 98),
                    "the disk use that growth fit aims at",
                    60);

    /// Two weeks, as the execution itself ends after three.
    public static final Setting<Integer> CLASSIC_HOURS =
            Setting.optional(
                    "classicHours",
                    new WholeNumber(1, 336),
                    "the hours for which replication may stand still for a classic resize; without"
                            + " it no resize is a classic one",
                    "12");

    public static final Setting<Mode> MODE =
            Setting.usual(
                    "mode",
                    new Choice<>(List.of(Mode.values())),
                    "whether the alarm is enough for a resize, or the plan is reported and a"
                            + " person's message carries it out",
                    Mode.AUTO);

    public static final Setting<Optional<Window>> WINDOW =
            new Setting<>(
                    "window",
                    new Hours(),
                    "the hours in which a resize may begin unasked, from one time to a different"
                            + " one",
                    "SAT,SUN 01:00-05:00 Europe/Berlin",
                    Optional.of(Optional.empty()),
                    false);

    public static final Setting<OtherEndpoints> OTHER_ENDPOINTS =
            Setting.usual(
                    "otherEndpoints",
                    new Choice<>(List.of(OtherEndpoints.values())),
                    "what becomes of a resize while DMS tasks write to the cluster through"
                            + " endpoints that are not among endpoints: refused, or made without"
                            + " pausing them",
                    OtherEndpoints.REFUSE);

    public static final Setting<InsertPolicy> INSERT_POLICY =
            Setting.usual(
                    "insertPolicy",
                    new Choice<>(List.of(InsertPolicy.values())),
                    "what becomes of a resize whose tasks may double rows when they resume: told"
                            + " of, or refused",
                    InsertPolicy.WARN);

    public static final Setting<Switch> PRECOPY =
            Setting.usual(
                    "precopy",
                    new Choice<>(List.of(Switch.values())),
                    "whether a snapshot is taken while replication still runs, so that the one in"
                            + " the pause has little left to copy",
                    Switch.ON);

    public static final Setting<Optional<Integer>> DRILL =
            Setting.usual(
                    "drill",
                    new MonthDay(),
                    "the day of each month on which a copy of the cluster is restored, resized and"
                            + " deleted, to measure how long a resize takes",
                    Optional.empty());

    /// Far above what anybody would spend on it.
    public static final Setting<Integer> DRILL_MAX_NODE_HOURS =
            Setting.optional(
                    "drillMaxNodeHours",
                    new WholeNumber(1, 10_000),
                    "the node hours that one drill may use; without it there is no drill",
                    "24");

    public static final Setting<Integer> SNAPSHOT_RETENTION_DAYS =
            Setting.usual(
                    "snapshotRetentionDays",
                    // Redshift's own bounds.
                    new WholeNumber(1, 3653),
                    "the days for which the snapshot before a resize is kept",
                    7);

    /// The longest that Aurora MySQL keeps a binlog is 2,160 hours.
    public static final Setting<Integer> SOURCE_LOG_RETENTION_HOURS =
            Setting.usual(
                    "sourceLogRetentionHours",
                    new WholeNumber(1, 2160),
                    "the hours for which the source keeps the log that a stopped task resumes"
                            + " from",
                    24);

    /// What is decided beforehand about resizes.
    public static final List<Setting<?>> OF_POLICY =
            List.of(
                    MAX_NODES,
                    ALARM_PERCENT,
                    CRITICAL_PERCENT,
                    ALARM_MINUTES,
                    GROWTH,
                    TARGET_PERCENT,
                    CLASSIC_HOURS,
                    MODE,
                    WINDOW,
                    OTHER_ENDPOINTS,
                    INSERT_POLICY,
                    PRECOPY,
                    DRILL,
                    DRILL_MAX_NODE_HOURS);

    /// In the order in which they are explained.
    public static final List<Setting<?>> ALL =
            Stream.of(
                            List.of(CLUSTER, ENDPOINTS),
                            OF_POLICY,
                            List.of(SNAPSHOT_RETENTION_DAYS, SOURCE_LOG_RETENTION_HOURS))
                    .<Setting<?>>flatMap(List::stream)
                    .toList();

    private RedshiftSettings() {}
}
