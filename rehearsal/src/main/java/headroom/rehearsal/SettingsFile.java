package headroom.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.configuration.ClusterConfiguration;
import headroom.configuration.Configuration;
import headroom.configuration.HeadroomJson;
import headroom.configuration.Spelling;
import headroom.configuration.WrongSettings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A file with the settings of clusters: a `headroom.json`, a `cdk.json`, or what stands in its
/// `context`.
record SettingsFile(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTEXT = "context";
    private static final int NEAR = 3;

    /// @param name of the cluster; may be empty where there is one only
    /// @throws NotUnderstood if the settings are wrong, or it is not clear which are meant
    ClusterConfiguration of(Optional<String> name) {
        List<ClusterConfiguration> clusters = clusters();
        List<String> names = clusters.stream().map(each -> named(each, clusters)).toList();
        if (names.isEmpty()) {
            throw new NotUnderstood(
                    "There is no cluster in %s; expected the settings of one.".formatted(path));
        }
        if (name.isEmpty() && clusters.size() > 1) {
            throw new NotUnderstood(
                    "Found %d clusters in %s: %s; expected to be told which. Type %s %s, say."
                            .formatted(
                                    clusters.size(),
                                    path,
                                    String.join(", ", names),
                                    Flag.CLUSTER.typed(),
                                    names.getFirst()));
        }
        String wanted = name.orElseGet(names::getFirst);
        return clusters.stream()
                .filter(each -> named(each, clusters).equals(wanted))
                .findFirst()
                .orElseThrow(() -> unknown(wanted, names));
    }

    /// By its place as well where another has its name.
    private static String named(ClusterConfiguration each, List<ClusterConfiguration> all) {
        boolean isOne =
                all.stream().filter(other -> other.cluster().equals(each.cluster())).count() == 1;
        return isOne ? each.cluster() : each.place().id(each.cluster());
    }

    private NotUnderstood unknown(String wanted, List<String> names) {
        return new NotUnderstood(
                "There is no cluster %s in %s%s It has %s."
                        .formatted(
                                wanted,
                                path,
                                Spelling.nearest(wanted, names, NEAR)
                                        .map(each -> "; did you mean " + each + "?")
                                        .orElse("."),
                                String.join(", ", names)));
    }

    private List<ClusterConfiguration> clusters() {
        try {
            return configuration().clusters();
        } catch (WrongSettings wrong) {
            throw new NotUnderstood(
                    "Nothing runs, because the settings in %s are wrong:\n  %s"
                            .formatted(path, String.join("\n  ", wrong.mistakes())));
        }
    }

    private Configuration configuration() {
        String name = String.valueOf(path.getFileName());
        if (name.equals(HeadroomJson.NAME)) {
            return of(HeadroomJson.of(name, TextFile.read(path)));
        }
        Map<String, Object> whole = read();
        return HeadroomJson.isOne(name, whole.keySet())
                ? of(HeadroomJson.of(name, TextFile.read(path)))
                : Configuration.parse(context(whole));
    }

    private static Configuration of(HeadroomJson file) {
        return Configuration.parse(Optional.of(file), Map.of(), Optional.empty());
    }

    /// As the CDK app sees it: a `null` says nothing.
    private Map<String, Object> context(Map<String, Object> whole) {
        Object context = whole.getOrDefault(CONTEXT, whole);
        if (!(context instanceof Map<?, ?> entries)) {
            throw new NotUnderstood(
                    "In %s, context is no object; expected one with the settings, as in a cdk.json."
                            .formatted(path));
        }
        Map<String, Object> written = new HashMap<>();
        entries.forEach(
                (key, value) -> {
                    if (value != null) {
                        written.put(String.valueOf(key), value);
                    }
                });
        return written;
    }

    private Map<String, Object> read() {
        try {
            return Objects.requireNonNullElse(
                    JSON.readValue(
                            TextFile.read(path), new TypeReference<Map<String, Object>>() {}),
                    Map.of());
        } catch (JsonProcessingException noObject) {
            throw new NotUnderstood(
                    "The file %s is no JSON object (%s); expected a cdk.json, or an object with the settings of a cluster."
                            .formatted(path, where(noObject)));
        }
    }

    private static String where(JsonProcessingException wrong) {
        var at = wrong.getLocation();
        return at == null
                ? wrong.getOriginalMessage()
                : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }
}
