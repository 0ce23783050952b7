package headroom.stress.scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.elasticache.Policy;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.simulation.Sabotage;
import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.load.Clients;
import headroom.simulated.elasticache.load.Clients.Connecting;
import headroom.simulated.elasticache.load.Clients.ReadsFrom;
import headroom.simulated.elasticache.load.Course;
import headroom.simulated.elasticache.load.Data;
import headroom.simulated.elasticache.load.Flow;
import headroom.simulated.elasticache.load.SlotSet;
import headroom.simulated.elasticache.load.Traffic;
import headroom.stress.course.Answers;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What Headroom finds, plans, calls, measures and tells is the same over real servers and over
/// simulated ones, though neither their figures nor their hours are.
class AgreementTest {
    private static final Path OUTLINES = Path.of("outlines");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// Of writes among commands, as real clients write.
    private static final double WRITES = 0.125;

    /// What two nodes of the usual type have for keys, in bytes.
    private static final double ROOM = 2 * 21.2e9;

    private static final SlotSet FIRST = SlotSet.spread(3).getFirst();

    private static final Traffic HOT =
            growing(
                    Flow.even(60_000, WRITES, Clients.SHARING),
                    Flow.on(FIRST, 135_000, 0, Clients.SHARING));
    private static final Traffic BUSY = growing(Flow.even(300_000, WRITES, Clients.SHARING));
    private static final Traffic FULL =
            quiet(Clients.ORDINARY).with(Data.of(0.73 * ROOM).growing(0.06 * ROOM));

    private static Traffic growing(Flow... flows) {
        return Traffic.of(flows).with(Course.growing(0.3).until(Duration.ofMinutes(45)));
    }

    private static Traffic quiet(Clients clients) {
        return Traffic.of(Flow.even(30_000, WRITES, clients));
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(Scaled.replica(), HOT),
                Arguments.of(Scaled.shard(), BUSY),
                Arguments.of(Scaled.node(), FULL));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aStepIsTheSame(Scaled scene, Traffic traffic) throws IOException {
        Answers answers = new Answers();
        var simulation = simulation(scene.ground(), scene.policy(), traffic, answers);
        passUntil(
                simulation,
                () -> !answers.effects().isEmpty() && simulation.lease().get("owner") == null);
        assertEquals(real(scene.name()), answers.outline());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        ClientFault.churn(),
                        quiet(Clients.ORDINARY.with(Connecting.ONE_FOR_EACH_COMMAND))),
                Arguments.of(
                        ClientFault.readonly(),
                        quiet(Clients.SHARING.from(ReadsFrom.REPLICAS, false))),
                Arguments.of(
                        ClientFault.unused(),
                        Traffic.of(Flow.even(170_000, WRITES, Clients.ORDINARY))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aClientsFaultIsTheSame(ClientFault scene, Traffic faulty) throws IOException {
        List<String> outline = new ArrayList<>(asked(faulty, ClientFault.TIMES));
        outline.addAll(asked(faulty.by(Clients.SHARING), 1));
        assertEquals(real(scene.name()), outline);
    }

    private static List<String> asked(Traffic traffic, int times) {
        Answers answers = new Answers();
        var simulation = simulation(ClientFault.GROUND, ClientFault.POLICY, traffic, answers);
        simulation.scheduler().pass(ClientFault.WINDOW.multipliedBy(2));
        for (int each = 0; each < times; each++) {
            long before = simulation.executions().size();
            simulation.publish(ClientFault.ASKED);
            passUntil(
                    simulation,
                    () ->
                            simulation.executions().size() > before
                                    && simulation.executions().stream()
                                            .noneMatch(run -> run.isRunning()));
            simulation.scheduler().pass(ClientFault.NEXT);
        }
        return answers.outline();
    }

    private static CacheSimulation simulation(
            Stage.Ground ground, Policy policy, Traffic traffic, Answers answers) {
        GroupSetup group =
                GroupSetup.of(Stage.GROUP, ground.shards(), ground.nodesEach() - 1)
                        .withNodeType(Stage.NODE_TYPE);
        var simulation =
                new CacheSimulation(
                        CacheSetup.under(traffic).of(group).with(policy).with(hearing(answers)));
        simulation.journal().tell(answers::take);
        return simulation;
    }

    /// Nothing is broken, but heard.
    private static Sabotage<CacheSimulation> hearing(Answers answers) {
        return new Sabotage<>(
                _ -> {},
                Answers.DECIDE.stream()
                        .collect(
                                Collectors.toMap(
                                        each -> each, _ -> (_, real) -> answers.heard(real))));
    }

    private static void passUntil(CacheSimulation simulation, BooleanSupplier isSo) {
        for (int minute = 0; minute < 300 && !isSo.getAsBoolean(); minute++) {
            simulation.scheduler().pass(MINUTE);
        }
        assertEquals(true, isSo.getAsBoolean(), () -> simulation.executions().toString());
    }

    /// Of the last run over real servers that was kept.
    private static List<String> real(String scene) throws IOException {
        return Files.readAllLines(OUTLINES.resolve(scene + ".txt"));
    }
}
