package headroom.infra.redshift;

import headroom.infra.configuration.Configuration;
import headroom.infra.workflow.Artifacts;
import headroom.infra.workflow.Functions;
import headroom.infra.workflow.Lease;
import headroom.infra.workflow.OwnersTopic;
import headroom.infra.workflow.Trigger;
import headroom.infra.workflow.WatchSchedule;
import headroom.infra.workflow.Workflow;
import headroom.trigger.StartResize;

import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;

/// All that one Redshift cluster gets.
public final class RedshiftStack extends Stack {
    public RedshiftStack(App app, Configuration configuration, Artifacts artifacts) {
        super(
                app,
                configuration.name(),
                StackProps.builder()
                        .description("Headroom for the Redshift cluster " + configuration.cluster())
                        .build());
        Topic operators = operators(configuration);
        Topic requests = OwnersTopic.in(this, "Requests", "Resize requests");
        OwnersTopic.takesAlarms(requests);
        DiskAlarms alarms = DiskAlarms.in(this, configuration, requests, operators);
        Lease lease = Lease.in(this, configuration.leaseKey());

        String cluster = configuration.cluster();
        var functions =
                new Functions(this, cluster, artifacts, configuration.settings().environment());
        StateMachine stateMachine =
                new Workflow(
                                configuration.name(),
                                artifacts.definitions().resolve("redshift-resize.asl.json"),
                                lease,
                                operators,
                                requests,
                                new RedshiftSteps(new RedshiftRights(this, cluster))
                                        .create(functions))
                        .in(this);
        Queue undelivered =
                Trigger.create(
                        functions,
                        StartResize.class,
                        StartResize.STATE_MACHINE_ARN,
                        requests,
                        stateMachine);
        Function watch =
                new WatchSchedule(stateMachine, lease, alarms.full(), alarms.critical(), operators)
                        .create(functions);
        new Monitoring(configuration, alarms, stateMachine, undelivered, watch).in(this, operators);

        output("StateMachineArn", "Carries out the runs", stateMachine.getStateMachineArn());
        output("OperatorsTopicArn", "Reports are published here", operators.getTopicArn());
        output("TopicArn", "What is published here starts a run", requests.getTopicArn());
        output(
                "PlanOnlyCommand",
                "Reports what a resize would do, and changes nothing",
                publish(requests, "'{\"dryRun\": true}'"));
        output("ResizeNowCommand", "Resizes, if the plan allows it", publish(requests, "now"));
    }

    private Topic operators(Configuration configuration) {
        Topic operators = OwnersTopic.in(this, "Operators", "Headroom " + configuration.cluster());
        OwnersTopic.takesAlarms(operators);
        configuration
                .operatorsEmail()
                .map(EmailSubscription::new)
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
