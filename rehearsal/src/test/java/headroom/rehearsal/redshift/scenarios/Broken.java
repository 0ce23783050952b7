package headroom.rehearsal.redshift.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import headroom.rehearsal.invariants.Violation;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.simulation.Sabotage;

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
    static final String WRITABLE =
            "{\"writable\":true,\"waitSeconds\":0,\"looks\":2,\"resizedAt\":null,\"nodes\":4,\"sentence\":\"Yes\"}";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<
                    String,
                    BiFunction<RedshiftSimulation, RequestStreamHandler, RequestStreamHandler>>
            impostors = new HashMap<>();
    private Consumer<ObjectNode> definition = _ -> {};
    private Setup setup = Setup.ORDINARY;
    private Consumer<RedshiftSimulation> plot = _ -> {};
    private Duration timeout = Duration.ofDays(2);

    Broken in(Setup other) {
        setup = other;
        return this;
    }

    Broken with(String... faults) {
        setup = setup.with(faults);
        return this;
    }

    Broken when(Consumer<RedshiftSimulation> happens) {
        plot = happens;
        return this;
    }

    Broken after(Duration delay, Consumer<RedshiftSimulation> happens) {
        return when(
                simulation ->
                        simulation.scheduler().after(delay, () -> happens.accept(simulation)));
    }

    /// The function does nothing but ask for a resize, and says that it did.
    Broken resizesTo(int nodes) {
        return replaces(
                "ResizeCluster",
                (simulation, _) ->
                        (_, out, _) -> {
                            resize(simulation, nodes);
                            out.write(begun(simulation));
                        });
    }

    static void resize(RedshiftSimulation simulation, int nodes) {
        simulation
                .redshift()
                .resizeCluster(it -> it.clusterIdentifier(Setup.CLUSTER).numberOfNodes(nodes));
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
        impostors.put(
                function,
                (simulation, _) ->
                        (_, out, _) ->
                                out.write(
                                        bytes(
                                                answer.replace(
                                                        "NOW",
                                                        simulation.scheduler().now().toString()))));
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

    /// Something else is done before the function does its work.
    Broken precedes(String function, Consumer<RedshiftSimulation> act) {
        impostors.put(
                function,
                (simulation, real) ->
                        (in, out, context) -> {
                            act.accept(simulation);
                            real.handleRequest(
                                    new ByteArrayInputStream(in.readAllBytes()), out, context);
                        });
        return this;
    }

    Broken replaces(
            String function,
            BiFunction<RedshiftSimulation, RequestStreamHandler, RequestStreamHandler> impostor) {
        impostors.put(function, impostor);
        return this;
    }

    /// The function does its work as if one of the tasks had not been recorded.
    static RequestStreamHandler withoutTask(String name, RequestStreamHandler real) {
        return (in, out, context) -> {
            var input = (ObjectNode) MAPPER.readTree(in);
            input.withArray("tasks").removeIf(each -> each.path("name").asText().equals(name));
            real.handleRequest(
                    new ByteArrayInputStream(MAPPER.writeValueAsBytes(input)), out, context);
        };
    }

    /// The function does its work as if it had not been told of something.
    static RequestStreamHandler untold(String flag, RequestStreamHandler real) {
        return (in, out, context) -> {
            var input = (ObjectNode) MAPPER.readTree(in);
            input.put(flag, false);
            real.handleRequest(
                    new ByteArrayInputStream(MAPPER.writeValueAsBytes(input)), out, context);
        };
    }

    /// What a step that acts answers.
    static byte[] begun(RedshiftSimulation simulation) {
        return bytes(
                "{\"begun\":true,\"since\":\"%s\",\"waitSeconds\":0,\"advance\":null,\"busySince\":null,\"sentence\":\"Begun.\"}"
                        .formatted(simulation.scheduler().now()));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Starts a task as a handler would.
    static void start(String task, RedshiftSimulation simulation) {
        simulation.dms().tasks().stream()
                .filter(each -> each.name().equals(task) && !each.isRunning())
                .forEach(
                        each ->
                                simulation
                                        .dms()
                                        .startReplicationTask(
                                                request ->
                                                        request.replicationTaskArn(each.arn())
                                                                .startReplicationTaskType(
                                                                        "resume-processing")));
    }

    void isReportedBy(Class<?>... invariants) {
        Sabotage<RedshiftSimulation> sabotage = new Sabotage<>(definition, impostors);
        Scenario<RedshiftSimulation> scenario =
                RedshiftScenario.open("broken", "", setup.with(sabotage), plot, timeout);
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
