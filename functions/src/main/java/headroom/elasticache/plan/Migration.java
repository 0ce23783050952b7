package headroom.elasticache.plan;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Engine;
import headroom.elasticache.group.Group;
import headroom.elasticache.plan.WishedStep.Already;
import headroom.elasticache.plan.WishedStep.Impossible;
import headroom.elasticache.plan.WishedStep.Step;

import java.util.List;
import java.util.Optional;

/// The way from cluster mode disabled to enabled: what each step needs, and what a person has to
/// know. ElastiCache cannot see which protocol a client speaks, and neither can this: it refuses
/// where the figures show one that is not ready, and says what they cannot show.
record Migration(Facts facts, Policy policy, Diagnosis diagnosis) {
    WishedStep.Outcome of(Wish.Stage stage) {
        if (!policy.migrates()) {
            return new Impossible(
                    "The setting clusterModeMigration is no.",
                    "Set it to yes, and deploy again: the right to change the mode comes with it.");
        }
        return switch (stage) {
            case START -> start();
            case FINISH -> finish();
            case BACK -> back();
        };
    }

    private WishedStep.Outcome start() {
        return switch (group().mode()) {
            case ENABLED, COMPATIBLE -> already();
            case UNKNOWN -> unknownMode();
            case DISABLED ->
                    tooOld().or(this::cannotFailOver)
                            .or(this::ownParameters)
                            .orElseGet(() -> to(ClusterMode.COMPATIBLE));
        };
    }

    private WishedStep.Outcome finish() {
        return switch (group().mode()) {
            case ENABLED -> already();
            case UNKNOWN -> unknownMode();
            case DISABLED ->
                    new Impossible(
                            "The group's cluster mode is disabled, and the way to enabled leads"
                                    + " through compatible.",
                            "Begin it with {\"migrate\": \"start\"}.");
            case COMPATIBLE ->
                    inTheWay(diagnosis).isEmpty()
                            ? to(ClusterMode.ENABLED)
                            : new Impossible(
                                    "Clients are not ready for it: " + sentences(diagnosis),
                                    "Mend that first, and ask again. If it cannot be mended now,"
                                            + " {\"migrate\": \"back\"} takes the first step"
                                            + " back.");
        };
    }

    private WishedStep.Outcome back() {
        return switch (group().mode()) {
            case DISABLED -> already();
            case UNKNOWN -> unknownMode();
            case COMPATIBLE -> to(ClusterMode.DISABLED);
            case ENABLED ->
                    new Impossible(
                            "Cluster mode is enabled, and ElastiCache has no way back from that.",
                            "A backup of before can be restored into a new group.");
        };
    }

    private Step to(ClusterMode mode) {
        return new Step(new Change.SwitchMode(group().mode(), mode));
    }

    private Already already() {
        return new Already("The group's cluster mode is %s.".formatted(group().mode().word()));
    }

    private static Impossible unknownMode() {
        return new Impossible(
                "ElastiCache names a cluster mode that Headroom does not know.",
                "Look at the group in the ElastiCache console.");
    }

    private Optional<WishedStep.Outcome> tooOld() {
        Engine engine = group().engine();
        return engine.isValkey() ? refusedBelow(engine, 7, 2) : refusedBelow(engine, 7, 0);
    }

    private static Optional<WishedStep.Outcome> refusedBelow(Engine engine, int major, int minor) {
        return engine.isAtLeast(major, minor)
                ? Optional.empty()
                : Optional.of(
                        new Impossible(
                                "The engine is %s %s, and the way to cluster mode begins with %d.%d."
                                        .formatted(engine.name(), engine.version(), major, minor),
                                "Upgrade the engine, or restore a backup into a new group with"
                                        + " cluster mode enabled."));
    }

    private Optional<WishedStep.Outcome> cannotFailOver() {
        boolean alone = group().shards().stream().anyMatch(each -> each.replicas() == 0);
        return group().failsOver() && !alone
                ? Optional.empty()
                : Optional.of(
                        new Impossible(
                                "ElastiCache needs automatic failover and a replica for it, and %s."
                                        .formatted(
                                                alone
                                                        ? "there is no replica"
                                                        : "automatic failover is off"),
                                "Give the group a replica, and switch automatic failover on."));
    }

    /// A group of the owner's own has to be named in the request, and to have its counterpart.
    private Optional<WishedStep.Outcome> ownParameters() {
        return group().parameterGroup()
                .filter(each -> !each.startsWith("default."))
                .map(
                        each ->
                                new Impossible(
                                        "The group has the parameter group %s of its own, and needs one with cluster-enabled for this."
                                                .formatted(each),
                                        "Make one that is like it, with cluster-enabled set to yes,"
                                                + " and set cluster mode to compatible together"
                                                + " with it in the ElastiCache console. Ask"
                                                + " Headroom for the rest."));
    }

    /// What of the clients does not fit cluster mode, as far as figures show it.
    private static List<Finding> inTheWay(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .filter(
                        each ->
                                switch (each.kind()) {
                                    case UNKNOWN, CONNECTION_CHURN, REPLICAS_REDIRECT -> true;
                                    case REPLICAS_UNUSED,
                                            PRIMARY_UNDERUSED,
                                            NETWORK_BOUND,
                                            MEMORY_BOUND,
                                            BIG_KEY,
                                            HOT_SLOTS,
                                            HOT_READS,
                                            HOT_KEY,
                                            BUSY_READS,
                                            BUSY,
                                            CONNECTIONS,
                                            BUSY_NODE,
                                            SPIKE ->
                                            false;
                                })
                .toList();
    }

    private static String sentences(Diagnosis diagnosis) {
        return String.join(" ", inTheWay(diagnosis).stream().map(each -> each.sentence()).toList());
    }

    /// Between the two steps nothing is scaled, so operators are told how far the clients are.
    Plan.Migrating between(Optional<Plan.Basis> basis) {
        List<String> kinds =
                inTheWay(diagnosis).stream().map(each -> each.kind().name()).sorted().toList();
        return new Plan.Migrating(
                "on its way to cluster mode "
                        + kinds
                        + (diagnosis.critical() ? Plan.CRITICALLY : ""),
                facts.seenAt().plus(Decision.BETWEEN_MODES),
                "The group's cluster mode is compatible, and ElastiCache scales nothing meanwhile. %s No figure shows which endpoint a client uses, or which protocol it speaks."
                        .formatted(
                                kinds.isEmpty()
                                        ? "The figures show nothing of the clients that stands in"
                                                + " the way of enabled."
                                        : "In the way of enabled: " + sentences(diagnosis)),
                basis);
    }

    /// What a person should know before a step, and after it.
    List<String> remarks(Change.SwitchMode change) {
        return switch (change.to()) {
            case COMPATIBLE ->
                    List.of(
                            "Cluster mode knows database 0 alone. Whether keys stand in another"
                                    + " cannot be seen here: look with INFO keyspace.",
                            "Commands on several keys, transactions and scripts need all their"
                                    + " keys in one slot then.",
                            outlook().shape());
            case ENABLED ->
                    List.of(
                            "This cannot be taken back. The endpoints of before may cease: no"
                                    + " figure shows whether a client still uses them.",
                            outlook().shape());
            case DISABLED, UNKNOWN -> List.of();
        };
    }

    private Outlook outlook() {
        return new Outlook(group(), diagnosis, policy.headroomFactor());
    }

    private Group group() {
        return facts.figures().group();
    }
}
