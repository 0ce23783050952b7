package headroom.elasticache.report;

import headroom.elasticache.GroupWatch;
import headroom.elasticache.Outcome;
import headroom.elasticache.group.Change;
import headroom.elasticache.plan.Plan;
import headroom.elasticache.plan.Unhelped;
import headroom.elasticache.plan.Wish;
import headroom.report.Mail;
import headroom.text.Moment;
import headroom.text.Span;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/// What a person is to do now.
record Todo(ComposeReport.Input run, LeaseAtEnd lease) {
    /// What the field has learnt about clients that live through a step.
    private static final String CLIENTS =
            """
            Clients live through a step if they learn of new nodes (in Lettuce periodic and adaptive topology refresh, \
            and validateClusterNodeMembership off), try again what failed, and keep an address for seconds only (DNS time to live).\
            """;

    String inWords() {
        if (run.done().owed()) {
            return "Headroom starts a recovery by itself within %s, and while those fail, another one about each hour. To begin one at once:\n%s"
                    .formatted(
                            new Span(GroupWatch.TIMES.recoveredWithin()),
                            run.asked().recoverCommand());
        }
        return switch (run.outcome()) {
            case IMPROVED -> "Nothing before the morning. " + infrastructureAsCode();
            case NOT_IMPROVED, WORSE ->
                    "%s The same step is not tried again before %s. %s"
                            .formatted(
                                    Unhelped.LOOK_FURTHER,
                                    lease.unhelped() == null
                                            ? "long"
                                            : Moment.of(lease.unhelped().until()),
                                    infrastructureAsCode());
            case UNMEASURED ->
                    "See in the group's graphs whether it helped. " + infrastructureAsCode();
            case MIGRATED -> migrated() + infrastructureAsCode();
            case RECOVERED ->
                    "To see why, look at the run that ended. If a person had asked for it, ask"
                            + " again:\n"
                            + command();
            case PLANNED, ASKED ->
                    remedies()
                            + "To carry it out, run this. The plan is made anew then, as facts may"
                            + " have changed.\n"
                            + command()
                            + "\n"
                            + CLIENTS;
            case DEFERRED ->
                    "Nothing: if it is still needed when the window opens, the step begins then. To"
                            + " begin at once, whatever the window, run\n"
                            + command();
            case UNNEEDED -> Mail.NOTHING;
            case TOLD -> remedies() + held() + again();
            case MIGRATING -> remedies() + onTheWay() + again();
            case REFUSED -> refused() + "\n" + again();
            case FAILED -> failed();
            case DECLINED ->
                    """
                    See which runs are at work:
                    %s
                    A run at work ends with a report. If there is none, one ended without freeing the lease, and is \
                    recovered within %s. After a recovery that failed, the next begins about an hour later, or at once by \
                    the command of the CRITICAL report.%s\
                    """
                            .formatted(
                                    run.asked().runsCommand(),
                                    new Span(GroupWatch.TIMES.recoveredWithin()),
                                    // Who wanted a change seen to its end did not ask for a step.
                                    run.asked().recovers()
                                            ? ""
                                            : " Then "
                                                    + repeated(
                                                            "publish again, if it is still"
                                                                    + " needed:"));
        };
    }

    private String remedies() {
        return Happened.remedies(run).map(each -> each + "\n").orElse("");
    }

    /// A message that names a step has it taken, whatever clients do.
    private String held() {
        return run.plan() instanceof Plan.Tell told
                ? told.held()
                        .map(
                                each ->
                                        "The group is critical. Until that is mended, one step gives it time. The fault stays, and the nodes are paid for. To have it taken now, run\n%s\n"
                                                .formatted(command(each)))
                        .orElse("")
                : "";
    }

    private String refused() {
        return run.plan() instanceof Plan.Refused refused ? refused.wayOut() : "Look below.";
    }

    private String again() {
        // The watch looks at what the figures ask for, and knows nothing of wishes.
        if (run.wish() != null) {
            return "Headroom does not come back to it by itself. To ask again, " + repeated("run");
        }
        return "While it lasts, Headroom looks again after %s, and says the same once a day at most."
                .formatted(Moment.of(lease.quietUntil()));
    }

    private String migrated() {
        if (!(run.done().change() instanceof Change.SwitchMode it)) {
            return "";
        }
        return switch (it.to()) {
            case COMPATIBLE ->
                    onTheWay()
                            + "Headroom looks at the clients meanwhile, scales nothing, and tells"
                            + " how far they are once a day at most.\n"
                            + CLIENTS
                            + "\n";
            case ENABLED ->
                    "See that no client reports an error. The group may have more shards from now"
                            + " on, and Headroom adds them as they are needed. "
                            + CLIENTS
                            + "\n";
            case DISABLED ->
                    "See that no client uses the configuration endpoint any more, which may"
                            + " cease.\n";
            case UNKNOWN -> "";
        };
    }

    private String onTheWay() {
        return "Move all clients to the configuration endpoint and to the cluster's protocol. Then"
                + " finish:\n"
                + run.asked().command("'{\"migrate\": \"finish\"}'")
                + "\nTo take it back instead:\n"
                + run.asked().command("'{\"migrate\": \"back\"}'")
                + "\n";
    }

    private String failed() {
        if (run.isUnfinished()) {
            return "Look at the group, and at its events, in the console: what ElastiCache has begun goes on without Headroom. %s\nWhile more room is needed, Headroom plans anew after %s."
                    .formatted(infrastructureAsCode(), Moment.of(lease.quietUntil()));
        }
        return run.done().isScaled()
                ? "Nothing before the morning. Then see why the run failed. "
                        + infrastructureAsCode()
                : "Remove the cause of the failure. While it is needed, Headroom tries again after %s. To try at once, %s"
                        .formatted(Moment.of(lease.quietUntil()), repeated("run"));
    }

    /// The same once more: who asked for a plan alone is given no command that acts.
    private String repeated(String invitation) {
        if (run.asked().notUnderstood().isPresent()) {
            return "send it corrected.";
        }
        return invitation
                + "\n"
                + (run.asked().dryRun()
                        ? run.asked()
                                .command(
                                        "'{\"dryRun\": true%s}'"
                                                .formatted(
                                                        field(run.wish())
                                                                .map(", "::concat)
                                                                .orElse("")))
                        : command());
    }

    /// Acts.
    private String command() {
        return command(run.wish());
    }

    private String command(@Nullable Wish wish) {
        return run.asked().command(field(wish).map("'{%s}'"::formatted).orElse("scale"));
    }

    private static Optional<String> field(@Nullable Wish wish) {
        return Optional.ofNullable(wish)
                .map(
                        each ->
                                switch (each) {
                                    case Wish.Replicas it ->
                                            "\"replicas\": {\"%s\": %d}"
                                                    .formatted(it.shard(), it.to());
                                    case Wish.Shards it -> "\"shards\": %d".formatted(it.to());
                                    case Wish.Rebalance _ -> "\"rebalance\": true";
                                    case Wish.NodeType it ->
                                            "\"nodeType\": \"%s\"".formatted(it.to());
                                    case Wish.Migrate it ->
                                            "\"migrate\": \"%s\""
                                                    .formatted(
                                                            it.stage()
                                                                    .name()
                                                                    .toLowerCase(Locale.ROOT));
                                });
    }

    /// The next deployment of what still says the old shape would undo the step, or replace the
    /// group.
    private String infrastructureAsCode() {
        Optional<String> keys = Optional.ofNullable(run.done().change()).flatMap(Todo::keys);
        if (keys.isEmpty() || run.outcome() == Outcome.UNNEEDED) {
            return "";
        }
        return stack().map(
                        each ->
                                "Then write it into the code of the CloudFormation stack %s, which manages this group, as %s: otherwise its next deployment may undo it."
                                        .formatted(each, keys.get()))
                .orElseGet(
                        () ->
                                "If the group's shape is written in your infrastructure code, change it there too: %s."
                                        .formatted(keys.get()));
    }

    private Optional<String> stack() {
        return run.plan() instanceof Plan.Scale scale ? scale.stack() : Optional.empty();
    }

    /// As CloudFormation's `AWS::ElastiCache::ReplicationGroup` and Terraform's
    /// `aws_elasticache_replication_group` name them; empty where the counts are as they were.
    private static Optional<String> keys(Change change) {
        return switch (change) {
            case Change.AddReplicas it ->
                    Optional.of(
                            "ReplicaCount %d in NodeGroupConfiguration of shard %s (Terraform has one replicas_per_node_group for all shards: have it ignore changes)"
                                    .formatted(it.to(), it.shard()));
            case Change.AddReplicasToAll it ->
                    Optional.of(
                            "ReplicasPerNodeGroup %1$d (Terraform: replicas_per_node_group = %1$d)"
                                    .formatted(it.to()));
            case Change.AddShards it ->
                    Optional.of(
                            "NumNodeGroups %1$d (Terraform: num_node_groups = %1$d)"
                                    .formatted(it.to()));
            case Change.Rebalance _ -> Optional.empty();
            case Change.SwitchMode it ->
                    Optional.of(
                            "ClusterMode %1$s (Terraform: cluster_mode = \"%1$s\")"
                                    .formatted(it.to().word()));
            case Change.ChangeNodeType it ->
                    Optional.of(
                            "CacheNodeType %1$s (Terraform: node_type = \"%1$s\")"
                                    .formatted(it.to()));
        };
    }
}
