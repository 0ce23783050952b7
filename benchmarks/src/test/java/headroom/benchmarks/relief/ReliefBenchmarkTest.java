package headroom.benchmarks.relief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.benchmarks.findings.Target;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// A share of what `./benchmark relief` plays in full.
final class ReliefBenchmarkTest {
    private static final String DIAGNOSES =
            "diagnoses that are wrong where figures are complete, %";
    private static final String CLIENTS = "nodes bought for clients' faults";
    private static final String NODES = "nodes bought, of the oracle's";
    private static final String MINUTES = "minutes from the alarm to relief, of the oracle's";
    private static final String VIOLATIONS =
            "stories in which an invariant of the rehearsal was violated";

    private static final int EACH_ONCE = Cause.values().length;
    private static final double OF_CHANCE = 1.2;
    private static final Pattern KIND = Pattern.compile("\"kind\":\"[a-z_]+\"");

    /// What is seldom in all stories may be less so in a tenth of them.
    @Test
    void meetsItsTargetsOnAShareButForChance() {
        Sample share = Sample.play(8 * Cause.values().length);
        assertEquals(
                List.of(),
                ReliefBenchmark.targets(share).stream()
                        .filter(each -> each.found() > each.most() * OF_CHANCE)
                        .map(Target::row)
                        .toList());
        assertTrue(
                share.all().stream().anyMatch(each -> each.headroom().steps() > 0),
                "no story has a step");
    }

    @Test
    void missesItsTargetWhereADiagnosisIsBlind() {
        Sample blind =
                new Sample(
                        LongStream.range(0, EACH_ONCE)
                                .mapToObj(
                                        seed ->
                                                Tale.of(
                                                        Stories.of(seed),
                                                        ReliefBenchmarkTest::blind))
                                .toList());
        assertTrue(missed(blind).contains(DIAGNOSES), () -> missed(blind).toString());
    }

    /// Says the same of everything.
    private static RequestStreamHandler blind(RequestStreamHandler real) {
        return (in, out, context) -> {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            real.handleRequest(in, answer, context);
            out.write(
                    KIND.matcher(answer.toString(StandardCharsets.UTF_8))
                            .replaceAll("\"kind\":\"busy\"")
                            .getBytes(StandardCharsets.UTF_8));
        };
    }

    @Test
    void missesItsTargetsWhereStepsAreInVainLateAndTooLarge() {
        Tale told =
                tale(
                        Cause.CHURN,
                        new Outcome(1, Optional.empty()),
                        new Outcome(0, Optional.empty()));
        Tale slow = tale(Cause.EVEN_READS, late(4, 40), late(3, 20));
        assertEquals(List.of(CLIENTS, NODES, MINUTES), missed(new Sample(List.of(told, slow))));
    }

    @Test
    void meetsThemWhereStepsAreTheOracles() {
        Tale soon = tale(Cause.EVEN_READS, late(3, 25), late(3, 20));
        assertEquals(List.of(), missed(new Sample(List.of(soon))));
    }

    @Test
    void missesItsTargetWhereAnInvariantIsViolated() {
        Tale tale = tale(Cause.EVEN_READS, late(3, 20), late(3, 20));
        Played violated =
                new Played(
                        tale.headroom().answer(),
                        tale.headroom().outcome(),
                        1,
                        Optional.of(40),
                        List.of("two changes at once"));
        assertEquals(
                List.of(VIOLATIONS),
                missed(
                        new Sample(
                                List.of(
                                        new Tale(
                                                tale.story(),
                                                tale.alarm(),
                                                violated,
                                                tale.autoScaling(),
                                                tale.oracle())))));
    }

    private static Outcome late(int nodes, int minutes) {
        return new Outcome(nodes, Optional.of(Duration.ofMinutes(minutes)));
    }

    /// Told rightly.
    private static Tale tale(Cause cause, Outcome ours, Outcome oracle) {
        Story story =
                LongStream.range(0, 1_000)
                        .mapToObj(Stories::of)
                        .filter(each -> each.cause() == cause && each.isComplete())
                        .findFirst()
                        .orElseThrow();
        String right = cause == Cause.CHURN ? "connection_churn" : "busy_reads";
        return new Tale(
                story,
                Optional.of(World.START),
                new Played(right, ours, 1, Optional.of(40), List.of()),
                oracle,
                oracle);
    }

    private static List<String> missed(Sample sample) {
        return ReliefBenchmark.targets(sample).stream()
                .filter(each -> !each.isMet())
                .map(Target::what)
                .toList();
    }
}
