package headroom.configuration;

import headroom.configuration.Hosting.Architecture;
import headroom.configuration.Setting.Choice;
import headroom.configuration.Setting.Hours;
import headroom.configuration.Setting.Stepped;
import headroom.configuration.Setting.Text;
import headroom.configuration.Setting.Texts;
import headroom.configuration.Setting.Usual;
import headroom.configuration.Setting.WholeNumber;
import headroom.redshift.Policy;
import headroom.redshift.Policy.Growth;
import headroom.redshift.Policy.InsertPolicy;
import headroom.redshift.Policy.Mode;
import headroom.settings.Window;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
            new WholeNumber("maxNodes", 2, 128, "the size that no resize goes above", 16);

    private static final Policy USUAL = Policy.upTo(MAX_NODES.example());

    static final Usual<Integer> ALARM_PERCENT =
            new WholeNumber(
                            "alarmPercent",
                            1,
                            99,
                            "the disk use from which the alarm asks for room",
                            USUAL.alarmPercent())
                    .byDefault();

    static final Usual<Integer> CRITICAL_PERCENT =
            new WholeNumber(
                            "criticalPercent",
                            1,
                            100,
                            "the disk use from which neither mode nor window holds a resize back",
                            USUAL.criticalPercent())
                    .byDefault();

    /// Up to an hour, as no spill lasts longer, and a disk that fills does not wait for longer.
    /// Each step is a period of the alarms.
    static final Usual<Integer> ALARM_MINUTES =
            new Stepped(
                            "alarmMinutes",
                            Math.toIntExact(Policy.ALARM_PERIOD.toMinutes()),
                            60,
                            "how long the disk has to be at either level before anybody acts",
                            USUAL.alarmMinutes())
                    .byDefault();

    static final Usual<Growth> GROWTH =
            new Choice<>(
                            "growth",
                            List.of(Growth.values()),
                            "whether a resize goes up to twice the nodes, or to as few as bring"
                                    + " the disk use down to targetPercent",
                            USUAL.growth())
                    .byDefault();

    static final Usual<Integer> TARGET_PERCENT =
            new WholeNumber(
                            "targetPercent",
                            1,
                            98,
                            "the disk use that growth fit aims at",
                            USUAL.targetPercent())
                    .byDefault();

    /// Two weeks, as the execution itself ends after three.
    static final WholeNumber CLASSIC_HOURS =
            new WholeNumber(
                    "classicHours",
                    1,
                    336,
                    "the hours for which replication may stand still for a classic resize; without"
                            + " it no resize is a classic one",
                    12);

    static final Usual<Mode> MODE =
            new Choice<>(
                            "mode",
                            List.of(Mode.values()),
                            "whether the alarm is enough for a resize, or the plan is reported"
                                    + " and a person's message carries it out",
                            USUAL.mode())
                    .byDefault();

    static final Usual<Optional<Window>> WINDOW =
            new Hours(
                            "window",
                            "the hours in which a resize may begin unasked, from one time to a"
                                    + " different one",
                            Window.parse("SAT,SUN 01:00-05:00 Europe/Berlin"))
                    .byDefault(USUAL.window());

    static final Usual<OtherEndpoints> OTHER_ENDPOINTS =
            new Choice<>(
                            "otherEndpoints",
                            List.of(OtherEndpoints.values()),
                            "what becomes of a resize while DMS tasks write to the cluster through"
                                    + " endpoints that are not among endpoints: refused, or made"
                                    + " without pausing them",
                            OtherEndpoints.of(USUAL))
                    .byDefault();

    static final Usual<InsertPolicy> INSERT_POLICY =
            new Choice<>(
                            "insertPolicy",
                            List.of(InsertPolicy.values()),
                            "what becomes of a resize whose tasks may double rows when they resume:"
                                    + " told of, or refused",
                            USUAL.insertPolicy())
                    .byDefault();

    static final Usual<Precopy> PRECOPY =
            new Choice<>(
                            "precopy",
                            List.of(Precopy.values()),
                            "whether a snapshot is taken while replication still runs, so that the"
                                    + " one in the pause has little left to copy",
                            Precopy.of(USUAL))
                    .byDefault();

    static final Usual<Integer> SNAPSHOT_RETENTION_DAYS =
            new WholeNumber(
                            "snapshotRetentionDays",
                            1,
                            3653,
                            "the days for which the snapshot before a resize is kept",
                            7)
                    .byDefault();

    /// The longest that Aurora MySQL keeps a binlog is 2,160 hours.
    static final Usual<Integer> SOURCE_LOG_RETENTION_HOURS =
            new WholeNumber(
                            "sourceLogRetentionHours",
                            1,
                            2160,
                            "the hours for which the source keeps the log that a stopped task"
                                    + " resumes from",
                            24)
                    .byDefault();

    static final Usual<Architecture> ARCHITECTURE =
            new Choice<>(
                            "architecture",
                            List.of(Architecture.values()),
                            "the processor that the functions run on",
                            Hosting.USUAL.architecture())
                    .byDefault();

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
                    SNAPSHOT_RETENTION_DAYS,
                    SOURCE_LOG_RETENTION_HOURS,
                    ARCHITECTURE,
                    OPERATORS_EMAIL);

    static final List<String> KEYS = ALL.stream().map(Setting::key).toList();

    private Catalogue() {}

    /// An example for `cdk.json` with as little as one can write.
    static String exampleOfClusters() {
        return "\"clusters\": [" + exampleOfCluster() + "]";
    }

    static String exampleOfCluster() {
        return REQUIRED.stream().map(Setting::inFile).collect(Collectors.joining(", ", "{", "}"));
    }

    /// What becomes of a resize while there are writers that nobody pauses.
    enum OtherEndpoints {
        REFUSE,
        IGNORE;

        private static OtherEndpoints of(Policy policy) {
            return policy.ignoresOtherEndpoints() ? IGNORE : REFUSE;
        }
    }

    /// Whether copying begins before the pause.
    enum Precopy {
        ON,
        OFF;

        private static Precopy of(Policy policy) {
            return policy.copiesFirst() ? ON : OFF;
        }
    }
}
