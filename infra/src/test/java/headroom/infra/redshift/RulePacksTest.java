package headroom.infra.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.infra.Synthesised;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import io.github.cdklabs.cdknag.NagReportFormat;
import io.github.cdklabs.cdknag.ServerlessChecks;

import org.junit.jupiter.api.Test;

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

/// Promises: what cdk-nag's rules say of good practice holds, or is answered in [Suppression].
///
/// Its warnings count as its errors do, and so does a rule that could not be judged.
final class RulePacksTest {
    private static final String OUT = "target/cdk.nag";
    private static final List<String> PACKS = List.of("AwsSolutions", "Serverless");
    private static final String SUPPRESSED = "Suppressed";
    private static final Set<String> GOOD = Set.of("Compliant", "N/A", SUPPRESSED);
    private static final String STACK = "headroom-redshift-analytics";
    private static final List<JsonNode> JUDGED = judge();

    @Test
    void noRuleIsBroken() {
        Set<String> broken =
                JUDGED.stream()
                        .filter(each -> !GOOD.contains(each.path("compliance").asText()))
                        .map(each -> place(each) + ": " + each.path("ruleInfo").asText())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals("", String.join("\n", broken));
    }

    @Test
    void noSuppressionIsLeftOverFromAFindingThatIsGone() {
        Set<String> used =
                JUDGED.stream()
                        .filter(each -> each.path("compliance").asText().equals(SUPPRESSED))
                        .map(RulePacksTest::place)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> suppressed =
                Suppression.all().stream()
                        .map(each -> "%s at %s/%s".formatted(each.rule(), STACK, each.resource()))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", used), String.join("\n", suppressed));
    }

    private static String place(JsonNode line) {
        return line.path("ruleId").asText() + " at " + line.path("resourceId").asText();
    }

    /// What each rule says of each resource.
    private static List<JsonNode> judge() {
        // CDK would end with the first pack's findings, and this test tells all of them.
        App app =
                Synthesised.app(
                        OUT,
                        Map.of(
                                "@aws-cdk/core:annotationsInValidationReport", false,
                                "@aws-cdk/core:validateAgainstDefaultRules", false));
        var stack =
                new RedshiftStack(
                        app,
                        Synthesised.configuration().clusters().getFirst(),
                        Synthesised.artifacts());
        Suppression.in(stack);
        NagPackProps asJson =
                NagPackProps.builder().reportFormats(List.of(NagReportFormat.JSON)).build();
        Aspects.of(app).add(new AwsSolutionsChecks(asJson));
        Aspects.of(app).add(new ServerlessChecks(asJson));
        app.synth();
        List<JsonNode> lines = new ArrayList<>();
        PACKS.forEach(pack -> report(pack).path("lines").forEach(lines::add));
        return lines;
    }

    private static JsonNode report(String pack) {
        Path file = Path.of(OUT, "%s-%s-NagReport.json".formatted(pack, STACK));
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
