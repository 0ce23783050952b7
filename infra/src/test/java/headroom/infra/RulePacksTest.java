package headroom.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.configuration.ClusterConfiguration;
import headroom.configuration.Configuration;
import headroom.constructs.elasticache.ElastiCacheHeadroom;
import headroom.constructs.nag.NagAnswers;
import headroom.constructs.redshift.RedshiftHeadroom;
import headroom.constructs.workflow.Suppression;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import io.github.cdklabs.cdknag.NagReportFormat;
import io.github.cdklabs.cdknag.ServerlessChecks;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Promises: what cdk-nag's rules say of good practice holds, or is answered in [Suppression].
///
/// Its warnings count as its errors do, and so does a rule that could not be judged.
final class RulePacksTest {
    private static final String OUT = "target/cdk.nag";
    private static final List<String> PACKS = List.of("AwsSolutions", "Serverless");
    private static final String SUPPRESSED = "Suppressed";
    private static final Set<String> GOOD = Set.of("Compliant", "N/A", SUPPRESSED);

    /// What is answered for a cluster's stack, for one with drills and for a group's.
    private static final Map<String, List<Suppression>> STACKS = new TreeMap<>();

    private static final Map<String, List<JsonNode>> JUDGED = judge();

    static Set<String> stacks() {
        return STACKS.keySet();
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void noRuleIsBroken(String stack) {
        Set<String> broken =
                judged(stack)
                        .filter(each -> !GOOD.contains(each.path("compliance").asText()))
                        .map(each -> place(each) + ": " + each.path("ruleInfo").asText())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals("", String.join("\n", broken));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void noSuppressionIsLeftOverFromAFindingThatIsGone(String stack) {
        Set<String> used =
                judged(stack)
                        .filter(each -> each.path("compliance").asText().equals(SUPPRESSED))
                        .map(RulePacksTest::place)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> suppressed =
                STACKS.getOrDefault(stack, List.of()).stream()
                        .map(
                                each ->
                                        "%s at %s/%s/%s"
                                                .formatted(
                                                        each.rule(),
                                                        stack,
                                                        RedshiftStack.NO_LEVEL,
                                                        each.resource()))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", used), String.join("\n", suppressed));
    }

    private static Stream<JsonNode> judged(String stack) {
        return JUDGED.getOrDefault(stack, List.of()).stream();
    }

    private static String place(JsonNode line) {
        return line.path("ruleId").asText() + " at " + line.path("resourceId").asText();
    }

    /// What each rule says of each resource.
    private static Map<String, List<JsonNode>> judge() {
        // CDK would end with the first pack's findings, and this test tells all of them.
        App app =
                Synthesised.app(
                        OUT,
                        Map.of(
                                "@aws-cdk/core:annotationsInValidationReport", false,
                                "@aws-cdk/core:validateAgainstDefaultRules", false));
        Configuration configuration = Synthesised.configuration();
        for (ClusterConfiguration each :
                List.of(configuration.clusters().getFirst(), configuration.clusters().getLast())) {
            var stack = new RedshiftStack(app, each);
            var headroom = (RedshiftHeadroom) stack.getNode().findChild(RedshiftStack.NO_LEVEL);
            STACKS.put(stack.getStackName(), NagAnswers.of(headroom));
            NagAnswers.to(headroom);
        }
        var stack = new CacheStack(app, configuration.groups().getFirst());
        var headroom = (ElastiCacheHeadroom) stack.getNode().findChild(RedshiftStack.NO_LEVEL);
        STACKS.put(stack.getStackName(), NagAnswers.of(headroom));
        NagAnswers.to(headroom);
        NagPackProps asJson =
                NagPackProps.builder().reportFormats(List.of(NagReportFormat.JSON)).build();
        Aspects.of(app).add(new AwsSolutionsChecks(asJson));
        Aspects.of(app).add(new ServerlessChecks(asJson));
        app.synth();
        return STACKS.keySet().stream()
                .collect(Collectors.toMap(each -> each, RulePacksTest::lines));
    }

    private static List<JsonNode> lines(String stack) {
        List<JsonNode> lines = new ArrayList<>();
        PACKS.forEach(pack -> report(pack, stack).path("lines").forEach(lines::add));
        return lines;
    }

    private static JsonNode report(String pack, String stack) {
        Path file = Path.of(OUT, "%s-%s-NagReport.json".formatted(pack, stack));
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
