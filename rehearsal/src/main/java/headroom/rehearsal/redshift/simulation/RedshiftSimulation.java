package headroom.rehearsal.redshift.simulation;

import headroom.rehearsal.simulation.Deployment;
import headroom.rehearsal.simulation.EventJournal;
import headroom.rehearsal.simulation.Outside;
import headroom.rehearsal.simulation.WatchSchedule;




import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.redshift.Settings;
import headroom.rehearsal.aws.AlarmTopic;
import headroom.rehearsal.redshift.aws.Disk;
import headroom.rehearsal.aws.OperatorsTopic;
import headroom.rehearsal.aws.RequestsTopic;
import headroom.rehearsal.redshift.aws.SimulatedCloudWatch;
import headroom.rehearsal.redshift.aws.SimulatedDms;
import headroom.rehearsal.aws.SimulatedDynamoDb;
import headroom.rehearsal.aws.SimulatedEventBridge;
import headroom.rehearsal.aws.SimulatedLambda;
import headroom.rehearsal.redshift.aws.SimulatedRedshift;
import headroom.rehearsal.aws.SimulatedStepFunctions;
import headroom.rehearsal.aws.SimulatedSts;
import headroom.rehearsal.redshift.aws.SimulatedTask;
import headroom.rehearsal.faults.Faults;
import headroom.rehearsal.faults.FaultyClient;
import headroom.rehearsal.faults.FaultyResource;
import headroom.rehearsal.faults.InvocationTimer;
import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.journal.Peaks;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Machine;
import headroom.rehearsal.states.Resource;
import headroom.rehearsal.time.Scheduler;
import headroom.trigger.StartResize;
import headroom.watch.Watch;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// Headroom as it is deployed for one cluster: the real handlers and the real state machine, over
/// simulated AWS.
public final class RedshiftSimulation {
    private static final Instant START = Instant.parse("2026-11-22T04:00:00Z");

    private static final double NODE_CAPACITY = SimulatedRedshift.NODE_CAPACITY;

    private final Scheduler scheduler = new Scheduler(START);
    private final Journal journal = new Journal(scheduler);
    private final OperatorsTopic operators = new OperatorsTopic(journal);
    private final SimulatedDynamoDb dynamoDb = new SimulatedDynamoDb(journal);
    private final Settings settings;
    private final Faults faults;
    private final InvocationTimer timer;
    private final Disk disk;
    private final SimulatedRedshift redshift;
    private final SimulatedDms dms;
    private final SimulatedCloudWatch cloudWatch;
    private final SimulatedStepFunctions stepFunctions;
    private final AlarmTopic topic;
    private final SimulatedLambda lambda;
    private final EventJournal events;
    private final SimulatedEventBridge rule;
    private final Outside outside;
    private final Actors people;
    private final WatchSchedule schedule;

    public RedshiftSimulation(Setup setup) {
        settings = setup.settings();
        faults = new Faults(setup.faults(), journal);
        timer = new InvocationTimer(scheduler, journal, faults);
        double used = setup.diskPercent() / 100 * setup.nodes() * NODE_CAPACITY;
        List<SimulatedTask> tasks = setup.tasks().get();
        disk = Disk.writtenBy(tasks.size(), scheduler, used);
        redshift =
                new SimulatedRedshift(
                        settings.cluster(),
                        setup.nodes(),
                        disk,
                        setup.redshift(),
                        faults,
                        scheduler,
                        journal);
        dms =
                new SimulatedDms(
                        tasks,
                        setup.dmsQuota(),
                        Duration.ofHours(setup.sourceLogHours()),
                        disk,
                        faults,
                        scheduler,
                        journal);
        cloudWatch =
                new SimulatedCloudWatch(
                        redshift,
                        dms::tasks,
                        settings.cluster(),
                        settings.policy(),
                        this::publish,
                        scheduler,
                        journal);
        Deployment deployment = new Deployment(settings.cluster(), handlers());
        lambda =
                new SimulatedLambda(
                        setup.sabotage().replace(deployment.functions(), this),
                        faults,
                        timer,
                        scheduler,
                        journal);
        events = new EventJournal(journal, state -> people().entered(state));
        Machine machine =
                new Machine(
                                deployment.stateMachineArn(),
                                deployment.definition(setup.sabotage().definition()),
                                deployment.resources(lambda, dynamoDb, operators, this::struck),
                                scheduler,
                                events)
                        .with(setup.branchError());
        stepFunctions = new SimulatedStepFunctions(machine);
        topic =
                new AlarmTopic(
                        new StartResize(
                                struck(stepFunctions, SfnClient.class),
                                () -> struck(dynamoDb, DynamoDbClient.class),
                                settings,
                                deployment.neighbours(cloudWatch)),
                        faults,
                        scheduler,
                        journal);
        rule = Outside.rule(deployment, journal);
        outside = outside(deployment, setup.sourceLogHours());
        people = new Actors(this);
        people.begin();
        cloudWatch.begin();
        schedule = new WatchSchedule(rule, lambda, scheduler);
        schedule.begin(watch(deployment));
    }

    private Outside outside(Deployment deployment, int sourceLogHours) {
        return new Outside(
                struck(Outside.stacks(deployment, sourceLogHours), CloudFormationClient.class),
                struck(stepFunctions, SfnClient.class),
                struck(dynamoDb, DynamoDbClient.class),
                struck(cloudWatch, CloudWatchClient.class),
                struck(rule, EventBridgeClient.class),
                struck(new RequestsTopic(Deployment.REQUESTS, this::publish), SnsClient.class),
                struck(new SimulatedSts(), StsClient.class));
    }

    private Watch watch(Deployment deployment) {
        Watch.Clients clients =
                new Watch.Clients(
                        struck(dynamoDb, DynamoDbClient.class),
                        struck(stepFunctions, SfnClient.class),
                        struck(cloudWatch, CloudWatchClient.class),
                        () -> struck(redshift, RedshiftClient.class),
                        () -> struck(dms, DatabaseMigrationClient.class),
                        struck(operators, SnsClient.class));
        return new Watch(
                clients,
                settings,
                deployment.surroundings(cloudWatch),
                scheduler.clock(),
                journal::measured);
    }

    private List<RequestStreamHandler> handlers() {
        return new Handlers(
                        struck(redshift, RedshiftClient.class),
                        struck(dms, DatabaseMigrationClient.class),
                        struck(cloudWatch, CloudWatchClient.class),
                        settings,
                        scheduler.clock(),
                        journal::measured)
                .all();
    }

    private <C extends SdkClient> C struck(C real, Class<C> type) {
        return FaultyClient.around(real, type, faults, scheduler, timer);
    }

    private Resource struck(Function<@Nullable Object, String> place, Resource real) {
        return new FaultyResource(place, real, faults, scheduler, journal);
    }

    /// Ends the schedule of the watch.
    public void startNothingMore() {
        schedule.end();
    }

    /// Publishes on the alarm's topic, as CloudWatch or a person does.
    public void publish(String message) {
        topic.publish(message);
    }

    /// What a person does in the console: starts an execution, with a JSON input.
    public void startByHand(String name, String input) {
        journal.note(Kind.SCENARIO, "a person", "starts an execution");
        String run = executions().getFirst().arn();
        String machine = headroom.run.Execution.of(run).stateMachineArn();
        stepFunctions.startExecution(
                request -> request.stateMachineArn(machine).name(name).input(input));
    }

    /// The same: stops every execution that runs.
    public void abortAll() {
        journal.note(Kind.SCENARIO, "a person", "aborts the execution");
        executions().forEach(each -> each.abort("Aborted", "by a person"));
    }

    /// From now on the source writes so many times as much.
    public void flood(double times) {
        journal.note(Kind.SCENARIO, "the source", "writes more");
        disk.flood(times);
    }

    public Outside outside() {
        return outside;
    }

    public AlarmTopic topic() {
        return topic;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public Journal journal() {
        return journal;
    }

    public Faults faults() {
        return faults;
    }

    Disk disk() {
        return disk;
    }

    public Settings settings() {
        return settings;
    }

    public SimulatedRedshift redshift() {
        return redshift;
    }

    public SimulatedDms dms() {
        return dms;
    }

    /// The lease's attributes; empty if it was never taken.
    public Map<String, String> lease() {
        return dynamoDb.item(Deployment.leaseKey(settings.cluster()));
    }

    /// A person changes the lease by hand.
    public void editLease(Consumer<Map<String, String>> change) {
        dynamoDb.edit(Deployment.leaseKey(settings.cluster()), change);
    }

    public SimulatedLambda lambda() {
        return lambda;
    }

    public SimulatedDynamoDb dynamoDb() {
        return dynamoDb;
    }

    /// How large what the states asked of their tasks was, in bytes.
    public Peaks<Integer> asked() {
        return events.asked();
    }

    private Actors people() {
        return people;
    }

    public OperatorsTopic operators() {
        return operators;
    }

    public List<Execution> executions() {
        return stepFunctions.executions();
    }
}
