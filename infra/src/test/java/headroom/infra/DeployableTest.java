package headroom.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.run.Console;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Promises: each template deploys as it stands, in any partition. CloudFormation refuses the whole
/// of a template for any of these mistakes, and no other test looks for them.
final class DeployableTest {
    static final List<Synthesised> STACKS = Synthesised.all();

    private static final Set<String> PSEUDO =
            Set.of(
                    "AWS::AccountId",
                    "AWS::NoValue",
                    "AWS::Partition",
                    "AWS::Region",
                    "AWS::StackId",
                    "AWS::StackName",
                    "AWS::URLSuffix");

    /// The endpoints of the settings are the only ARNs that are there beforehand.
    private static final Pattern LITERAL_ARN =
            Pattern.compile("arn:aws[a-z-]*:(?!dms:cn-north-1:)");

    @ParameterizedTest
    @FieldSource("STACKS")
    void everyReferenceIsToSomethingInTheTemplate(Synthesised stack) {
        Set<String> known = new LinkedHashSet<>(PSEUDO);
        names(stack, "Resources").forEach(known::add);
        names(stack, "Parameters").forEach(known::add);
        Set<String> unknown = new LinkedHashSet<>(References.in(stack.template()));
        stack.template()
                .path("Resources")
                .forEach(each -> unknown.addAll(References.ofResource(each)));
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }

    /// One stack can be deployed, and deleted, without the others.
    @ParameterizedTest
    @FieldSource("STACKS")
    void stacksImportNothingFromOneAnother(Synthesised stack) {
        String template = stack.template().toString();
        assertFalse(template.contains("Fn::ImportValue"));
        assertFalse(template.contains("Fn::GetStackOutput"));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void noResourceWaitsForItself(Synthesised stack) {
        Map<String, Set<String>> waits = new TreeMap<>();
        stack.template()
                .path("Resources")
                .properties()
                .forEach(each -> waits.put(each.getKey(), References.ofResource(each.getValue())));
        Set<String> made = new LinkedHashSet<>();
        waits.keySet().forEach(each -> make(each, waits, made, new ArrayList<>()));
    }

    /// Makes whatever the resource waits for, and then the resource.
    private static void make(
            String resource, Map<String, Set<String>> waits, Set<String> made, List<String> path) {
        assertFalse(path.contains(resource), () -> "waits for itself: " + path);
        if (made.contains(resource)) {
            return;
        }
        path.add(resource);
        waits.getOrDefault(resource, Set.of()).forEach(each -> make(each, waits, made, path));
        path.removeLast();
        made.add(resource);
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void everyAssetIsThereAndNoneIsAnImage(Synthesised stack) throws IOException {
        Path out = Path.of(Synthesised.OUT);
        JsonNode assets =
                new ObjectMapper().readTree(out.resolve(stack.name() + ".assets.json").toFile());
        int definitions = stack.all("AWS::StepFunctions::StateMachine").size();
        assertEquals(
                2 + definitions,
                assets.path("files").size(),
                "the template, the definitions and the jar");
        for (JsonNode asset : assets.path("files")) {
            Path file = out.resolve(asset.at("/source/path").asText());
            assertTrue(Files.isRegularFile(file), file.toString());
        }
        assertEquals(0, assets.path("dockerImages").size());
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void noAccountRegionOrPartitionIsWrittenDown(Synthesised stack) {
        String template = stack.template().path("Resources").toString();
        // The console's host is chosen by a condition, as no pseudo-parameter holds it.
        for (String partition : List.of("aws-cn", "aws-us-gov")) {
            template = template.replace(Console.host(partition), "");
        }
        assertFalse(LITERAL_ARN.matcher(template).find());
        for (String literal : List.of("amazonaws.com.cn", "amazonaws.cn", "us-east-1", "us-gov")) {
            assertFalse(template.contains(literal), literal);
        }
    }

    /// Every ARN of a right, target or endpoint begins with the partition that the stack is in.
    @ParameterizedTest
    @FieldSource("STACKS")
    void arnsAreOfThePartitionThatTheStackIsIn(Synthesised stack) {
        for (String partition : List.of("aws", "aws-cn", "aws-us-gov")) {
            List<String> arns = new ArrayList<>();
            arns(stack.template().path("Resources"), arns);
            assertFalse(arns.isEmpty());
            for (String arn : arns) {
                String deployed = arn.replace("${AWS::Partition}", partition);
                assertTrue(deployed.startsWith("arn:" + partition + ":"), arn);
            }
        }
    }

    private static void arns(JsonNode part, List<String> found) {
        if (part.has("Fn::Join") || part.has("Fn::Sub")) {
            String text = Synthesised.text(part);
            if (text.startsWith("arn:")) {
                found.add(text);
            }
        }
        part.forEach(each -> arns(each, found));
    }

    private static List<String> names(Synthesised stack, String section) {
        List<String> names = new ArrayList<>();
        stack.template().path(section).fieldNames().forEachRemaining(names::add);
        return names;
    }
}
