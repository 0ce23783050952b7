package headroom.infra.redshift;

import headroom.configuration.ClusterConfiguration;
import headroom.infra.workflow.AccountTopic;
import headroom.infra.workflow.Artifacts;
import headroom.infra.workflow.DeadLetterQueue;
import headroom.infra.workflow.Functions;
import headroom.infra.workflow.Lease;
import headroom.infra.workflow.Trigger;
import headroom.infra.workflow.WatchSchedule;
import headroom.infra.workflow.Workflow;
import headroom.redshift.ClusterWatch;
import headroom.redshift.trigger.StartResize;
import headroom.redshift.watch.Watch;
import headroom.run.StackEnvironment;

import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.stepfunctions.StateMachine;

import java.util.List;

/// All that one Redshift cluster gets.
public final class RedshiftStack extends Stack {
    public RedshiftStack(App app, ClusterConfiguration configuration, Artifacts artifacts) {
        super(
                app,
                configuration.names().stack(),
                StackProps.builder()
                        .description("Headroom for the Redshift cluster " + configuration.cluster())
                        .build());
        DeadLetterQueue deadLetterQueue = DeadLetterQueue.in(this);
        Topic operators = operators(configuration, deadLetterQueue);
        Topic requests = AccountTopic.in(this, "Requests", "Resize requests");
        AccountTopic.takesAlarms(requests);
        DiskAlarms alarms = DiskAlarms.in(this, configuration, requests, operators);
        Lease lease = Lease.in(this, configuration.names().leaseKey());
        output(
                "SourceLogRetentionHours",
                "For how long the source keeps its log, by the settings",
                Integer.toString(configuration.settings().sourceLogRetentionHours()));

        String cluster = configuration.cluster();
        var functions =
                new Functions(
                        this,
                        configuration.names().all(),
                        artifacts,
                        configuration.settings().environment(),
                        configuration.hosting());
        var may = new RedshiftStatements(this, cluster);
        StateMachine stateMachine =
                new Workflow(
                                configuration.names().all().stateMachine(),
                                artifacts.definitions().resolve("redshift-resize.asl.json"),
                                lease,
                                operators,
                                requests,
                                new StepRights(may).create(functions))
                        .in(this);
        StackEnvironment environment = environment(stateMachine, lease, operators);
        Trigger.create(
                functions,
                StartResize.class,
                environment.variables(),
                requests,
                stateMachine,
                lease,
                deadLetterQueue);
        WatchSchedule.Created watch =
                new WatchSchedule(
                                ClusterWatch.TIMES,
                                stateMachine,
                                lease,
                                environment,
                                List.of(
                                        may.seeDisk(),
                                        may.seeCluster(),
                                        may.seeTasks(),
                                        may.seeServerless(),
                                        may.findLatencies(),
                                        may.seeLatencies()),
                                operators,
                                deadLetterQueue)
                        .create(functions, Watch.class);
        new Monitoring(
                        configuration,
                        alarms,
                        stateMachine,
                        deadLetterQueue.queue(),
                        watch.function())
                .in(this, operators);
        outputs(stateMachine, operators, requests);
        output("LeaseTable", "Who is at work, and what was stopped", lease.table().getTableName());
        output(
                "DeadLetterQueueUrl",
                "What did not arrive waits here",
                deadLetterQueue.queue().getQueueUrl());
        output("WatchRule", "Wakes the watch; disabled, it switches it off", watch.rule());
        places(configuration);
    }

    private static StackEnvironment environment(
            StateMachine stateMachine, Lease lease, Topic operators) {
        return new StackEnvironment(
                stateMachine.getStateMachineArn(),
                lease.table().getTableName(),
                lease.key(),
                operators.getTopicArn());
    }

    private void outputs(StateMachine stateMachine, Topic operators, Topic requests) {
        output("StateMachineArn", "Carries out the runs", stateMachine.getStateMachineArn());
        output("OperatorsTopicArn", "Reports are published here", operators.getTopicArn());
        output("TopicArn", "What is published here starts a run", requests.getTopicArn());
        output(
                "PlanOnlyCommand",
                "Reports what a resize would do, and changes nothing",
                publish(requests, "'{\"dryRun\": true}'"));
        output("ResizeNowCommand", "Resizes, if the plan allows it", publish(requests, "now"));
    }

    /// What people look at, by the names that the console shows.
    private void places(ClusterConfiguration configuration) {
        output(
                "DashboardName",
                "Shows the disk, the runs, pauses and alarms",
                ClusterDashboard.name(configuration));
        output(
                "FunctionLogGroups",
                "What the names of the functions' log groups begin with",
                configuration.names().all().functionLogs());
        output(
                "RunLogGroup",
                "Each state that a run has entered",
                Workflow.logsOf(configuration.names().all().stateMachine()));
    }

    private Topic operators(ClusterConfiguration configuration, DeadLetterQueue deadLetterQueue) {
        Topic operators = AccountTopic.in(this, "Operators", "Headroom " + configuration.cluster());
        AccountTopic.takesAlarms(operators);
        configuration
                .operatorsEmail()
                .map(
                        address ->
                                EmailSubscription.Builder.create(address)
                                        .deadLetterQueue(deadLetterQueue.queue())
                                        .build())
                .ifPresent(operators::addSubscription);
        return operators;
    }

    private String publish(Topic topic, String message) {
        return "aws sns publish --region %s --topic-arn %s --message %s"
                .formatted(getRegion(), topic.getTopicArn(), message);
    }

    private void output(String id, String description, String value) {
        CfnOutput.Builder.create(this, id).description(description).value(value).build();
    }
}
