package headroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Holds what the packages promise in their `package-info`.
class PromisesTest {
    private static final Module CONSTRUCTS = new Module("constructs");
    private static final Module FUNCTIONS = new Module("functions");
    private static final Module REHEARSAL = new Module("rehearsal");
    private static final Module SIMULATED = new Module("simulated");

    private static final int README_LINES = 120;

    /// One workflow's services, by any of their names.
    private static final Pattern A_WORKFLOW =
            Pattern.compile(
                    "(?i)redshift|\\bdms\\b|databasemigration|elasticache|\\bvalkey\\b|warehouse");

    /// Of `functions`: what all workflows share.
    private static final List<String> SHARED =
            List.of(
                    "headroom.lease",
                    "headroom.metrics",
                    "headroom.priming",
                    "headroom.report",
                    "headroom.run",
                    "headroom.settings",
                    "headroom.step",
                    "headroom.text",
                    "headroom.trigger",
                    "headroom.watch");

    /// Of `rehearsal`: the engine.
    private static final List<String> ENGINE =
            List.of(
                    "headroom.rehearsal.aws",
                    "headroom.rehearsal.invariants",
                    "headroom.rehearsal.pictures",
                    "headroom.rehearsal.scenario",
                    "headroom.rehearsal.simulation",
                    "headroom.rehearsal.states",
                    "headroom.rehearsal.trials");

    /// Of `simulated`: what the services of all workflows are simulated with.
    private static final List<String> SIMULATED_WITH =
            List.of(
                    "headroom.simulated.aws",
                    "headroom.simulated.faults",
                    "headroom.simulated.journal",
                    "headroom.simulated.time");

    static List<Module> modules() {
        return Module.ALL;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noPackagesDependOnEachOtherInACircle(Module module) {
        slices().matching("headroom.(**)").should().beFreeOfCycles().check(module.classes());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theWorkflowsNeverMeet(Module module) {
        JavaClasses classes = module.classes();
        neverDepend(classes, "..redshift..", "..elasticache..");
        neverDepend(classes, "..elasticache..", "..redshift..");
    }

    /// The words as well: a sentence about DMS in a message is no better than an import.
    @Test
    void whatWorkflowsShareKnowsNone() {
        // It recognises messages by the service that sent them, of all of AWS.
        assertEquals(
                List.of(),
                FUNCTIONS.lines(SHARED, A_WORKFLOW).stream()
                        .filter(each -> !each.startsWith("headroom/trigger/AwsServices.java"))
                        .toList());
        assertEquals(
                List.of(), CONSTRUCTS.lines(List.of("headroom.constructs.workflow"), A_WORKFLOW));
        assertEquals(List.of(), REHEARSAL.lines(ENGINE, A_WORKFLOW));
        assertEquals(List.of(), SIMULATED.lines(SIMULATED_WITH, A_WORKFLOW));
    }

    /// Each named here, so that a package that is renamed does not get out of the rules unseen.
    @Test
    void whatWorkflowsShareIsThere() {
        assertAllThere(FUNCTIONS, SHARED);
        assertAllThere(REHEARSAL, ENGINE);
        assertAllThere(SIMULATED, SIMULATED_WITH);
    }

    /// Or the product would be tested with itself.
    @Test
    void theSimulatedServicesKnowNothingOfTheProduct() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("headroom..")
                                .and(not(resideInAPackage("headroom.simulated.."))))
                .check(SIMULATED.classes());
    }

    /// What decides is a function of values: it holds no client, and asks no clock.
    @Test
    void whatDecidesLooksAtNothing() {
        noClasses()
                .that()
                .haveSimpleNameStartingWith("Decision")
                .or()
                .haveSimpleName("Sizing")
                .or()
                .haveSimpleName("Obstacles")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(FUNCTIONS.classes());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void eachPackageSaysWhatItAnswersFor(Module module) throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path each : module.packages()) {
            Path promise = each.resolve("package-info.java");
            if (!Files.exists(promise) || !Files.readString(promise).startsWith("///")) {
                silent.add(each);
            }
        }
        assertEquals(List.of(), silent);
    }

    /// Both workflows, how to try them and what to rely on: who has to scroll for these leaves.
    @Test
    void theReadmeIsAFirstPage() throws IOException {
        int lines = Files.readAllLines(Path.of("..", "README.md")).size();
        assertTrue(
                lines < README_LINES,
                () ->
                        "README.md has %d lines, and fewer than %d are expected: move what a new reader can do without into docs/."
                                .formatted(lines, README_LINES));
    }

    private static void neverDepend(JavaClasses classes, String one, String other) {
        noClasses()
                .that()
                .resideInAPackage(one)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(other)
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void assertAllThere(Module module, List<String> packages) {
        JavaClasses classes = module.classes();
        for (String each : packages) {
            assertFalse(
                    classes.stream().noneMatch(other -> other.getPackageName().startsWith(each)),
                    each + " has no class");
        }
    }
}
