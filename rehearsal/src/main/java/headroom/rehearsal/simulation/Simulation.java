package headroom.rehearsal.simulation;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;

import headroom.rehearsal.aws.AlarmTopic;
import headroom.rehearsal.aws.EventBus;
import headroom.rehearsal.aws.OperatorsTopic;
import headroom.rehearsal.aws.SimulatedDynamoDb;
import headroom.rehearsal.aws.SimulatedEventBridge;
import headroom.rehearsal.aws.SimulatedLambda;
import headroom.rehearsal.aws.SimulatedStepFunctions;
import headroom.rehearsal.states.BranchError;
import headroom.rehearsal.states.Definition;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Machine;
import headroom.run.WatchTimes;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.journal.Peaks;
import headroom.simulated.time.Scheduler;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sfn.SfnClient;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Headroom as it is deployed for one resource: the real handlers and the real state machine, over
/// simulated AWS. Here is what every workflow has; each adds its own services and handlers.
public abstract class Simulation {
    private final Account account;
    private final Deployment deployment;
    private final SimulatedLambda lambda;
    private final EventJournal events;
    private final SimulatedStepFunctions stepFunctions;
    private final AlarmTopic topic;
    private final SimulatedEventBridge rule;
    private final WatchSchedule schedule;

    /// @param definition of the state machine
    /// @param trigger makes the function that starts runs from its client of Step Functions
    protected Simulation(
            Account account,
            Deployment deployment,
            Definition definition,
            BranchError branchError,
            Function<SfnClient, RequestHandler<SNSEvent, ?>> trigger) {
        this(account, deployment, definition, Map.of(), branchError, trigger);
    }

    /// @param beside the definitions of the stack's other state machines, by their ARNs
    protected Simulation(
            Account account,
            Deployment deployment,
            Definition definition,
            Map<String, Definition> beside,
            BranchError branchError,
            Function<SfnClient, RequestHandler<SNSEvent, ?>> trigger) {
        this.account = account;
        this.deployment = deployment;
        lambda =
                new SimulatedLambda(
                        account.faults(), account.timer(), account.scheduler(), account.journal());
        events = new EventJournal(account.journal());
        Map<String, Definition> definitions = new LinkedHashMap<>();
        definitions.put(deployment.stateMachineArn(), definition);
        definitions.putAll(beside);
        stepFunctions =
                new SimulatedStepFunctions(
                        definitions.entrySet().stream()
                                .map(
                                        each ->
                                                new Machine(
                                                                each.getKey(),
                                                                each.getValue(),
                                                                deployment.resources(
                                                                        lambda, account),
                                                                account.scheduler(),
                                                                events)
                                                        .with(branchError))
                                .toList());
        topic =
                new AlarmTopic(
                        trigger.apply(account.struck(stepFunctions, SfnClient.class)),
                        account.faults(),
                        account.scheduler(),
                        account.journal());
        rule = new SimulatedEventBridge(deployment.watchRule(), account.journal());
        schedule = new WatchSchedule(rule, lambda, account.scheduler());
    }

    /// Deploys the functions behind states, and begins to wake the watch.
    ///
    /// @param functions by their ARNs
    /// @param watch made from its client of Step Functions
    /// @param times when it is woken
    /// @param entered is told of each state that an execution enters
    protected final void begin(
            Map<String, RequestStreamHandler> functions,
            Function<SfnClient, RequestStreamHandler> watch,
            WatchTimes times,
            Consumer<String> entered) {
        lambda.deploy(functions);
        events.tell(entered);
        schedule.begin(watch.apply(account.struck(stepFunctions, SfnClient.class)), times.every());
    }

    /// @param outputs of the stack that only this workflow has
    protected final Outside outside(CloudWatchClient cloudWatch, Map<String, String> outputs) {
        return Outside.of(account, deployment, outputs, stepFunctions, cloudWatch, rule, topic);
    }

    /// How the resources stand that the workflow works on, by name: what a scenario tells of its
    /// ending.
    public abstract Map<String, Object> resources();

    /// What became of them since the scenario began, in rows for people.
    public abstract Map<String, String> changes();

    /// What there is to see now.
    public abstract Glance glance();

    /// What stands on the lease's record that somebody has to bring to an end; empty if nothing.
    public abstract Optional<String> owed();

    /// Whether anything else is left to the watch than what stands on the lease.
    public boolean hasMoreLeft() {
        return false;
    }

    /// One sentence for each service that throttled calls.
    public abstract List<String> throttled();

    /// The operations that are about one of many tasks, which a transcript counts.
    public abstract Set<String> taskCalls();

    /// What came of the scenario, as trials count it.
    public abstract String outcome();

    /// Ends the schedule of the watch, and what alarms have to say.
    public final void startNothingMore() {
        schedule.end();
        topic.end();
    }

    /// Until when the watch has looked at things: now, unless its schedule was ended before.
    public final Instant watchedUntil() {
        return schedule.endedAt().orElseGet(scheduler()::now);
    }

    /// The same, and after a while what is published reaches the trigger again.
    public final void startNothingFor(Duration time) {
        startNothingMore();
        scheduler().after(time, topic::begin);
    }

    /// Publishes on the alarm's topic, as CloudWatch or a person does.
    public final void publish(String message) {
        topic.publish(message);
    }

    /// What a person does in the console: starts an execution, with a JSON input.
    public final void startByHand(String name, String input) {
        journal().note(Kind.SCENARIO, "a person", "starts an execution");
        stepFunctions.startExecution(
                request ->
                        request.stateMachineArn(deployment.stateMachineArn())
                                .name(name)
                                .input(input));
    }

    /// The same: stops every execution that runs.
    public final void abortAll() {
        journal().note(Kind.SCENARIO, "a person", "aborts the execution");
        executions().forEach(each -> each.abort("Aborted", "by a person"));
    }

    /// The lease's attributes; empty if it was never taken.
    public final Map<String, String> lease() {
        return dynamoDb().item(deployment.leaseKey());
    }

    /// A person changes the lease by hand.
    public final void editLease(Consumer<Map<String, String>> change) {
        dynamoDb().edit(deployment.leaseKey(), change);
    }

    public final List<Execution> executions() {
        return stepFunctions.executions();
    }

    /// The execution of this name; empty if there is none.
    public final Optional<Execution> execution(String name) {
        return executions().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public final AlarmTopic topic() {
        return topic;
    }

    public final Scheduler scheduler() {
        return account.scheduler();
    }

    public final Journal journal() {
        return account.journal();
    }

    public final Faults faults() {
        return account.faults();
    }

    public final OperatorsTopic operators() {
        return account.operators();
    }

    public final EventBus events() {
        return account.events();
    }

    public final SimulatedDynamoDb dynamoDb() {
        return account.dynamoDb();
    }

    public final SimulatedLambda lambda() {
        return lambda;
    }

    /// What a function was given last as this field of its input; empty if none was.
    protected final Optional<Object> given(String field) {
        return events.given(field);
    }

    /// How large what the states asked of their tasks was, in bytes.
    public final Peaks<Integer> asked() {
        return events.asked();
    }
}
