package headroom.infra.redshift;

import headroom.redshift.cluster.ConfirmResized;
import headroom.redshift.cluster.ConfirmSnapshot;
import headroom.redshift.cluster.ConfirmWritable;
import headroom.redshift.cluster.RemovePrecopy;
import headroom.redshift.cluster.ResizeCluster;
import headroom.redshift.cluster.TakeSnapshot;
import headroom.redshift.plan.PlanResize;
import headroom.redshift.replication.ConfirmPaused;
import headroom.redshift.replication.ConfirmResumed;
import headroom.redshift.replication.ForgetTasks;
import headroom.redshift.replication.PauseReplication;
import headroom.redshift.replication.ResumeReplication;
import headroom.redshift.report.ComposeReport;
import headroom.redshift.trigger.StartResize;
import headroom.redshift.watch.Watch;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where a rule of cdk-nag asks for something that would do harm here, or nothing, and why.
///
/// A row answers one rule at one resource, and of a wildcard each resource that is named with it;
/// the same right elsewhere is a finding again.
///
/// @param resource the path below the stack
/// @param rule the rule's id
/// @param findings which of the rule's findings; none stands for a rule that has but one
record Suppression(String resource, String rule, String reason, List<String> findings) {
    private static final String WILDCARD = "AwsSolutions-IAM5";
    private static final String ANYTHING = "Resource::*";
    private static final String HERE = "<AWS::Region>:<AWS::AccountId>:";

    private static final String NOTHING_NARROWER =
            "The service knows no resource for this read, or not in every partition; see"
                    + " RedshiftStatements and WatchSchedule.";
    private static final String ANY_TASK =
            "Which tasks write to the cluster is known only when a run looks, and a task's ARN"
                    + " holds nothing of its endpoint.";

    private static final List<Class<?>> STEPS =
            List.of(
                    PlanResize.class,
                    PauseReplication.class,
                    ConfirmPaused.class,
                    TakeSnapshot.class,
                    ConfirmSnapshot.class,
                    RemovePrecopy.class,
                    ResizeCluster.class,
                    ConfirmResized.class,
                    ConfirmWritable.class,
                    ResumeReplication.class,
                    ConfirmResumed.class,
                    ForgetTasks.class,
                    ComposeReport.class);

    private static final Set<Class<?>> LOOK_AT_NOTHING =
            Set.of(RemovePrecopy.class, ForgetTasks.class);

    /// All of them, for a cluster named analytics.
    static List<Suppression> all() {
        return Stream.of(wildcards(), ofStateMachine(), ofQueue(), ofFunctions())
                .flatMap(List::stream)
                .toList();
    }

    static void in(RedshiftStack stack) {
        all().forEach(each -> each.add(stack));
    }

    private void add(RedshiftStack stack) {
        var suppression = NagPackSuppression.builder().id(rule).reason(reason);
        NagSuppressions.addResourceSuppressionsByPath(
                stack,
                "/" + stack.getStackName() + "/" + resource,
                List.of(
                        findings.isEmpty()
                                ? suppression.build()
                                : suppression.appliesTo(findings).build()));
    }

    private static List<Suppression> wildcards() {
        String tasks = "Resource::arn:<AWS::Partition>:dms:" + HERE + "task:*";
        String serverless = "Resource::arn:<AWS::Partition>:dms:" + HERE + "replication-config:*";
        String snapshots =
                "Resource::arn:<AWS::Partition>:redshift:" + HERE + "snapshot:analytics/headroom-";
        String named = "A snapshot is named after its run; the prefix is this cluster's.";
        String executions =
                "Resource::arn:<AWS::Partition>:states:"
                        + HERE
                        + "execution:<StateMachine2E01A3A5.Name>:*";
        Stream<Suppression> reads =
                Stream.concat(
                                STEPS.stream().filter(each -> !LOOK_AT_NOTHING.contains(each)),
                                Stream.of(Watch.class))
                        .map(each -> wildcard(each, NOTHING_NARROWER, ANYTHING));
        Stream<Suppression> acts =
                Stream.of(
                        wildcard(PlanResize.class, ANY_TASK, tasks, serverless),
                        wildcard(PauseReplication.class, ANY_TASK, tasks, serverless),
                        wildcard(ResumeReplication.class, ANY_TASK, tasks, serverless),
                        wildcard(
                                TakeSnapshot.class,
                                named,
                                snapshots + "precopy-analytics-*",
                                snapshots + "analytics-*"),
                        wildcard(RemovePrecopy.class, named, snapshots + "precopy-analytics-*"),
                        wildcard(
                                Watch.class,
                                "The run that holds the lease, of this state machine alone.",
                                executions));
        return Stream.concat(reads, acts).toList();
    }

    private static Suppression wildcard(Class<?> function, String reason, String... findings) {
        return new Suppression(
                function.getSimpleName() + "Role/DefaultPolicy/Resource",
                WILDCARD,
                reason,
                List.of(findings));
    }

    private static List<Suppression> ofStateMachine() {
        String noTrace =
                "A run polls for hours, a classic resize for days: a trace ends before it does."
                        + " Each state's times stand in the execution's history and in its log.";
        return List.of(
                new Suppression(
                        "StateMachine/Role/DefaultPolicy/Resource",
                        WILDCARD,
                        "CloudWatch Logs knows no narrower right to deliver a service's logs.",
                        List.of(ANYTHING)),
                new Suppression("StateMachine/Resource", "AwsSolutions-SF2", noTrace, List.of()),
                new Suppression(
                        "StateMachine/Resource",
                        "Serverless-StepFunctionStateMachineXray",
                        noTrace,
                        List.of()));
    }

    private static List<Suppression> ofQueue() {
        String end = "It is where undelivered events end; a queue behind it would end likewise.";
        return Stream.of("AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy")
                .map(rule -> new Suppression("DeadLetterQueue/Resource", rule, end, List.of()))
                .toList();
    }

    private static List<Suppression> ofFunctions() {
        List<Class<?>> woken = List.of(StartResize.class, Watch.class);
        String noQueue = "Serverless-LambdaDLQ";
        String waited =
                "Step Functions waits for its answer, so no event of it is ever left behind.";
        String destination =
                "Its alias has a failure destination, which gets the error along with the event.";
        String noTrace = "Serverless-LambdaTracing";
        String logged =
                "It calls no other function, and logs what it did; a trace needs a right on every"
                        + " resource.";
        return Stream.of(
                        each(STEPS, noQueue, waited),
                        each(woken, noQueue, destination),
                        each(STEPS, noTrace, logged),
                        each(woken, noTrace, logged))
                .flatMap(all -> all)
                .toList();
    }

    private static Stream<Suppression> each(List<Class<?>> functions, String rule, String reason) {
        return functions.stream()
                .map(each -> each.getSimpleName() + "/Resource")
                .map(resource -> new Suppression(resource, rule, reason, List.of()));
    }
}
