package headroom.constructs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Promises: what the owner gives beside the settings is used everywhere, and without it nothing of
/// it is there.
///
/// A cluster with drills and a group share a stack, the key, the topic and the boundary.
final class SurroundingsTest {
    private static final Stack STACK = new Stack(ForeignApp.named("surroundings"), "Data");
    private static final JsonNode ALL = everything();
    private static final JsonNode NONE = nothing();

    private static JsonNode everything() {
        IKey key = Key.Builder.create(STACK, "Key").build();
        ITopic topic = Topic.Builder.create(STACK, "Ops").build();
        var boundary = ManagedPolicy.fromManagedPolicyName(STACK, "Boundary", "developers");
        var headroom =
                ForeignApp.cluster(STACK, "Warehouse", "analytics")
                        .drillMaxNodeHours(24)
                        .operatorsEmail("one@example.com")
                        .operatorsEmails(List.of("two@example.com", "one@example.com"))
                        .operatorsTopic(topic)
                        .permissionsBoundary(boundary)
                        .encryptionKey(key)
                        .logRetention(RetentionDays.ONE_YEAR)
                        .build();
        assertEquals(topic, headroom.getOperatorsTopic());
        Tags.of(headroom).add("team", "warehouse");
        ForeignApp.group(STACK, "Sessions", "sessions")
                .operatorsTopic(topic)
                .permissionsBoundary(boundary)
                .encryptionKey(key)
                .logRetention(RetentionDays.ONE_YEAR)
                .build();
        return ForeignApp.template(STACK);
    }

    private static JsonNode nothing() {
        var stack = new Stack(ForeignApp.named("no-surroundings"), "Data");
        ForeignApp.cluster(stack, "Warehouse", "analytics").build();
        return ForeignApp.template(stack);
    }

    @Test
    void eachRoleIsBounded() {
        // 26 functions of the cluster and its drills, 10 of the group, and three state machines.
        List<JsonNode> roles = ForeignApp.all(ALL, "AWS::IAM::Role");
        assertEquals(23 + 10 + 3, roles.size());
        for (JsonNode each : roles) {
            assertTrue(
                    each.path("PermissionsBoundary").toString().contains(":policy/developers"),
                    each.toString());
        }
        ForeignApp.all(NONE, "AWS::IAM::Role")
                .forEach(each -> assertFalse(each.has("PermissionsBoundary")));
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::SNS::Topic, KmsMasterKeyId, 3",
        "AWS::DynamoDB::Table, SSESpecification, 2",
        "AWS::SQS::Queue, KmsMasterKeyId, 2",
        "AWS::Logs::LogGroup, KmsKeyId, 36"
    })
    void theKeyEncryptsEach(String type, String property, int count) {
        List<JsonNode> made = ForeignApp.all(ALL, type);
        assertEquals(count, made.size());
        // The owner's topic is as the owner made it.
        assertEquals(
                type.equals("AWS::SNS::Topic") ? count - 1 : count,
                made.stream()
                        .filter(each -> each.path(property).toString().contains("Key961B73FD"))
                        .count());
        assertFalse(NONE.toString().matches("(?s).*(?i)\"kms.*"), "no key without one");
    }

    /// Those that no role of ours stands behind.
    @Test
    void theKeysPolicyLetsTheServicesUseIt() {
        Set<String> services = new TreeSet<>();
        ForeignApp.statements(ALL, "AWS::KMS::Key", "KeyPolicy")
                .map(each -> each.at("/Principal/Service"))
                .flatMap(each -> each.isArray() ? each.valueStream() : Stream.of(each))
                .filter(each -> !each.isMissingNode())
                .map(each -> each.isTextual() ? each.asText() : each.toString())
                .forEach(services::add);
        assertEquals(
                Set.of(
                        "cloudwatch.amazonaws.com",
                        "events.amazonaws.com",
                        "sns.amazonaws.com",
                        "{\"Fn::Join\":[\"\",[\"logs.\",{\"Ref\":\"AWS::Region\"},\".\",{\"Ref\":\"AWS::URLSuffix\"}]]}"),
                services);
    }

    @Test
    void theKeysPolicyNamesTheLogGroups() {
        String contexts =
                ForeignApp.statements(ALL, "AWS::KMS::Key", "KeyPolicy")
                        .map(each -> each.path("Condition").toString())
                        .collect(Collectors.joining());
        for (JsonNode each : ForeignApp.all(ALL, "AWS::Logs::LogGroup")) {
            String name = each.path("LogGroupName").asText();
            String ofFunctions = name.replaceFirst("[^/]+$", "*");
            assertTrue(
                    contexts.contains(":log-group:" + name + "\"")
                            || contexts.contains(":log-group:" + ofFunctions + "\""),
                    name);
        }
    }

    /// The trigger, the watch and the state machine of each take the lease or publish.
    @Test
    void theRolesThatNeedTheKeyMayUseIt() {
        Set<String> mayUse = new TreeSet<>();
        for (JsonNode policy : ForeignApp.all(ALL, "AWS::IAM::Policy")) {
            policy.at("/PolicyDocument/Statement")
                    .valueStream()
                    .filter(each -> each.path("Action").toString().contains("kms:GenerateDataKey"))
                    .filter(each -> each.path("Action").toString().contains("kms:Decrypt"))
                    .filter(each -> each.path("Resource").toString().contains("Key961B73FD"))
                    .map(_ -> policy.at("/Roles/0/Ref").asText().replaceFirst("[0-9A-F]{8}$", ""))
                    .forEach(mayUse::add);
        }
        assertEquals(
                Set.of(
                        "SessionsStartScalingRole",
                        "SessionsStateMachineRole",
                        "SessionsWatchRole",
                        "WarehouseDrillStateMachineRole",
                        "WarehouseStartResizeRole",
                        "WarehouseStateMachineRole",
                        "WarehouseWatchRole"),
                mayUse);
    }

    @Test
    void whoseKeyIsElsewhereIsToldWhatItsPolicyNeeds() {
        var stack = new Stack(ForeignApp.named("imported-key"), "Data");
        String arn = "arn:aws:kms:eu-west-1:111122223333:key/abc";
        ForeignApp.group(stack, "Sessions", "sessions")
                .encryptionKey(Key.fromKeyArn(stack, "Key", arn))
                .build();
        assertEquals(
                1,
                Annotations.fromStack(stack)
                        .findWarning(
                                "/Data/Sessions",
                                Match.stringLikeRegexp(".*docs/construct-library.md.*"))
                        .size());
        Annotations.fromStack(STACK).hasNoWarning("*", Match.anyValue());
    }

    @Test
    void theOwnersTopicIsUsedAndNoneIsMade() {
        assertEquals(
                Set.of("Ops", "WarehouseRequests", "SessionsRequests"),
                ids(ALL, "AWS::SNS::Topic"));
        Set<String> told = new TreeSet<>();
        for (JsonNode each : ForeignApp.all(ALL, "AWS::CloudWatch::Alarm")) {
            each.path("AlarmActions")
                    .forEach(
                            one ->
                                    told.add(
                                            one.path("Ref")
                                                    .asText()
                                                    .replaceFirst("[0-9A-F]{8}$", "")));
        }
        assertEquals(Set.of("Ops", "WarehouseRequests", "SessionsRequests"), told);
        for (JsonNode each : ForeignApp.all(ALL, "AWS::StepFunctions::StateMachine")) {
            assertTrue(
                    each.at("/DefinitionSubstitutions/OperatorsTopic/Ref")
                            .asText()
                            .startsWith("Ops"));
        }
        assertTrue(ids(NONE, "AWS::SNS::Topic").contains("WarehouseOperators"));
    }

    @Test
    void eachAddressIsSubscribedOnce() {
        assertEquals(
                List.of("one@example.com", "two@example.com"),
                ForeignApp.all(ALL, "AWS::SNS::Subscription").stream()
                        .filter(each -> each.path("Protocol").asText().equals("email"))
                        .map(
                                each -> {
                                    assertTrue(each.at("/TopicArn/Ref").asText().startsWith("Ops"));
                                    assertTrue(each.has("RedrivePolicy"));
                                    return each.path("Endpoint").asText();
                                })
                        .sorted()
                        .toList());
    }

    @Test
    void logsAreKeptAsTheOwnerSays() {
        ForeignApp.all(ALL, "AWS::Logs::LogGroup")
                .forEach(each -> assertEquals(365, each.path("RetentionInDays").asInt()));
        ForeignApp.all(NONE, "AWS::Logs::LogGroup")
                .forEach(each -> assertEquals(90, each.path("RetentionInDays").asInt()));
    }

    @Test
    void tagsAreOnAllOfIt() {
        for (String type :
                List.of("AWS::DynamoDB::Table", "AWS::Lambda::Function", "AWS::SQS::Queue")) {
            long tagged =
                    ForeignApp.all(ALL, type).stream()
                            .filter(each -> each.path("Tags").toString().contains("\"warehouse\""))
                            .count();
            assertEquals(type.equals("AWS::Lambda::Function") ? 23 : 1, tagged, type);
        }
    }

    private static Set<String> ids(JsonNode template, String type) {
        return template.path("Resources").properties().stream()
                .filter(each -> each.getValue().path("Type").asText().equals(type))
                .map(each -> each.getKey().replaceFirst("[0-9A-F]{8}$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
