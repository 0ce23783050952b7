package headroom.benchmarks.coldstart;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.benchmarks.coldstart.RuntimeApi.Outcome;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Every function as it is deployed, in its own process: what it answers, what it throws, and how
/// many classes it loads.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ShrunkFunctionsTest {
    private static final int MEGABYTE = 1_000_000;
    private static final int MOST_MEGABYTES = 5;
    static final int MOST_AFTER_PRIMING = 25;
    private static final List<String> FORBIDDEN =
            List.of(
                    "io.netty.",
                    "org.apache.http.",
                    "com.fasterxml.",
                    "com.amazonaws.lambda.thirdparty.");

    private static final int REDSHIFT = 4_400;
    private static final int DMS = 3_800;
    private static final int STEP_FUNCTIONS = 3_700;

    /// The most classes up to the first answer, by the service that a handler asks.
    private static int mostClasses(Class<?> handler) {
        return switch (handler.getSimpleName()) {
            case "TakeSnapshot",
                    "ConfirmSnapshot",
                    "RemovePrecopy",
                    "ConfirmResized",
                    "ConfirmWritable" ->
                    REDSHIFT;
            // Looks at the cluster, its resize and its snapshots before it acts, and answers how
            // far
            // those are.
            case "ResizeCluster" -> REDSHIFT + 200;
            case "PauseReplication", "ResumeReplication", "ConfirmResumed" -> DMS;
            // Looks at all tasks and at the endpoints as well.
            case "ConfirmPaused" -> DMS + 100;
            case "StartResize" -> STEP_FUNCTIONS;
            // Asks DynamoDB, and in most rounds CloudWatch or Step Functions.
            case "Watch" -> STEP_FUNCTIONS + 250;
            // Asks Redshift, DMS and CloudWatch, in two protocols; the latter for the disk, for the
            // metrics that there are, and for how far tasks are behind; of DMS for tasks' settings
            // too.
            case "PlanResize" -> REDSHIFT + 1_200;
            // Asks CloudWatch how full the disk is. Nobody's tasks stand still meanwhile.
            case "ComposeReport" -> REDSHIFT - 400;
            // Asks nobody.
            case "ForgetTasks" -> 1_650;
            default -> 0;
        };
    }

    private Unpacked task;

    @BeforeAll
    void unpack() {
        task = Unpacked.of(Functions.JAR);
    }

    @AfterAll
    void remove() {
        task.close();
    }

    static Stream<Class<?>> handlers() {
        return Functions.handlers().stream();
    }

    @Test
    void fitInAFewMegabytes() throws IOException {
        assertTrue(Files.size(Functions.JAR) <= MOST_MEGABYTES * MEGABYTE);
    }

    @ParameterizedTest
    @MethodSource("handlers")
    void answerAndFailAsTheyDidBeforeTheyWereShrunk(Class<?> handler) {
        List<Scenario> scenarios = Scenarios.of(handler.getSimpleName());
        try (AwsStub aws = new AwsStub();
                Deployed function =
                        new Deployed(
                                Functions.RUNTIME,
                                task.folder(),
                                handler.getName(),
                                aws,
                                Deployed.Settings.lambdas(Functions.environment()))) {
            assertPrimingAsksNothing(aws);
            Scenario usual = scenarios.getFirst();
            List<String> primed = function.classes();
            aws.tell(usual.replies());
            Outcome first = function.invoke(usual.event());
            List<String> loaded = function.classes();
            assertAll(
                    () -> usual.assertEndsIn(first),
                    () -> assertFewLoaded(handler, primed, loaded),
                    () -> assertEquals(List.of(), forbidden(loaded)));
            for (Scenario scenario : scenarios.subList(1, scenarios.size())) {
                aws.tell(scenario.replies());
                scenario.assertEndsIn(function.invoke(scenario.event()));
            }
        }
    }

    private static void assertPrimingAsksNothing(AwsStub aws) {
        assertEquals(
                List.of(), aws.asked().stream().filter(each -> !each.equals("GET /")).toList());
    }

    private static void assertFewLoaded(
            Class<?> handler, List<String> primed, List<String> loaded) {
        Set<String> first = new HashSet<>(loaded);
        primed.forEach(first::remove);
        int most = mostClasses(handler);
        assertAll(
                () ->
                        assertTrue(
                                loaded.size() - primed.size() <= MOST_AFTER_PRIMING,
                                () ->
                                        "The first event of a primed %s loaded %d classes; at most %d are expected. Let its example in headroom.priming.Example take the same way. They are %s"
                                                .formatted(
                                                        handler.getSimpleName(),
                                                        loaded.size() - primed.size(),
                                                        MOST_AFTER_PRIMING,
                                                        first)),
                () ->
                        assertTrue(
                                loaded.size() <= most,
                                () ->
                                        "%s loaded %d classes up to its first answer; at most %d are expected."
                                                .formatted(
                                                        handler.getSimpleName(),
                                                        loaded.size(),
                                                        most)));
    }

    private static List<String> forbidden(List<String> loaded) {
        return loaded.stream()
                .filter(each -> FORBIDDEN.stream().anyMatch(each::startsWith))
                .toList();
    }
}
