package headroom.rehearsal.redshift.scenarios;

import headroom.rehearsal.redshift.invariants.RedshiftInvariants;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Ending;
import headroom.rehearsal.scenario.Given;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.states.Execution.Status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A scenario, told by what is not as usual. As usual, the disk of the ordinary setup fills by
/// itself, the alarm does the rest, one run succeeds, eight nodes and all tasks run at the end, and
/// one report says so.
public final class RedshiftScenario {
    private static final List<String> ALL_RUN =
            List.of("orders", "customers", "payments", "archive");

    private final String name;
    private String told = "";
    private Setup setup = Setup.ORDINARY;
    private Consumer<RedshiftSimulation> course = _ -> {};
    private int nodes = 2 * Setup.NODES;
    private List<String> running = ALL_RUN;
    private List<Status> executions = List.of(Status.SUCCEEDED);
    private List<String> reports = List.of(Subjects.RESIZED);
    private UnaryOperator<Scenario<RedshiftSimulation>> time = UnaryOperator.identity();

    private RedshiftScenario(String name) {
        this.name = name;
    }

    static RedshiftScenario scenario(String name) {
        return new RedshiftScenario(name);
    }

    RedshiftScenario told(String sentences) {
        told = sentences;
        return this;
    }

    RedshiftScenario in(Setup other) {
        setup = other;
        return this;
    }

    RedshiftScenario begins(Consumer<RedshiftSimulation> event) {
        course = course.andThen(event);
        return this;
    }

    RedshiftScenario published(String message) {
        return begins(simulation -> simulation.publish(message));
    }

    RedshiftScenario after(Duration delay, Consumer<RedshiftSimulation> event) {
        return begins(
                simulation -> simulation.scheduler().after(delay, () -> event.accept(simulation)));
    }

    RedshiftScenario publishedAfter(Duration delay, String message) {
        return after(delay, simulation -> simulation.publish(message));
    }

    RedshiftScenario nodes(int count) {
        nodes = count;
        return this;
    }

    /// @param names in the order of the setup
    RedshiftScenario running(List<String> names) {
        running = names;
        return this;
    }

    RedshiftScenario running(String... names) {
        return running(List.of(names));
    }

    RedshiftScenario alsoRunning(String... names) {
        List<String> all = new ArrayList<>(ALL_RUN);
        all.addAll(List.of(names));
        return running(all);
    }

    /// @param statuses of the executions, in the order of their start
    RedshiftScenario runs(Status... statuses) {
        executions = List.of(statuses);
        return this;
    }

    /// @param subjects of all that operators are told, in order
    RedshiftScenario reports(String... subjects) {
        reports = List.of(subjects);
        return this;
    }

    /// Nothing more seems to follow, and it lasts so long all the same.
    RedshiftScenario lasting(Duration least) {
        time = scenario -> scenario.lasting(least);
        return this;
    }

    /// It ends then, even if more would follow.
    RedshiftScenario endedAfter(Duration most) {
        time = scenario -> scenario.endedAfter(most);
        return this;
    }

    Scenario<RedshiftSimulation> build() {
        Ending ending =
                new Ending(RedshiftSimulation.resources(nodes, running), executions, reports);
        return time.apply(Scenario.of(name, told, given(setup), course, ending));
    }

    /// A scenario of which nobody knows the ending.
    public static Scenario<RedshiftSimulation> open(
            String name,
            String told,
            Setup setup,
            Consumer<RedshiftSimulation> course,
            Duration timeout) {
        return Scenario.open(name, told, given(setup), course, timeout);
    }

    static Given<RedshiftSimulation> given(Setup setup) {
        return new Given<>(
                setup.faults(),
                faults -> new RedshiftSimulation(setup.with(faults)),
                RedshiftInvariants::all);
    }
}
