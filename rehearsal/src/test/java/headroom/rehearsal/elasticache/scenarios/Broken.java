package headroom.rehearsal.elasticache.scenarios;

import static headroom.rehearsal.scenario.DefinitionEdits.set;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Violation;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.simulation.Sabotage;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Headroom that a test breaks, and what the invariants say of it.
final class Broken {
    static final String DONE = "{\"is\":\"done\",\"sentence\":\"Done.\"}";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<
                    String, BiFunction<CacheSimulation, RequestStreamHandler, RequestStreamHandler>>
            impostors = new HashMap<>();
    private Consumer<ObjectNode> definition = _ -> {};
    private CacheSetup setup = CacheSetup.under(Loads.HOT_SHARD);
    private Consumer<CacheSimulation> plot = _ -> {};
    private Duration least = Duration.ZERO;
    private Duration timeout = Duration.ofHours(3);

    Broken in(CacheSetup other) {
        setup = other;
        return this;
    }

    Broken when(Consumer<CacheSimulation> happens) {
        plot = plot.andThen(happens);
        return this;
    }

    Broken asked(String message) {
        return when(Scenario.asked(message));
    }

    Broken after(Duration delay, Consumer<CacheSimulation> happens) {
        return when(
                simulation ->
                        simulation.scheduler().after(delay, () -> happens.accept(simulation)));
    }

    /// Even if nothing more seems to follow.
    Broken lasting(Duration time) {
        least = time;
        return this;
    }

    Broken until(Duration end) {
        timeout = end;
        return this;
    }

    /// @param edit of the definition
    Broken where(Consumer<ObjectNode> edit) {
        definition = definition.andThen(edit);
        return this;
    }

    /// The function does nothing and says this.
    Broken lies(String function, String answer) {
        impostors.put(function, (_, _) -> (_, out, _) -> out.write(bytes(answer)));
        return this;
    }

    /// The function does its work, and its answer is altered.
    Broken alters(String function, Consumer<ObjectNode> alteration) {
        impostors.put(
                function,
                (_, real) ->
                        (in, out, context) -> {
                            var answer = new ByteArrayOutputStream();
                            real.handleRequest(in, answer, context);
                            var json = (ObjectNode) MAPPER.readTree(answer.toByteArray());
                            alteration.accept(json);
                            out.write(MAPPER.writeValueAsBytes(json));
                        });
        return this;
    }

    /// The plan names another target than was reckoned.
    Broken plans(String field, Object target) {
        return alters(
                "PlanScaling",
                answer -> {
                    ObjectNode plan = answer.withObjectProperty("plan");
                    if (plan.path("is").asText().equals("scale")) {
                        plan.withObjectProperty("change").set(field, MAPPER.valueToTree(target));
                    }
                });
    }

    /// The first time, something else is done before the function does its work.
    Broken precedes(String function, Consumer<ElastiCacheClient> act) {
        impostors.put(
                function,
                (simulation, real) -> {
                    Runnable once = once(() -> act.accept(simulation.elastiCache()));
                    return (in, out, context) -> {
                        once.run();
                        real.handleRequest(
                                new ByteArrayInputStream(in.readAllBytes()), out, context);
                    };
                });
        return this;
    }

    private static Runnable once(Runnable act) {
        Runnable[] next = {act};
        return () -> {
            Runnable now = next[0];
            next[0] = () -> {};
            now.run();
        };
    }

    /// ElastiCache is asked for this, without a look at the settings.
    Broken scalesBy(Consumer<ElastiCacheClient> step) {
        impostors.put(
                "ScaleCache",
                (simulation, _) ->
                        (_, out, _) -> {
                            step.accept(simulation.elastiCache());
                            out.write(
                                    bytes(
                                            "{\"since\":\"%s\",\"sentence\":\"Begun.\"}"
                                                    .formatted(simulation.scheduler().now())));
                        });
        return this;
    }

    /// Once the group is available, the step is called done, whatever became of it.
    Broken confirmsAnything() {
        impostors.put(
                "ConfirmScaled",
                (simulation, _) ->
                        (_, out, _) ->
                                out.write(
                                        bytes(
                                                simulation.elastiCache().isChanging()
                                                        ? "{\"is\":\"working\",\"waitSeconds\":60,\"workedAt\":null,\"sentence\":\"Wait.\"}"
                                                        : DONE)));
        return this;
    }

    /// Each run does what nobody has asked for.
    Broken wishes(Object step) {
        return where(set("States / Plan scaling / Arguments / Payload / wish", step));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void isReportedBy(Class<?>... invariants) {
        CacheSetup broken = setup.with(new Sabotage<>(definition, impostors));
        Scenario<CacheSimulation> open =
                Scenario.open("broken", "", CacheScenario.given(broken), plot, timeout);
        Scenario<CacheSimulation> scenario = least.isZero() ? open : open.lasting(least);
        List<Violation> violations = new ScenarioRun<>(scenario).play(_ -> {}).violations();
        Set<String> expected =
                Stream.of(invariants).map(Class::getSimpleName).collect(Collectors.toSet());
        assertEquals(
                new TreeSet<>(expected),
                violations.stream()
                        .map(Violation::invariant)
                        .collect(Collectors.toCollection(TreeSet::new)),
                violations::toString);
    }
}
