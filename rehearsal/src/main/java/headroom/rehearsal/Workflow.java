package headroom.rehearsal;

import headroom.configuration.Spelling;
import headroom.elasticache.GroupNames;
import headroom.rehearsal.elasticache.scenarios.CacheScenarios;
import headroom.rehearsal.elasticache.trials.RandomCacheTrial;
import headroom.rehearsal.redshift.scenarios.DrillScenarios;
import headroom.rehearsal.redshift.scenarios.Scenarios;
import headroom.rehearsal.redshift.trials.RandomDrillTrial;
import headroom.rehearsal.redshift.trials.RandomTrial;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.simulation.Simulation;
import headroom.rehearsal.trials.Trial;
import headroom.simulated.elasticache.ElastiCacheFaults;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.redshift.RedshiftFaults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What can be rehearsed: the scenarios of one workflow, and what upsets them.
///
/// @param word that a person types first; empty for the workflow that needs none
/// @param heading of what it works on, for people
/// @param kinds of faults
/// @param struck the scenarios that every fault strikes, the default one first
/// @param scenarios those with a name; the first is the default one
/// @param upset the default setup, upset by faults
/// @param ofMessage the same, begun by a message
/// @param planned when a dry run is asked for, from the scenario's beginning
/// @param trials draws random ones; asked for once, it is prepared at some cost
record Workflow<S extends Simulation>(
        String word,
        String heading,
        FaultKinds kinds,
        List<Struck> struck,
        Supplier<List<Scenario<S>>> scenarios,
        Function<List<Fault>, Scenario<S>> upset,
        BiFunction<String, List<Fault>, Scenario<S>> ofMessage,
        Function<Scenario<S>, Duration> planned,
        Supplier<LongFunction<Trial>> trials) {
    /// Letters, and no more than a third of a name's: among many names one is always not far.
    private static final int NEAR = 12;

    private static final int A_SLIP = 3;

    static final Workflow<?> REDSHIFT =
            new Workflow<>(
                    "",
                    "Redshift",
                    RedshiftFaults.KINDS,
                    List.of(new Struck("", RedshiftFaults.KINDS)),
                    Scenarios::all,
                    Scenarios::upset,
                    Scenarios::ofMessage,
                    _ -> Scenario.ASKED_AFTER,
                    () -> new RandomTrial()::of);

    static final Workflow<?> ELASTICACHE =
            new Workflow<>(
                    GroupNames.KIND,
                    "ElastiCache",
                    ElastiCacheFaults.ALL_KINDS,
                    List.of(
                            new Struck("", ElastiCacheFaults.KINDS),
                            new Struck(CacheScenarios.MIGRATION, ElastiCacheFaults.ALL_KINDS),
                            new Struck(CacheScenarios.MIGRATION_BACK, ElastiCacheFaults.ALL_KINDS)),
                    CacheScenarios::all,
                    CacheScenarios::upset,
                    CacheScenarios::ofMessage,
                    CacheScenarios::planned,
                    () -> new RandomCacheTrial()::of);

    /// Of the same cluster as the first: its own scenarios are among that one's.
    static final Workflow<?> DRILL =
            new Workflow<>(
                    "drill",
                    "Drills",
                    RedshiftFaults.KINDS,
                    List.of(new Struck("", RedshiftFaults.KINDS)),
                    DrillScenarios::ordinary,
                    DrillScenarios::upset,
                    Scenarios::ofMessage,
                    _ -> Scenario.ASKED_AFTER,
                    () -> new RandomDrillTrial()::of);

    /// Drills are among those of the first.
    private static final List<Workflow<?>> OF_ALL_SCENARIOS = List.of(REDSHIFT, ELASTICACHE);

    private static final List<Workflow<?>> ALL = List.of(REDSHIFT, ELASTICACHE, DRILL);

    /// A scenario that every fault strikes.
    ///
    /// @param name empty for the default setup
    /// @param kinds of the faults
    record Struck(String name, FaultKinds kinds) {}

    /// The one whose word stands first.
    ///
    /// @throws NotUnderstood if a word stands there that is almost one
    static Workflow<?> of(List<String> typed) {
        Optional<Workflow<?>> named =
                typed.stream()
                        .findFirst()
                        .flatMap(
                                first ->
                                        ALL.stream()
                                                .filter(each -> each.word().equals(first))
                                                .findFirst());
        if (named.isEmpty()) {
            typed.stream().findFirst().ifPresent(Workflow::refuseAlmost);
        }
        return named.orElse(REDSHIFT);
    }

    private static void refuseAlmost(String word) {
        Optional<String> meant =
                Spelling.nearest(
                        word,
                        ALL.stream().map(Workflow::word).filter(each -> !each.isEmpty()).toList(),
                        A_SLIP);
        if (meant.isPresent() && allScenarios().noneMatch(each -> each.name().equals(word))) {
            throw new NotUnderstood(
                    "There is no scenario named %s; did you mean %s?".formatted(word, meant.get()));
        }
    }

    /// Those whose scenarios are meant: all, if nobody has typed a word.
    List<Workflow<?>> alone() {
        return word.isEmpty() ? OF_ALL_SCENARIOS : List.of(this);
    }

    static Stream<Scenario<?>> allScenarios() {
        return OF_ALL_SCENARIOS.stream().flatMap(each -> each.scenarios().get().stream());
    }

    /// What is typed to play its default scenario.
    String typed() {
        return ("./rehearse " + word).strip();
    }

    /// What was typed behind its word.
    List<String> behind(List<String> typed) {
        return word.isEmpty() ? typed : typed.subList(1, typed.size());
    }

    /// Any scenario, as somebody asks for its plan alone when the real run would plan.
    static Scenario<?> asDryRun(Scenario<?> scenario) {
        return ALL.stream()
                .flatMap(each -> each.ownAsDryRun(scenario.name()).stream())
                .findFirst()
                .orElseGet(() -> scenario.asDryRun(Scenario.ASKED_AFTER));
    }

    private Optional<Scenario<?>> ownAsDryRun(String name) {
        return own(name).map(each -> each.asDryRun(planned.apply(each)));
    }

    LongFunction<Trial> random() {
        return trials.get();
    }

    Scenario<?> ordinary() {
        return scenarios.get().getFirst();
    }

    /// @throws NotUnderstood if it is no fault of this workflow's
    List<Fault> faults(List<String> texts) {
        try {
            return texts.stream().map(kinds::parse).toList();
        } catch (IllegalArgumentException wrong) {
            throw new NotUnderstood(String.valueOf(wrong.getMessage()));
        }
    }

    /// What is typed to have faults strike, but for the faults.
    String typed(Struck scenario) {
        return (typed() + " " + scenario.name()).strip();
    }

    Scenario<S> upset(Struck scenario, List<Fault> faults) {
        return scenario.name().isEmpty()
                ? upset.apply(faults)
                : own(scenario.name()).orElseThrow().upset(faults);
    }

    private Optional<Scenario<S>> own(String name) {
        return scenarios.get().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// This one, or if it has no scenario of this name, the one that has.
    ///
    /// @throws NotUnderstood if none has
    Workflow<?> knowing(String name) {
        return Stream.concat(Stream.of(this), ALL.stream())
                .filter(each -> each.own(name).isPresent())
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /// One of its scenarios, struck by all that can strike it.
    Struck struck(String name) {
        return struck.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Struck(name, struck.getFirst().kinds()));
    }

    /// A scenario of any workflow, upset by faults of that workflow's.
    ///
    /// @throws NotUnderstood if none has this name, or a fault is none
    static Scenario<?> upset(String name, List<String> faults) {
        return ALL.stream()
                .flatMap(each -> each.upsetOwn(name, faults).stream())
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private Optional<Scenario<?>> upsetOwn(String name, List<String> faults) {
        return own(name).map(each -> each.upset(faults(faults)));
    }

    /// A scenario of any workflow.
    ///
    /// @throws NotUnderstood if none has this name
    static Scenario<?> named(String name) {
        return allScenarios()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static NotUnderstood unknown(String name) {
        List<String> names = allScenarios().map(Scenario::name).toList();
        Optional<String> meant =
                names.stream()
                        .filter(each -> each.contains(name))
                        .findFirst()
                        .or(() -> Spelling.nearest(name, names, Math.min(NEAR, name.length() / 3)));
        return new NotUnderstood(
                "There is no scenario named "
                        + name
                        + meant.map(
                                        "; did you mean %s? ./rehearse --list names them all."
                                                ::formatted)
                                .orElseGet(() -> ". There are:\n  " + String.join("\n  ", names)));
    }
}
