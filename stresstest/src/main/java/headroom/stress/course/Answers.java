package headroom.stress.course;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What the functions have answered, each under its class's name.
public final class Answers {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, List<JsonNode>> answers = new HashMap<>();

    /// What a plan came to.
    ///
    /// @param outcome of a run that goes no further, or what the plan would have it be
    /// @param findings by their kinds, the one that decides first
    public record Planned(String outcome, List<String> findings, String sentence) {}

    /// @param functions by their ARNs
    /// @return the same, heard by this
    Map<String, RequestStreamHandler> hear(Map<String, RequestStreamHandler> functions) {
        return functions.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> heard(each.getValue())));
    }

    private RequestStreamHandler heard(RequestStreamHandler function) {
        String name = function.getClass().getSimpleName();
        return (in, out, context) -> {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            function.handleRequest(in, answer, context);
            answers.computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(MAPPER.readTree(answer.toByteArray()));
            answer.writeTo(out);
        };
    }

    /// In the order in which they were made; those among them that only wait for more to be seen.
    public List<Planned> plans() {
        return answers.getOrDefault("PlanScaling", List.of()).stream()
                .map(
                        each ->
                                new Planned(
                                        each.path("outcome").asText(),
                                        StreamSupport.stream(
                                                        each.at("/plan/basis/findings")
                                                                .spliterator(),
                                                        false)
                                                .map(finding -> finding.path("kind").asText())
                                                .toList(),
                                        each.path("sentence").asText()))
                .toList();
    }

    /// What the step did, in the order in which it was measured.
    public List<String> effects() {
        return answers.getOrDefault("MeasureEffect", List.of()).stream()
                .map(each -> each.path("effect").asText() + ": " + each.path("sentence").asText())
                .toList();
    }
}
