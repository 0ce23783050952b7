package headroom.constructs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.constructs.redshift.RedshiftHeadroom;

import org.junit.jupiter.api.Test;

import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnElement;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.StageProps;
import software.amazon.awscdk.pipelines.CodePipeline;
import software.amazon.awscdk.pipelines.CodePipelineSource;
import software.amazon.awscdk.pipelines.ShellStep;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;
import software.constructs.IConstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Promises: the constructs stand in any stack, several in one, in stages with environments of
/// their own, and in a pipeline.
final class PlacesTest {
    @Test
    void severalShareAStackAndNoName() {
        var stack = new Stack(ForeignApp.named("several"), "Data");
        ForeignApp.cluster(stack, "Analytics", "analytics").drillMaxNodeHours(24).build();
        ForeignApp.cluster(stack, "Finance", "finance").build();
        ForeignApp.group(stack, "Sessions", "sessions").build();
        ForeignApp.group(stack, "Cache", "analytics").build();
        JsonNode template = ForeignApp.template(stack);
        for (String named :
                List.of("LogGroupName", "AlarmName", "StateMachineName", "DashboardName")) {
            List<String> names = new ArrayList<>();
            template.path("Resources")
                    .findValues(named)
                    .forEach(each -> names.add(each.toString()));
            assertTrue(names.size() >= 4, named);
            assertEquals(names.size(), Set.copyOf(names).size(), named);
        }
        assertEquals(4, ForeignApp.all(template, "AWS::DynamoDB::Table").size());
        assertEquals(5, ForeignApp.all(template, "AWS::StepFunctions::StateMachine").size());
        assertEquals(3, template.path("Conditions").size(), "each condition once");
    }

    @Test
    void theGettersAreOfWhatIsDeployed() {
        var stack = new Stack(ForeignApp.named("getters"), "Data");
        RedshiftHeadroom headroom =
                ForeignApp.cluster(stack, "Warehouse", "analytics").drillMaxNodeHours(24).build();
        var group = ForeignApp.group(stack, "Sessions", "sessions").build();
        assertEquals(
                Map.of(
                        "requests", "WarehouseRequests",
                        "operators", "WarehouseOperators",
                        "state machine", "WarehouseStateMachine",
                        "drills", "WarehouseDrillStateMachine",
                        "dashboard", "WarehouseDashboard",
                        "group's", "SessionsStateMachine"),
                new TreeMap<>(
                        Map.of(
                                "requests", id(stack, headroom.getRequestsTopic()),
                                "operators", id(stack, headroom.getOperatorsTopic()),
                                "state machine", id(stack, headroom.getStateMachine()),
                                "drills", id(stack, headroom.getDrillStateMachine().orElseThrow()),
                                "dashboard", id(stack, headroom.getDashboard()),
                                "group's", id(stack, group.getStateMachine()))));
        assertTrue(
                ForeignApp.cluster(stack, "Finance", "finance")
                        .build()
                        .getDrillStateMachine()
                        .isEmpty());
    }

    private static String id(Stack stack, IConstruct construct) {
        return stack.getLogicalId(
                        (CfnElement) requireNonNull(construct.getNode().getDefaultChild()))
                .replaceFirst("[0-9A-F]{8}$", "");
    }

    /// What differs is the place alone: the bytes that are deployed are the same.
    @Test
    void twoStagesDeployTheSameToTwoEnvironments() {
        App app = ForeignApp.named("stages");
        JsonNode ireland = ForeignApp.template(stack(stage(app, "eu-west-1")));
        JsonNode beijing = ForeignApp.template(stack(stage(app, "cn-north-1")));
        assertEquals(2, assets(ireland).size(), "the jar and the definition");
        assertEquals(assets(ireland), assets(beijing));
        String command = "sns publish --region %s ";
        assertTrue(ireland.path("Outputs").toString().contains(command.formatted("eu-west-1")));
        assertTrue(beijing.path("Outputs").toString().contains(command.formatted("cn-north-1")));
        assertFalse(beijing.toString().contains("eu-west-1"));
    }

    private static Set<String> assets(JsonNode template) {
        return Pattern.compile("[0-9a-f]{64}\\.(jar|json)")
                .matcher(template.toString())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stack stack(Stage stage) {
        return (Stack) stage.getNode().findChild("Data");
    }

    @Test
    void aPipelineDeploysIt() {
        App app = ForeignApp.named("pipeline");
        var tools =
                new Stack(app, "Tools", StackProps.builder().env(environment("eu-west-1")).build());
        var pipeline =
                CodePipeline.Builder.create(tools, "Pipeline")
                        .synth(
                                ShellStep.Builder.create("Synth")
                                        .input(
                                                CodePipelineSource.s3(
                                                        Bucket.fromBucketName(
                                                                tools, "Code", "code"),
                                                        "app.zip"))
                                        .commands(List.of("npx cdk synth"))
                                        .build())
                        .build();
        pipeline.addStage(stage(app, "eu-west-1"));
        pipeline.buildPipeline();
        assertTrue(
                ForeignApp.all(ForeignApp.template(tools), "AWS::CodePipeline::Pipeline")
                        .toString()
                        .contains("eu-west-1-Data"));
    }

    private static Stage stage(Construct scope, String region) {
        var stage = new Stage(scope, region, StageProps.builder().env(environment(region)).build());
        String partition = region.startsWith("cn-") ? "aws-cn" : "aws";
        ForeignApp.cluster(new Stack(stage, "Data"), "Warehouse", "analytics")
                .endpoints(
                        List.of(
                                "arn:%s:dms:%s:111122223333:endpoint:ABC"
                                        .formatted(partition, region)))
                .build();
        return stage;
    }

    private static Environment environment(String region) {
        return Environment.builder().account("111122223333").region(region).build();
    }
}
