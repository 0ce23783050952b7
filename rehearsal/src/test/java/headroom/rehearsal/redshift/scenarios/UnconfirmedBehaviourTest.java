package headroom.rehearsal.redshift.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.states.BranchError;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Where it is not known for sure how a service behaves, every scenario has to end as told either
/// way.
final class UnconfirmedBehaviourTest {
    static Stream<Scenario<RedshiftSimulation>> scenarios() {
        return Scenarios.all().stream();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aFailedBranchMayBeCalledStatesBranchFailed(Scenario<RedshiftSimulation> scenario) {
        assertEndsAsTold(scenario, setup -> setup.with(BranchError.BRANCH_FAILED));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aResizeMayShowAsSucceededWhileDataStillMoves(Scenario<RedshiftSimulation> scenario) {
        assertEndsAsTold(scenario, setup -> setup.with(Quirk.SUCCESS_SHOWN_EARLY));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aResizeMayShowAsPendingUntilDataMovesNoMore(Scenario<RedshiftSimulation> scenario) {
        assertEndsAsTold(scenario, setup -> setup.with(Quirk.PENDING_SHOWN_LONG));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aClusterMayShowAsModifyingWhileDataStillMoves(Scenario<RedshiftSimulation> scenario) {
        assertEndsAsTold(scenario, setup -> setup.with(Quirk.CLEANUP_SHOWN_MODIFYING));
    }

    static Stream<Scenario<RedshiftSimulation>> classicScenarios() {
        return scenarios().filter(each -> setup(each).policy().classic().isPresent());
    }

    /// Such a cluster goes on reporting its disk. So the critical alarm may fire meanwhile, and the
    /// run that it starts stands down.
    @ParameterizedTest
    @MethodSource("classicScenarios")
    void aClusterMayShowAsAvailableWhileAClassicResizeMigratesData(
            Scenario<RedshiftSimulation> scenario) {
        ScenarioRun<RedshiftSimulation> run =
                play(scenario, setup -> setup.with(Quirk.MIGRATION_SHOWN_AVAILABLE));
        assertEquals(
                List.of(),
                run.differences().stream()
                        .filter(each -> !each.startsWith("executions: "))
                        .toList());
        assertEquals(List.of(), run.violations());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theExpectedDiskUseOfASizeMayBeMissing(Scenario<RedshiftSimulation> scenario) {
        assertEndsAsTold(scenario, setup -> setup.with(Quirk.ESTIMATES_LEFT_OUT));
    }

    private static void assertEndsAsTold(
            Scenario<RedshiftSimulation> scenario, UnaryOperator<Setup> otherwise) {
        ScenarioRun<RedshiftSimulation> run = play(scenario, otherwise);
        assertEquals(List.of(), run.differences());
        assertEquals(List.of(), run.violations());
    }

    private static ScenarioRun<RedshiftSimulation> play(
            Scenario<RedshiftSimulation> scenario, UnaryOperator<Setup> otherwise) {
        Scenario<RedshiftSimulation> other =
                new Scenario<>(
                        scenario.name(),
                        scenario.told(),
                        RedshiftScenario.given(otherwise.apply(setup(scenario))),
                        scenario.course(),
                        scenario.least(),
                        scenario.timeout(),
                        scenario.ending());
        return new ScenarioRun<>(other).play(_ -> {});
    }

    private static Setup setup(Scenario<RedshiftSimulation> scenario) {
        return scenario.given().simulation().setup();
    }
}
