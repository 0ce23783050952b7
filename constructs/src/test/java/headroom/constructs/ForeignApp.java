package headroom.constructs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.constructs.elasticache.ElastiCacheHeadroom;
import headroom.constructs.redshift.RedshiftHeadroom;

import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.constructs.Construct;

import java.util.List;
import java.util.stream.Stream;

/// An app of somebody's, without the flags of Headroom's own.
public final class ForeignApp {
    static final String ENDPOINT = "arn:aws:dms:eu-west-1:111122223333:endpoint:ABC";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ForeignApp() {}

    /// @param name of the folder for what it synthesises
    public static App named(String name) {
        return new App(AppProps.builder().outdir("target/cdk/" + name).build());
    }

    /// With what is required.
    public static RedshiftHeadroom.Builder cluster(Construct scope, String id, String cluster) {
        return RedshiftHeadroom.Builder.create(scope, id)
                .cluster(cluster)
                .endpoints(List.of(ENDPOINT + cluster))
                .maxNodes(16);
    }

    /// With what is required.
    public static ElastiCacheHeadroom.Builder group(Construct scope, String id, String group) {
        return ElastiCacheHeadroom.Builder.create(scope, id)
                .replicationGroup(group)
                .maxShards(6)
                .maxReplicasPerShard(3);
    }

    static JsonNode template(Stack stack) {
        return JSON.valueToTree(Template.fromStack(stack).toJSON());
    }

    /// The properties of all resources of a type.
    static List<JsonNode> all(JsonNode template, String type) {
        return template.path("Resources").properties().stream()
                .map(each -> each.getValue())
                .filter(each -> each.path("Type").asText().equals(type))
                .map(each -> each.path("Properties"))
                .toList();
    }

    /// Each that is an action on the resource's properties, or a principal in them.
    static Stream<JsonNode> statements(JsonNode template, String type, String document) {
        return all(template, type).stream()
                .flatMap(each -> each.path(document).path("Statement").valueStream());
    }
}
