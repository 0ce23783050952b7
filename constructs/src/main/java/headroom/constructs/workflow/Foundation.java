package headroom.constructs.workflow;

import headroom.configuration.Hosting;
import headroom.configuration.StackOutput;
import headroom.run.ResourceNames;
import headroom.run.StackEnvironment;
import headroom.run.WatchTimes;
import headroom.settings.Switch;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Subscription;
import software.amazon.awscdk.services.sns.SubscriptionProtocol;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the installation for any resource has: topics, a lease and a queue, a state machine and
/// what starts it, and the outputs by which people find them all.
public final class Foundation {
    private final Construct scope;
    private final ResourceNames names;
    private final DeadLetterQueue deadLetterQueue;
    private final ITopic operators;
    private final Topic requests;
    private final Lease lease;
    private final Functions functions;
    private final Encryption encryption;
    private final Logs logs;
    private final List<PolicyStatement> useKeys;
    private final Switch events;

    /// What an installation is for.
    ///
    /// @param requests what is asked for on its topic, for people
    /// @param settings what its functions are told
    /// @param operatorsEmails where reports are sent, besides the operators' topic
    public record Purpose(
            ResourceNames names,
            String requests,
            Map<String, String> settings,
            Hosting hosting,
            List<String> operatorsEmails) {}

    /// What starts the state machine.
    ///
    /// @param sight what the watch may look at
    /// @param beside the installation's other state machine, which they start as well; empty if
    ///   there is none
    public record Starters(
            Class<?> trigger,
            Class<?> watch,
            WatchTimes times,
            List<PolicyStatement> sight,
            Optional<Beside> beside) {
        public Starters(
                Class<?> trigger, Class<?> watch, WatchTimes times, List<PolicyStatement> sight) {
            this(trigger, watch, times, sight, Optional.empty());
        }
    }

    /// A state machine beside the one that the stack is about.
    ///
    /// @param id of the construct that holds it
    /// @param name its own
    /// @param leaseKey of its lease in the same table
    public record Beside(String id, String name, String leaseKey) {}

    /// What was made of them.
    ///
    /// @param watch its errors somebody should watch in turn
    public record Running(StateMachine stateMachine, IFunction watch, Queue deadLetterQueue) {}

    public Foundation(Construct scope, Purpose purpose, Surroundings surroundings) {
        this.scope = scope;
        names = purpose.names();
        encryption = surroundings.encryption();
        logs = new Logs(surroundings.logRetention(), encryption);
        useKeys = surroundings.useKeys();
        surroundings.bound(scope);
        deadLetterQueue = DeadLetterQueue.in(scope, encryption);
        operators =
                surroundings
                        .operatorsTopic()
                        .orElseGet(() -> topic("Operators", "Headroom " + names.name()));
        boolean isOurs = surroundings.operatorsTopic().isEmpty();
        purpose.operatorsEmails().forEach(each -> subscribe(each, isOurs));
        requests = topic("Requests", purpose.requests());
        lease = Lease.in(scope, names.leaseKey(), encryption);
        events = purpose.hosting().events();
        functions = new Functions(scope, names, purpose.settings(), purpose.hosting(), logs);
    }

    private Topic topic(String id, String displayName) {
        Topic topic = AccountTopic.in(scope, id, displayName, encryption);
        AccountTopic.takesAlarms(topic);
        return topic;
    }

    /// Of the owner's topic the subscription is made here, where the queue is: the topic's stack
    /// would need ours, which needs the topic's.
    private void subscribe(String address, boolean isOurs) {
        if (isOurs) {
            operators.addSubscription(
                    EmailSubscription.Builder.create(address)
                            .deadLetterQueue(deadLetterQueue.queue())
                            .build());
        } else {
            Subscription.Builder.create(scope, address)
                    .topic(operators)
                    .protocol(SubscriptionProtocol.EMAIL)
                    .endpoint(address)
                    .deadLetterQueue(deadLetterQueue.queue())
                    .build();
        }
    }

    /// Reports and warnings are published here.
    public ITopic operators() {
        return operators;
    }

    /// What is published here starts a run.
    public Topic requests() {
        return requests;
    }

    public Functions functions() {
        return functions;
    }

    /// Makes the state machine. Its definition may name the lease of the other one as well, as
    /// `ClusterLeaseKey`.
    public StateMachine run(Beside beside, Workflow.Steps steps) {
        return new Workflow(
                        beside.name(),
                        steps.with("ClusterLeaseKey", lease).with(useKeys),
                        lease.beside(beside.leaseKey()),
                        operators,
                        requests,
                        logs,
                        events)
                .in(new Construct(scope, beside.id()));
    }

    private PolicyStatement start(Beside beside) {
        return Allow.to(
                "states:StartExecution",
                Allow.arn(Stack.of(scope), "states", "stateMachine", beside.name()));
    }

    /// What the watch needs to start it, and to see how its runs are.
    private List<PolicyStatement> watch(Beside beside) {
        return List.of(
                start(beside),
                Allow.to(
                        "states:DescribeExecution",
                        Allow.arn(Stack.of(scope), "states", "execution", beside.name() + ":*")),
                lease.beside(beside.leaseKey()).read());
    }

    public Running run(Workflow.Steps steps, Starters starters) {
        encryption.letServicesUseIt(
                scope,
                Stream.concat(
                        Stream.of(
                                names.functionLogs() + "*", Workflow.logsOf(names.stateMachine())),
                        starters.beside().map(each -> Workflow.logsOf(each.name())).stream()));
        StateMachine stateMachine =
                new Workflow(
                                names.stateMachine(),
                                steps.with(useKeys),
                                lease,
                                operators,
                                requests,
                                logs,
                                events)
                        .in(scope);
        var environment =
                new StackEnvironment(
                        stateMachine.getStateMachineArn(),
                        lease.table().getTableName(),
                        lease.key(),
                        operators.getTopicArn());
        Trigger.create(
                functions,
                starters.trigger(),
                environment.variables(),
                requests,
                stateMachine,
                Stream.concat(starters.beside().map(this::start).stream(), useKeys.stream())
                        .toList(),
                lease,
                deadLetterQueue);
        WatchSchedule.Created watch =
                new WatchSchedule(
                                starters.times(),
                                stateMachine,
                                lease,
                                environment,
                                Stream.of(
                                                starters.sight(),
                                                starters.beside()
                                                        .map(this::watch)
                                                        .orElseGet(List::of),
                                                useKeys)
                                        .flatMap(List::stream)
                                        .toList(),
                                operators,
                                deadLetterQueue)
                        .create(scope, functions, starters.watch());
        outputs(stateMachine, watch.rule());
        return new Running(stateMachine, watch.function(), deadLetterQueue.queue());
    }

    private void outputs(StateMachine stateMachine, String rule) {
        output("StateMachineArn", "Carries out the runs", stateMachine.getStateMachineArn());
        output(
                StackOutput.OPERATORS_TOPIC.key(),
                "Reports are published here",
                operators.getTopicArn());
        output("TopicArn", "What is published here starts a run", requests.getTopicArn());
        output("LeaseTable", "Who is at work, and what it has begun", lease.table().getTableName());
        output(
                "DeadLetterQueueUrl",
                "What did not arrive waits here",
                deadLetterQueue.queue().getQueueUrl());
        output("WatchRule", "Wakes the watch; disabled, it switches it off", rule);
        output(
                "FunctionLogGroups",
                "What the names of the functions' log groups begin with",
                names.functionLogs());
        output(
                "RunLogGroup",
                "Each state that a run has entered",
                Workflow.logsOf(names.stateMachine()));
    }

    /// The command that publishes a request.
    public String publish(String message) {
        return "aws sns publish --region %s --topic-arn %s --message %s"
                .formatted(Stack.of(scope).getRegion(), requests.getTopicArn(), message);
    }

    public void output(String id, String description, String value) {
        CfnOutput.Builder.create(scope, id).description(description).value(value).build();
    }
}
