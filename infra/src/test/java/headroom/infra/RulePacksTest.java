package headroom.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.configuration.Configuration;
import headroom.infra.elasticache.CacheStack;
import headroom.infra.redshift.RedshiftStack;

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

    /// A cluster's stack, one with drills, and a group's, with what is answered for each.
    private static final Map<String, List<Suppression>> STACKS =
            Map.of(
                    "headroom-redshift-analytics",
                    headroom.infra.redshift.Suppressions.all("analytics"),
                    "headroom-redshift-sales",
                    headroom.infra.redshift.Suppressions.allWithDrills("sales"),
                    "headroom-elasticache-user-sessions",
                    headroom.infra.elasticache.Suppressions.all());

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
                        .map(each -> "%s at %s/%s".formatted(each.rule(), stack, each.resource()))
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
        Stream.concat(
                        configuration.clusters().stream()
                                .filter(each -> STACKS.containsKey(each.names().stack()))
                                .map(each -> new RedshiftStack(app, each, Synthesised.artifacts())),
                        configuration.groups().stream()
                                .filter(each -> STACKS.containsKey(each.names().stack()))
                                .map(each -> new CacheStack(app, each, Synthesised.artifacts())))
                .forEach(
                        stack ->
                                STACKS.getOrDefault(stack.getStackName(), List.of())
                                        .forEach(each -> each.add(stack)));
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
