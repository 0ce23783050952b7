package headroom.infra;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.configuration.Configuration;

import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Templates as they would be deployed, synthesised once for all tests, with the flags of
/// `cdk.json`.
///
/// Ids and references are told without the hash that CDK puts behind each.
public final class Synthesised {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> FLAGS = new TypeReference<>() {};
    private static final String HASH = "[0-9A-F]{8}$";
    private static final Path ROOT = Path.of("..");
    private static final Map<String, Synthesised> STACKS = synthesise();

    /// With an e-mail address, a window and levels of its own; its endpoint is in China.
    public static final Synthesised ANALYTICS = stack("headroom-redshift-analytics");

    /// As little configured as possible, and without events.
    public static final Synthesised FINANCE = stack("headroom-redshift-finance");

    /// On the other processor, and with drills.
    public static final Synthesised SALES = stack("headroom-redshift-sales");

    /// With an e-mail address, a window, levels and a largest node type of its own.
    public static final Synthesised SESSIONS = stack("headroom-elasticache-user-sessions");

    /// A group with a cluster's name, as little configured as possible, and without events.
    public static final Synthesised ANALYTICS_CACHE = stack("headroom-elasticache-analytics");

    /// Where the app puts what it synthesised.
    public static final String OUT = "target/cdk.out";

    private final String name;
    private final JsonNode template;

    private Synthesised(Stack stack) {
        this.name = stack.getStackName();
        this.template = JSON.valueToTree(Template.fromStack(stack).toJSON());
    }

    /// All of them in one app, as they would be deployed at once.
    private static Map<String, Synthesised> synthesise() {
        App app = app(OUT, Map.of());
        Configuration configuration = configuration();
        List<Stack> stacks = new ArrayList<>();
        configuration.clusters().forEach(each -> stacks.add(new RedshiftStack(app, each)));
        configuration.groups().forEach(each -> stacks.add(new CacheStack(app, each)));
        return stacks.stream()
                .map(Synthesised::new)
                .collect(
                        Collectors.toMap(
                                Synthesised::name, each -> each, (one, _) -> one, TreeMap::new));
    }

    private static Synthesised stack(String name) {
        return requireNonNull(STACKS.get(name), name);
    }

    /// Of all workflows.
    public static List<Synthesised> all() {
        return List.copyOf(STACKS.values());
    }

    /// @param machine the definition's file, without its ending
    public static Path definition(String machine) {
        return ROOT.resolve("statemachine").resolve(machine + ".asl.json");
    }

    /// @param others flags that differ from those of `cdk.json`
    public static App app(String outdir, Map<String, Object> others) {
        try {
            Map<String, Object> flags =
                    JSON.convertValue(
                            JSON.readTree(ROOT.resolve("cdk.json").toFile()).path("context"),
                            FLAGS);
            flags.putAll(others);
            return new App(AppProps.builder().context(flags).outdir(outdir).build());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Configuration configuration() {
        String context =
                """
                {"clusters": [
                  {"cluster": "analytics", "endpoints": ["%1$s"], "maxNodes": 16,
                   "alarmPercent": 75, "criticalPercent": 85,
                   "window": "SAT,SUN 01:00-05:00 Europe/Berlin", "operatorsEmail": "ops@example.com"},
                  {"cluster": "finance", "endpoints": ["%1$sDEF"], "maxNodes": 4, "alarmMinutes": 40,
                   "events": "off"},
                  {"cluster": "sales", "endpoints": ["%1$s-SALES"], "maxNodes": 8, "architecture": "x86_64",
                   "drill": 15, "drillMaxNodeHours": 24}],
                 "caches": [
                  {"replicationGroup": "user-sessions", "maxShards": 6, "maxReplicasPerShard": 3,
                   "largestNodeType": "cache.r7g.2xlarge", "clusterModeMigration": "yes", "cpuPercent": 65, "memoryPercent": 80,
                   "headroomFactor": 1.5, "window": "daily 01:00-05:00 UTC", "operatorsEmail": "ops@example.com"},
                  {"replicationGroup": "analytics", "maxShards": 2, "maxReplicasPerShard": 0,
                   "architecture": "x86_64", "events": "off"}]}
                """
                        .formatted("arn:aws-cn:dms:cn-north-1:111122223333:endpoint:ABC");
        try {
            return Configuration.parse(JSON.readValue(context, FLAGS));
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }

    public JsonNode template() {
        return template;
    }

    /// The properties of all resources of a type.
    public List<JsonNode> all(String type) {
        return resources(type).map(each -> each.getValue().path("Properties")).toList();
    }

    /// The properties of the one resource of a type.
    public JsonNode only(String type) {
        List<JsonNode> found = all(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " resources of type " + type);
        }
        return found.getFirst();
    }

    /// The ids of all resources of a type, without the hash.
    public List<String> ids(String type) {
        return resources(type).map(each -> each.getKey().replaceFirst(HASH, "")).toList();
    }

    /// A resource by its type and its id without the hash.
    public JsonNode resource(String type, String id) {
        return resources(type)
                .filter(each -> each.getKey().replaceFirst(HASH, "").equals(id))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " named " + id));
    }

    public JsonNode properties(String type, String id) {
        return resource(type, id).path("Properties");
    }

    /// The permission of a service to invoke a function.
    public JsonNode permission(String principal) {
        return all("AWS::Lambda::Permission").stream()
                .filter(each -> each.path("Principal").asText().equals(principal))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no permission for " + principal));
    }

    /// All that a role may do: `action on resource`, and the conditions if there are any.
    public List<String> rights(String role) {
        List<String> rights = new ArrayList<>();
        for (JsonNode policy : all("AWS::IAM::Policy")) {
            if (text(policy.at("/Roles/0")).equals("${" + role + "}")) {
                policy.at("/PolicyDocument/Statement").forEach(each -> rights.addAll(rights(each)));
            }
        }
        return rights.stream().sorted().toList();
    }

    private static List<String> rights(JsonNode statement) {
        List<String> rights = new ArrayList<>();
        for (String action : texts(statement.path("Action"))) {
            for (String resource : texts(statement.path("Resource"))) {
                String condition =
                        statement.has("Condition") ? " if " + statement.path("Condition") : "";
                rights.add(action + " on " + resource + condition);
            }
        }
        return rights;
    }

    public static List<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isArray()
                ? Stream.iterate(0, i -> i < oneOrMore.size(), i -> i + 1)
                        .map(i -> text(oneOrMore.path(i)))
                        .toList()
                : List.of(text(oneOrMore));
    }

    /// A value with its references in the form `${Id}` or `${Id.Attribute}`.
    public static String text(JsonNode value) {
        if (value.has("Ref")) {
            return "${" + value.path("Ref").asText().replaceFirst(HASH, "") + "}";
        }
        if (value.has("Fn::GetAtt")) {
            JsonNode attribute = value.path("Fn::GetAtt");
            return "${%s.%s}"
                    .formatted(
                            attribute.path(0).asText().replaceFirst(HASH, ""),
                            attribute.path(1).asText());
        }
        if (value.has("Fn::Join")) {
            return String.join("", texts(value.at("/Fn::Join/1")));
        }
        if (value.has("Fn::If")) {
            // As in China, the first that a condition names.
            return text(value.at("/Fn::If/1"));
        }
        return value.asText();
    }

    private Stream<Map.Entry<String, JsonNode>> resources(String type) {
        return template.path("Resources").properties().stream()
                .filter(each -> each.getValue().path("Type").asText().equals(type));
    }
}
