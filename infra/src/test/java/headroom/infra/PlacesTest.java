package headroom.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.configuration.Configuration;
import headroom.configuration.HeadroomJson;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Promises: each stack goes where its entry says, and those of one name stand beside each other.
final class PlacesTest {
    private static final String SETTINGS =
            """
            {"defaults": {"maxNodes": 4, "maxShards": 6, "maxReplicasPerShard": 3},
             "clusters": [
              {"cluster": "sales", "account": "111122223333", "region": "eu-west-1",
               "endpoints": ["arn:aws:dms:eu-west-1:111122223333:endpoint:A"]},
              {"cluster": "sales", "account": "444455556666", "region": "us-east-1",
               "endpoints": ["arn:aws:dms:us-east-1:444455556666:endpoint:A"]},
              {"cluster": "finance", "endpoints": ["arn:aws:dms:eu-west-1:111122223333:endpoint:B"]}],
             "caches": [{"replicationGroup": "sales", "account": "111122223333"}]}
            """;

    @TempDir private static Path out;
    private static JsonNode artifacts;

    @BeforeAll
    static void synthesise() throws IOException {
        App app = Synthesised.app(out.toString(), Map.of());
        Configuration configuration =
                Configuration.parse(
                        Optional.of(HeadroomJson.of(HeadroomJson.NAME, SETTINGS)),
                        Map.of(),
                        Optional.empty());
        configuration.clusters().forEach(each -> new RedshiftStack(app, each));
        configuration.groups().forEach(each -> new CacheStack(app, each));
        app.synth();
        artifacts =
                new ObjectMapper()
                        .readTree(out.resolve("manifest.json").toFile())
                        .path("artifacts");
    }

    @Test
    void eachStackGoesWhereItsEntrySaysAndTheRestIsUpToTheCredentials() {
        assertEquals(
                new TreeMap<>(
                        Map.of(
                                "headroom-redshift-sales.111122223333.eu-west-1",
                                "headroom-redshift-sales at aws://111122223333/eu-west-1",
                                "headroom-redshift-sales.444455556666.us-east-1",
                                "headroom-redshift-sales at aws://444455556666/us-east-1",
                                "headroom-redshift-finance",
                                "headroom-redshift-finance at aws://unknown-account/unknown-region",
                                "headroom-elasticache-sales.111122223333",
                                "headroom-elasticache-sales at aws://111122223333/unknown-region")),
                stacks());
    }

    /// Lambda publishes no version of a function in which nothing has changed, and CloudFormation
    /// fails then.
    @Test
    void whereAPlaceMakesNewVersionsItChangesTheFunctionsToo() {
        Template free = template("");
        Template placed = template("\"account\": \"111122223333\", \"region\": \"eu-west-1\",");
        Set<String> versions = free.findResources("AWS::Lambda::Version").keySet();
        assertTrue(
                Collections.disjoint(
                        versions, placed.findResources("AWS::Lambda::Version").keySet()));
        assertEquals(versions.size(), descriptions(free).size());
        assertEquals(
                descriptions(free).stream()
                        .map(each -> each + ", for 111122223333/eu-west-1")
                        .collect(Collectors.toSet()),
                descriptions(placed));
    }

    private static Template template(String place) {
        String settings =
                """
                {"clusters": [{"cluster": "sales", %s "maxNodes": 4,
                 "endpoints": ["arn:aws:dms:eu-west-1:111122223333:endpoint:A"]}]}
                """
                        .formatted(place);
        Configuration configuration =
                Configuration.parse(
                        Optional.of(HeadroomJson.of(HeadroomJson.NAME, settings)),
                        Map.of(),
                        Optional.empty());
        return Template.fromStack(
                new RedshiftStack(
                        Synthesised.app("target/cdk.places/" + place.length(), Map.of()),
                        configuration.clusters().getFirst()));
    }

    private static Set<String> descriptions(Template template) {
        return template.findResources("AWS::Lambda::Function").values().stream()
                .map(each -> new ObjectMapper().<JsonNode>valueToTree(each))
                .map(each -> each.at("/Properties/Description").asText())
                .collect(Collectors.toSet());
    }

    private static Map<String, String> stacks() {
        Map<String, String> stacks = new TreeMap<>();
        artifacts
                .properties()
                .forEach(
                        each -> {
                            JsonNode artifact = each.getValue();
                            if (artifact.path("type").asText().equals("aws:cloudformation:stack")) {
                                stacks.put(
                                        artifact.path("displayName").asText(each.getKey()),
                                        "%s at %s"
                                                .formatted(
                                                        artifact.at("/properties/stackName")
                                                                .asText(each.getKey()),
                                                        artifact.path("environment").asText()));
                            }
                        });
        return stacks;
    }
}
