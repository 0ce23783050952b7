package headroom.infra.workflow;

import headroom.configuration.Hosting;
import headroom.run.ResourceNames;
import headroom.run.StackEnvironment;
import headroom.run.WatchTimes;
import headroom.settings.Switch;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the stack of any resource has: topics, a lease and a queue, a state machine and what starts
/// it, and the outputs by which people find them all.
public final class Foundation {
    private final Stack stack;
    private final ResourceNames names;
    private final DeadLetterQueue deadLetterQueue;
    private final Topic operators;
    private final Topic requests;
    private final Lease lease;
    private final Functions functions;
    private final Switch events;

    /// What a stack is for.
    ///
    /// @param description of the stack, for people
    /// @param requests what is asked for on its topic, for people
    /// @param settings what its functions are told
    /// @param operatorsEmail where reports are sent, besides the operators' topic
    public record Purpose(
            ResourceNames names,
            String description,
            String requests,
            Map<String, String> settings,
            Hosting hosting,
            Optional<String> operatorsEmail) {
        public StackProps properties() {
            return StackProps.builder().description(description).build();
        }
    }

    /// What starts the state machine.
    ///
    /// @param sight what the watch may look at
    /// @param beside the stack's other state machine, which they start as well; empty if there is
    ///   none
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

    public Foundation(Stack stack, Purpose purpose, Artifacts artifacts) {
        this.stack = stack;
        names = purpose.names();
        deadLetterQueue = DeadLetterQueue.in(stack);
        operators = topic("Operators", "Headroom " + names.name());
        purpose.operatorsEmail()
                .map(
                        address ->
                                EmailSubscription.Builder.create(address)
                                        .deadLetterQueue(deadLetterQueue.queue())
                                        .build())
                .ifPresent(operators::addSubscription);
        requests = topic("Requests", purpose.requests());
        lease = Lease.in(stack, names.leaseKey());
        events = purpose.hosting().events();
        functions = new Functions(stack, names, artifacts, purpose.settings(), purpose.hosting());
    }

    private Topic topic(String id, String displayName) {
        Topic topic = AccountTopic.in(stack, id, displayName);
        AccountTopic.takesAlarms(topic);
        return topic;
    }

    /// Reports and warnings are published here.
    public Topic operators() {
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
                        steps.with("ClusterLeaseKey", lease),
                        lease.beside(beside.leaseKey()),
                        operators,
                        requests,
                        events)
                .in(new Construct(stack, beside.id()));
    }

    private PolicyStatement start(Beside beside) {
        return Allow.to(
                "states:StartExecution", Allow.arn(stack, "states", "stateMachine", beside.name()));
    }

    /// What the watch needs to start it, and to see how its runs are.
    private List<PolicyStatement> watch(Beside beside) {
        return List.of(
                start(beside),
                Allow.to(
                        "states:DescribeExecution",
                        Allow.arn(stack, "states", "execution", beside.name() + ":*")),
                lease.beside(beside.leaseKey()).read());
    }

    public Running run(Workflow.Steps steps, Starters starters) {
        StateMachine stateMachine =
                new Workflow(names.stateMachine(), steps, lease, operators, requests, events)
                        .in(stack);
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
                starters.beside().map(this::start).stream().toList(),
                lease,
                deadLetterQueue);
        WatchSchedule.Created watch =
                new WatchSchedule(
                                starters.times(),
                                stateMachine,
                                lease,
                                environment,
                                Stream.concat(
                                                starters.sight().stream(),
                                                starters.beside().map(this::watch).stream()
                                                        .flatMap(List::stream))
                                        .toList(),
                                operators,
                                deadLetterQueue)
                        .create(functions, starters.watch());
        outputs(stateMachine, watch.rule());
        return new Running(stateMachine, watch.function(), deadLetterQueue.queue());
    }

    private void outputs(StateMachine stateMachine, String rule) {
        output("StateMachineArn", "Carries out the runs", stateMachine.getStateMachineArn());
        output("OperatorsTopicArn", "Reports are published here", operators.getTopicArn());
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
                .formatted(stack.getRegion(), requests.getTopicArn(), message);
    }

    public void output(String id, String description, String value) {
        CfnOutput.Builder.create(stack, id).description(description).value(value).build();
    }
}
