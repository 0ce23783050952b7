package headroom.benchmarks.relief;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.elasticache.plan.PlanScaling;
import headroom.rehearsal.elasticache.invariants.CacheInvariants;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.scenario.Given;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.simulation.Sabotage;
import headroom.rehearsal.states.Execution;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.time.Scheduler;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What Headroom made of a story, in the rehearsal.
///
/// @param answer the finding that decided the first plan, by its name
/// @param steps how many runs took a step
/// @param transitions of the first run that took one, which Step Functions bills
/// @param violations of the rehearsal's invariants
record Played(
        String answer,
        Outcome outcome,
        int steps,
        Optional<Integer> transitions,
        List<String> violations) {
    /// No run came to a plan.
    static final String NOTHING = "nothing";

    /// A plan that rests on no finding.
    private static final String ALL_WELL = "all is well";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// For a run that waits for hours, and for what follows it.
    private static final Duration TO_ITS_END = Duration.ofHours(12);

    /// @param alarm when it speaks, or a person asks
    /// @param blind what is done to the plan's answer, for a test of this benchmark
    static Played of(Story story, Instant alarm, UnaryOperator<RequestStreamHandler> blind) {
        List<JsonNode> plans = new ArrayList<>();
        CacheSetup setup =
                story.setup()
                        .with(
                                new Sabotage<CacheSimulation>(
                                        _ -> {},
                                        Map.of(
                                                PlanScaling.class.getSimpleName(),
                                                (_, real) ->
                                                        overheard(blind.apply(real), plans::add))));
        Duration least = Duration.between(World.START, alarm).plus(Tale.AFTER_THE_ALARM);
        ScenarioRun<CacheSimulation> run =
                prepared(setup, each -> begin(story, each, least), least, least.plus(TO_ITS_END));
        CacheSimulation simulation = run.simulation();
        Shape before = simulation.elastiCache().shape();
        run.play(_ -> {});
        Levels levels =
                Levels.of(
                        simulation.outside().cloudWatch(),
                        simulation.elastiCache().shape(),
                        setup.policy(),
                        alarm,
                        alarm.plus(Tale.AFTER_THE_ALARM));
        List<Execution> steps = simulation.executions().stream().filter(Played::isStep).toList();
        return new Played(
                answer(plans),
                Outcome.of(before, simulation.elastiCache().shape(), levels, alarm),
                steps.size(),
                steps.stream().findFirst().map(Execution::transitions),
                run.violations().stream().map(Object::toString).toList());
    }

    /// Plays what Headroom makes of a setup, and nothing else.
    static ScenarioRun<CacheSimulation> run(CacheSetup setup, Duration least, Duration timeout) {
        return prepared(setup, _ -> {}, least, timeout).play(_ -> {});
    }

    private static ScenarioRun<CacheSimulation> prepared(
            CacheSetup setup, Consumer<CacheSimulation> course, Duration least, Duration timeout) {
        return new ScenarioRun<>(
                new Scenario<>(
                        "story",
                        "A story of the benchmark.",
                        new Given<>(
                                List.of(), _ -> new CacheSimulation(setup), CacheInvariants::all),
                        course,
                        least,
                        timeout,
                        Optional.empty()));
    }

    /// What runs at the story's end comes to its own, and the watch starts nothing more.
    private static void begin(Story story, CacheSimulation simulation, Duration least) {
        Scheduler scheduler = simulation.scheduler();
        story.asked()
                .ifPresent(each -> scheduler.after(each, () -> simulation.publish("more room")));
        scheduler.after(least, simulation::startNothingMore);
    }

    /// Whether it has come to the end of a step.
    static boolean isStep(Execution execution) {
        return execution.output() instanceof Map<?, ?> output
                && List.of("improved", "notImproved", "worse", "unmeasured")
                        .contains(String.valueOf(output.get("outcome")));
    }

    /// Of the first plan that is no wait.
    private static String answer(List<JsonNode> plans) {
        return plans.stream()
                .map(each -> each.path("plan"))
                .filter(each -> !each.has("waitSeconds") && !each.has("subnets"))
                .findFirst()
                .map(Played::finding)
                .orElse(NOTHING);
    }

    private static String finding(JsonNode plan) {
        JsonNode basis = plan.has("proposal") ? plan.path("proposal") : plan;
        JsonNode kind = basis.path("basis").path("findings").path(0).path("kind");
        return kind.isMissingNode() ? ALL_WELL : kind.asText();
    }

    /// The same handler, with somebody who hears what it answers.
    private static RequestStreamHandler overheard(
            RequestStreamHandler real, Consumer<JsonNode> listener) {
        return (InputStream in, OutputStream out, Context context) -> {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            real.handleRequest(in, answer, context);
            listener.accept(read(answer.toByteArray()));
            out.write(answer.toByteArray());
        };
    }

    private static JsonNode read(byte[] answer) throws IOException {
        return MAPPER.readTree(answer);
    }
}
