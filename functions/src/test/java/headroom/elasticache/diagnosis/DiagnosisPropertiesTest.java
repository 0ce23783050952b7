package headroom.elasticache.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Finding.Kind;
import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.Series;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// What holds of every diagnosis, whatever the figures. The groups are random, and the same in each
/// build. One that fails is told as a row of the tables of [DiagnosisTest].
@Execution(ExecutionMode.CONCURRENT)
final class DiagnosisPropertiesTest {
    private record Case(
            long seed, Seen seen, Policy policy, GroupFigures figures, Diagnosis diagnosis) {
        static Case of(long seed) {
            return of(seed, RandomSeen.of(new Random(seed)));
        }

        static Case of(long seed, Seen seen) {
            GroupFigures figures = seen.figures();
            Policy policy = seen.policy();
            return new Case(seed, seen, policy, figures, Diagnosis.of(figures, policy));
        }

        List<NodeFigures> nodes() {
            return figures.shards().stream().flatMap(Traffic::nodes).toList();
        }

        NodeFigures oneOf(Random random) {
            return nodes().get(random.nextInt(nodes().size()));
        }

        Diagnosis otherwise(NodeFigures node, UnaryOperator<NodeFigures> seen) {
            return Diagnosis.of(
                    Otherwise.seen(
                            figures,
                            each -> each.member().equals(node.member()) ? seen.apply(each) : each),
                    policy);
        }

        Diagnosis without(NodeFigures node, Metric metric) {
            return otherwise(node, each -> Otherwise.with(each, metric, Series.NONE));
        }
    }

    private static final int CASES = 10_000;
    private static final List<Case> ALL = LongStream.range(0, CASES).mapToObj(Case::of).toList();
    private static final List<Metric> METRICS = List.of(Metric.values());

    private static final Set<Kind> SCALED =
            EnumSet.of(
                    Kind.NETWORK_BOUND,
                    Kind.MEMORY_BOUND,
                    Kind.HOT_SLOTS,
                    Kind.HOT_READS,
                    Kind.BUSY_READS,
                    Kind.BUSY);

    private static final Set<Kind> OF_PROCESSORS =
            EnumSet.of(
                    Kind.HOT_SLOTS,
                    Kind.HOT_READS,
                    Kind.HOT_KEY,
                    Kind.BUSY_READS,
                    Kind.BUSY,
                    Kind.BUSY_NODE,
                    Kind.SPIKE);

    @Test
    void findingsStandInTheOrderInWhichTheyDecide() {
        every(
                (_, it) -> {
                    List<Kind> kinds = kinds(it.diagnosis());
                    return kinds.equals(kinds.stream().distinct().sorted().toList());
                });
    }

    @Test
    void clientFaultsComeBeforeWhatIsShort() {
        every(
                (_, it) ->
                        kinds(it.diagnosis()).stream()
                                .dropWhile(each -> each == Kind.UNKNOWN || each.isOfClients())
                                .noneMatch(Kind::isOfClients));
    }

    @Test
    void everyFindingSaysWhatWasSeenAndWhatCuresIt() {
        every(
                (_, it) ->
                        it.diagnosis().findings().stream()
                                .allMatch(
                                        each ->
                                                each.sentence().endsWith(".")
                                                        && each.remedy().endsWith(".")
                                                        && !each.sentence().contains("NaN")));
    }

    @Test
    void theOrderOfShardsAndNodesDoesNotMatter() {
        every(
                (random, it) ->
                        Diagnosis.of(Otherwise.shuffled(it.figures(), random), it.policy())
                                .equals(it.diagnosis()));
    }

    @Test
    void whereAnythingIsUnknownThatDecides() {
        every(
                (_, it) -> {
                    Diagnosis diagnosis = it.diagnosis();
                    return diagnosis.traffic().isEmpty()
                            == diagnosis.findings().stream()
                                    .anyMatch(each -> each.kind() == Kind.UNKNOWN);
                });
    }

    /// Neither among what is told, nor in what decides.
    @Test
    void aFigureThatIsMissingNeverScales() {
        every(
                (random, it) -> {
                    NodeFigures node = it.oneOf(random);
                    Metric metric = METRICS.get(random.nextInt(METRICS.size()));
                    return neverScales(it.diagnosis(), it.without(node, metric));
                });
    }

    /// Each metric of each node in turn.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cpu 90 20 20; read 0.3; slots 6100 5142 5142",
                "cpu 90 20 20; replicaReads 500; replicaConnections 99",
                "cpu 90 20 20; read 0.3",
                "cpu 72 72 72; replicaReads 500; replicaConnections 99",
                "cpu 72 72 72; read 0.3",
                "cpu 72 72 72; read 0.5; replicaConnections 99; in 40000; out 40000",
                "cpu 72 72 72; read 0.5; replicaConnections 99; in 40000; out 400000",
                "cpu 72 72 72; commands 500; opened 200",
                "cpu 72 72 72; baseline 90; held 5",
                "cpu 40 40 40; replicaCpu 80; read 0.1; replicaReads 9000; replicaConnections 99",
                "memory 80 80 40; baseline 90",
                "memory 80 40 40",
                "cpu 90 20 20; allCpu 45 40 40; type cache.r7g.large; read 0.3"
            })
    void noFigureThatIsMissingScales(String words) {
        var it = Case.of(0, Seen.with(words));
        for (NodeFigures node : it.nodes()) {
            for (Metric metric : METRICS) {
                Diagnosis without = it.without(node, metric);
                assertTrue(
                        neverScales(it.diagnosis(), without),
                        () ->
                                "without %s of %s: %s"
                                        .formatted(
                                                metric, node.member().id(), Seen.inWords(without)));
            }
        }
    }

    private static boolean neverScales(Diagnosis with, Diagnosis without) {
        List<Kind> before = kinds(with);
        List<Kind> after = kinds(without);
        boolean decidesToScale = !after.isEmpty() && SCALED.contains(after.getFirst());
        return after.stream().filter(SCALED::contains).allMatch(before::contains)
                && (!decidesToScale || (!before.isEmpty() && SCALED.contains(before.getFirst())));
    }

    /// It may be another finding, and it is not none.
    @Test
    void moreLoadNeverEndsWhatIsFoundOfProcessors() {
        every(
                (random, it) -> {
                    double more = random.nextDouble(60);
                    int minutes = 1 + random.nextInt(Seen.MINUTES);
                    Diagnosis after =
                            it.otherwise(it.oneOf(random), each -> busier(each, more, minutes));
                    return isOfProcessors(after) || !isOfProcessors(it.diagnosis());
                });
    }

    @Test
    void moreLoadNeverMakesAGroupLessCritical() {
        every(
                (random, it) ->
                        it.otherwise(it.oneOf(random), each -> busier(each, 40, Seen.MINUTES))
                                        .critical()
                                || !it.diagnosis().critical());
    }

    /// Properties of what never occurs would hold of anything.
    @Test
    void everyKindOccursOften() {
        Map<Kind, Long> times =
                ALL.stream()
                        .flatMap(each -> kinds(each.diagnosis()).stream())
                        .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        assertEquals(
                List.of(),
                EnumSet.allOf(Kind.class).stream()
                        .filter(each -> times.getOrDefault(each, 0L) < CASES / 200)
                        .toList(),
                times::toString);
    }

    private static boolean isOfProcessors(Diagnosis diagnosis) {
        return kinds(diagnosis).stream().anyMatch(OF_PROCESSORS::contains);
    }

    private static NodeFigures busier(NodeFigures node, double more, int minutes) {
        var other = new TreeMap<>(node.of(Metric.ENGINE_CPU).byMinute());
        other.keySet().stream()
                .limit(minutes)
                .toList()
                .forEach(
                        each ->
                                other.computeIfPresent(
                                        each, (_, now) -> Math.min(100, now + more)));
        return Otherwise.with(node, Metric.ENGINE_CPU, new Series(other));
    }

    private static List<Kind> kinds(Diagnosis diagnosis) {
        return diagnosis.findings().stream().map(Finding::kind).toList();
    }

    private static void every(BiPredicate<Random, Case> holds) {
        for (Case each : ALL) {
            if (!holds.test(new Random(each.seed()), each)) {
                fail("Seed %d: %s | %s".formatted(each.seed(), each.seen(), each.seen().answer()));
            }
        }
    }
}
