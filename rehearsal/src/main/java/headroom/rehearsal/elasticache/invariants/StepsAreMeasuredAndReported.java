package headroom.rehearsal.elasticache.invariants;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.states.Execution;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// C7: every step that was accepted is told of by a report that came after it and says whether it
/// helped, or why that is not known.
///
/// Where a fault for good keeps every report from its topic, nobody can be told. Where a person has
/// removed the owner from the lease and a run ended by itself, that person knows.
public final class StepsAreMeasuredAndReported implements Invariant<CacheSimulation> {
    private static final Pattern LATE = Pattern.compile("The report (\\S+) ");

    /// The step of each run, that no report has told of yet.
    private final Map<String, String> untold = new LinkedHashMap<>();

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        if (Calls.isStep(entry)) {
            untold.put(entry.by(), entry.detail());
        }
        if (entry.kind() == Kind.REPORT && tellsOfAStep(entry)) {
            String run = run(entry);
            untold.remove(run);
            simulation.execution(run).ifPresent(each -> speaksFor(each, simulation));
        }
        return Optional.empty();
    }

    /// One that the state machine has put together by itself has the same sentences.
    private static boolean tellsOfAStep(Entry report) {
        return Stream.of(
                        "was scaled",
                        "NOT scaled",
                        "has a step that did not come to its end",
                        "has another cluster mode",
                        "report not composed")
                .anyMatch(report.name()::contains);
    }

    private static String run(Entry report) {
        Matcher late = LATE.matcher(report.detail());
        return !report.by().isEmpty() ? report.by() : late.lookingAt() ? late.group(1) : "nobody";
    }

    /// A run that finds a change on the record speaks for whoever took it, however it was started.
    private void speaksFor(Execution run, CacheSimulation simulation) {
        boolean recovers =
                simulation
                        .journal()
                        .entries(Kind.STATE)
                        .anyMatch(
                                each ->
                                        each.by().equals(run.name())
                                                && each.name().equals("Confirm scaled"));
        boolean tookOne =
                simulation
                        .journal()
                        .entries(Kind.CALL)
                        .anyMatch(each -> Calls.isStep(each) && each.by().equals(run.name()));
        if (recovers && !tookOne) {
            untold.clear();
        }
    }

    @Override
    public Optional<String> atRest(CacheSimulation simulation) {
        boolean cannotArrive =
                simulation.faults().planned(FaultKinds.PUBLISH).stream()
                        .anyMatch(
                                (Fault each) -> each.isForGood() && each.what().endsWith("BEFORE"));
        return cannotArrive || simulation.owed().isPresent()
                ? Optional.empty()
                : untold.entrySet().stream()
                        .findFirst()
                        .map(
                                each ->
                                        "nobody was told what came of %s, by %s"
                                                .formatted(each.getValue(), each.getKey()));
    }
}
