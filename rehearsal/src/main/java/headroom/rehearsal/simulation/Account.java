package headroom.rehearsal.simulation;

import headroom.rehearsal.aws.EventBus;
import headroom.rehearsal.aws.FaultyResource;
import headroom.rehearsal.aws.OperatorsTopic;
import headroom.rehearsal.aws.SimulatedDynamoDb;
import headroom.rehearsal.states.Resource;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.faults.Faults;
import headroom.simulated.faults.FaultyClient;
import headroom.simulated.faults.InvocationTimer;
import headroom.simulated.journal.Journal;
import headroom.simulated.time.Scheduler;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkClient;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// An account of AWS before anything is deployed: its time, what is written down of it, what upsets
/// it, and the table, topic and bus that each workflow has.
public final class Account {
    private static final Instant START = Instant.parse("2026-11-22T04:00:00Z");

    private final Scheduler scheduler = new Scheduler(START);
    private final Journal journal = new Journal(scheduler);
    private final OperatorsTopic operators = new OperatorsTopic(journal);
    private final EventBus events = new EventBus(journal);
    private final SimulatedDynamoDb dynamoDb = new SimulatedDynamoDb(journal);
    private final FaultKinds kinds;
    private final Faults faults;
    private final InvocationTimer timer;

    /// @param kinds what can happen
    /// @param planned what happens
    public Account(FaultKinds kinds, List<Fault> planned) {
        this.kinds = kinds;
        faults = new Faults(planned, journal);
        timer = new InvocationTimer(scheduler, journal, faults);
    }

    /// The client as it is called by Headroom and by people: each call takes its time, and may be
    /// struck by a fault.
    public <C extends SdkClient> C struck(C real, Class<C> type) {
        return FaultyClient.around(real, type, kinds, faults, scheduler, timer);
    }

    /// @param place of a call in a scenario, by what it asks
    Resource struck(Function<@Nullable Object, String> place, Resource real) {
        return new FaultyResource(place, real, faults, scheduler, journal);
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

    public OperatorsTopic operators() {
        return operators;
    }

    public EventBus events() {
        return events;
    }

    public SimulatedDynamoDb dynamoDb() {
        return dynamoDb;
    }

    InvocationTimer timer() {
        return timer;
    }
}
