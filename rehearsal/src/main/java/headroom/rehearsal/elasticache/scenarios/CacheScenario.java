package headroom.rehearsal.elasticache.scenarios;

import headroom.rehearsal.elasticache.invariants.CacheInvariants;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.scenario.Ending;
import headroom.rehearsal.scenario.Given;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.states.Execution.Status;
import headroom.simulated.elasticache.GroupSetup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A scenario, told by what is not as usual. As usual, reads of one shard grow until the alarm
/// speaks, one run succeeds, that shard has one replica more at the end, and one report says so.
public final class CacheScenario {
    private final String name;
    private String told = "";
    private CacheSetup setup = CacheSetup.under(Loads.HOT_SHARD);
    private Consumer<CacheSimulation> course = _ -> {};
    private List<Integer> nodes = List.of(2, 3, 2);
    private String nodeType = CacheSetup.NODE_TYPE;
    private Optional<GroupSetup.Mode> mode = Optional.empty();
    private List<Status> executions = List.of(Status.SUCCEEDED);
    private List<String> reports = List.of(Subjects.HELPED);
    private UnaryOperator<Scenario<CacheSimulation>> time = UnaryOperator.identity();

    private CacheScenario(String name) {
        this.name = name;
    }

    static CacheScenario scenario(String name) {
        return new CacheScenario(name);
    }

    CacheScenario told(String sentences) {
        told = sentences;
        return this;
    }

    CacheScenario in(CacheSetup other) {
        setup = other;
        return this;
    }

    CacheScenario begins(Consumer<CacheSimulation> event) {
        course = course.andThen(event);
        return this;
    }

    CacheScenario published(String message) {
        return begins(Scenario.asked(message));
    }

    CacheScenario after(Duration delay, Consumer<CacheSimulation> event) {
        return begins(
                simulation -> simulation.scheduler().after(delay, () -> event.accept(simulation)));
    }

    CacheScenario publishedAfter(Duration delay, String message) {
        return after(delay, simulation -> simulation.publish(message));
    }

    /// @param byShard how many nodes each shard has at the end
    CacheScenario nodes(Integer... byShard) {
        nodes = List.of(byShard);
        return this;
    }

    CacheScenario nodeType(String type) {
        nodeType = type;
        return this;
    }

    CacheScenario mode(GroupSetup.Mode atTheEnd) {
        mode = Optional.of(atTheEnd);
        return this;
    }

    /// @param statuses of the executions, in the order of their start
    CacheScenario runs(Status... statuses) {
        executions = List.of(statuses);
        return this;
    }

    /// @param subjects of all that operators are told, in order
    CacheScenario reports(String... subjects) {
        reports = List.of(subjects);
        return this;
    }

    /// The group is as it was at the beginning.
    CacheScenario unchanged() {
        return nodes(
                setup.group().shards().stream()
                        .map(each -> each.nodes().size())
                        .toArray(Integer[]::new));
    }

    /// Nothing more seems to follow, and it lasts so long all the same.
    CacheScenario lasting(Duration least) {
        time = scenario -> scenario.lasting(least);
        return this;
    }

    Scenario<CacheSimulation> build() {
        Ending ending =
                new Ending(
                        CacheSimulation.resources(
                                nodes, nodeType, mode.orElse(setup.group().mode())),
                        executions,
                        reports);
        return time.apply(Scenario.of(name, told, given(setup), course, ending));
    }

    static Given<CacheSimulation> given(CacheSetup setup) {
        return new Given<>(
                setup.faults(),
                faults -> new CacheSimulation(setup.with(faults)),
                CacheInvariants::all);
    }
}
