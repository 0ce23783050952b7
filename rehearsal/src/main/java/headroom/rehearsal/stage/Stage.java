package headroom.rehearsal.stage;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.Settings;
import headroom.rehearsal.aws.AlarmTopic;
import headroom.rehearsal.aws.Disk;
import headroom.rehearsal.aws.OperatorsTopic;
import headroom.rehearsal.aws.SimulatedCloudWatch;
import headroom.rehearsal.aws.SimulatedDms;
import headroom.rehearsal.aws.SimulatedDynamoDb;
import headroom.rehearsal.aws.SimulatedLambda;
import headroom.rehearsal.aws.SimulatedRedshift;
import headroom.rehearsal.aws.SimulatedStepFunctions;
import headroom.rehearsal.aws.SimulatedTask;
import headroom.rehearsal.faults.Faults;
import headroom.rehearsal.faults.FaultyClient;
import headroom.rehearsal.faults.FaultyResource;
import headroom.rehearsal.faults.Meter;
import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.journal.Peaks;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Machine;
import headroom.rehearsal.states.Resource;
import headroom.rehearsal.time.Agenda;
import headroom.trigger.StartResize;
import headroom.watch.Surroundings;
import headroom.watch.Watch;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// Headroom as it is deployed for one cluster: the real handlers and the real state machine, over
/// simulated AWS.
public final class Stage {
    private static final Instant START = Instant.parse("2026-11-22T04:00:00Z");

    /// Of one task, as long as there are not very many.
    private static final double MEGABYTES_PER_SECOND = 120;

    /// Of all together: the source is one.
    private static final double MOST_MEGABYTES_PER_SECOND = 1_200;

    private static final double NODE_CAPACITY = SimulatedRedshift.NODE_CAPACITY;

    private final Agenda agenda = new Agenda(START);
    private final Journal journal = new Journal(agenda);
    private final OperatorsTopic operators = new OperatorsTopic(journal);
    private final SimulatedDynamoDb dynamoDb = new SimulatedDynamoDb(journal);
    private final Settings settings;
    private final Faults faults;
    private final Meter meter;
    private final Disk disk;
    private final SimulatedRedshift redshift;
    private final SimulatedDms dms;
    private final SimulatedCloudWatch cloudWatch;
    private final SimulatedStepFunctions stepFunctions;
    private final AlarmTopic topic;
    private final SimulatedLambda lambda;
    private final EventJournal events;
    private final People people;
    private final Schedule schedule;

    public Stage(Scene scene) {
        settings = scene.settings();
        faults = new Faults(scene.faults(), journal);
        meter = new Meter(agenda, journal, faults);
        double used = scene.diskPercent() / 100 * scene.nodes() * NODE_CAPACITY;
        List<SimulatedTask> tasks = scene.tasks().get();
        double flow =
                Math.min(
                        MEGABYTES_PER_SECOND,
                        MOST_MEGABYTES_PER_SECOND / Math.max(1, tasks.size()));
        disk = new Disk(agenda, used, flow);
        redshift =
                new SimulatedRedshift(
                        settings.cluster(),
                        scene.nodes(),
                        disk,
                        scene.redshift(),
                        faults,
                        agenda,
                        journal);
        dms =
                new SimulatedDms(
                        tasks,
                        scene.dmsQuota(),
                        Duration.ofHours(scene.sourceLogHours()),
                        disk,
                        faults,
                        agenda,
                        journal);
        cloudWatch =
                new SimulatedCloudWatch(
                        redshift,
                        dms::tasks,
                        settings.cluster(),
                        settings.policy(),
                        this::publish,
                        agenda,
                        journal);
        Deployment deployment = new Deployment(settings.cluster(), handlers());
        lambda =
                new SimulatedLambda(
                        scene.sabotage().replace(deployment.functions(), this),
                        faults,
                        meter,
                        agenda,
                        journal);
        events = new EventJournal(journal, state -> people().entered(state));
        Machine machine =
                new Machine(
                                deployment.stateMachineArn(),
                                deployment.definition(scene.sabotage().definition()),
                                deployment.resources(lambda, dynamoDb, operators, this::struck),
                                agenda,
                                events)
                        .with(scene.branchError());
        stepFunctions = new SimulatedStepFunctions(machine);
        topic =
                new AlarmTopic(
                        new StartResize(
                                struck(stepFunctions, SfnClient.class),
                                () -> struck(dynamoDb, DynamoDbClient.class),
                                settings,
                                deployment.neighbours(cloudWatch)),
                        faults,
                        agenda,
                        journal);
        people = new People(this);
        people.begin();
        cloudWatch.begin();
        schedule = new Schedule(watch(machine.arn()), lambda, agenda);
        schedule.begin();
    }

    private Watch watch(String stateMachine) {
        Watch.Clients clients =
                new Watch.Clients(
                        struck(dynamoDb, DynamoDbClient.class),
                        struck(stepFunctions, SfnClient.class),
                        struck(cloudWatch, CloudWatchClient.class),
                        () -> struck(redshift, RedshiftClient.class),
                        () -> struck(dms, DatabaseMigrationClient.class),
                        struck(operators, SnsClient.class));
        Surroundings surroundings =
                new Surroundings(
                        stateMachine,
                        "headroom-" + settings.cluster(),
                        Deployment.leaseKey(settings.cluster()),
                        cloudWatch.alarmName(),
                        cloudWatch.criticalAlarmName(),
                        "arn:aws:sns:eu-west-1:111122223333:operators");
        return new Watch(clients, settings, surroundings, agenda.clock(), journal::measured);
    }

    private List<RequestStreamHandler> handlers() {
        return new Handlers(
                        struck(redshift, RedshiftClient.class),
                        struck(dms, DatabaseMigrationClient.class),
                        struck(cloudWatch, CloudWatchClient.class),
                        settings,
                        agenda.clock(),
                        journal::measured)
                .all();
    }

    private <C extends SdkClient> C struck(C real, Class<C> type) {
        return FaultyClient.around(real, type, faults, agenda, meter);
    }

    private Resource struck(Function<@Nullable Object, String> place, Resource real) {
        return new FaultyResource(place, real, faults, agenda, journal);
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
        journal.note(Kind.STORY, "a person", "starts an execution");
        String run = executions().getFirst().arn();
        String machine = headroom.report.Execution.of(run).stateMachineArn();
        stepFunctions.startExecution(
                request -> request.stateMachineArn(machine).name(name).input(input));
    }

    /// The same: stops every execution that runs.
    public void abortAll() {
        journal.note(Kind.STORY, "a person", "aborts the execution");
        executions().forEach(each -> each.abort("Aborted", "by a person"));
    }

    /// From now on the source writes so many times as much.
    public void flood(double times) {
        journal.note(Kind.STORY, "the source", "writes more");
        disk.flood(times);
    }

    public AlarmTopic topic() {
        return topic;
    }

    public Agenda agenda() {
        return agenda;
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

    private People people() {
        return people;
    }

    public OperatorsTopic operators() {
        return operators;
    }

    public List<Execution> executions() {
        return stepFunctions.executions();
    }
}
