package headroom.stress.course;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.stress.elasticache.LocalElastiCache;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What the functions have answered, each under its class's name, and what came of it in short.
public final class Answers {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PLAN = "PlanScaling";
    private static final String EFFECT = "MeasureEffect";

    /// The functions whose answers an outline tells.
    public static final Set<String> DECIDE = Set.of(PLAN, EFFECT);

    /// The finding where figures are missing.
    private static final String UNKNOWN = "unknown";

    /// Plans that only have to see more.
    private static final Set<String> PASSING = Set.of("notYet", "countAddresses");

    private static final Set<String> CALLS =
            Stream.concat(LocalElastiCache.CHANGES.stream(), Stream.of(LocalElastiCache.BACKUP))
                    .collect(Collectors.toSet());

    private final Map<String, List<JsonNode>> answers = new HashMap<>();
    private final List<String> outline = new ArrayList<>();
    private boolean unknown;

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

    /// @return the same, heard by this
    public RequestStreamHandler heard(RequestStreamHandler function) {
        String name = function.getClass().getSimpleName();
        return (in, out, context) -> {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            function.handleRequest(in, answer, context);
            JsonNode read = MAPPER.readTree(answer.toByteArray());
            answers.computeIfAbsent(name, _ -> new ArrayList<>()).add(read);
            outline(name, read);
            answer.writeTo(out);
        };
    }

    private void outline(String name, JsonNode answer) {
        JsonNode plan = answer.path("plan");
        String kind = plan.path("is").asText();
        if (name.equals(PLAN) && !PASSING.contains(kind)) {
            String finding = plan.at("/basis/findings/0/kind").asText("nothing");
            unknown = finding.equals(UNKNOWN);
            if (unknown) {
                return;
            }
            outline("plan %s: %s %s".formatted(finding, kind, plan.path("change")).strip());
        } else if (name.equals(EFFECT)) {
            outline("effect " + answer.path("effect").asText());
        }
    }

    /// An entry of the journal, of which calls and reports are part of the outline.
    public void take(Entry entry) {
        if (entry.kind() == Kind.CALL && entry.name().equals(LocalElastiCache.BACKUP)) {
            outline("call " + entry.name());
        } else if (entry.kind() == Kind.CALL && CALLS.contains(entry.name())) {
            outline("call %s: %s".formatted(entry.name(), entry.detail()));
        } else if (entry.kind() == Kind.REPORT && !unknown) {
            outline("report " + entry.name());
        }
    }

    /// What is found again, and told again, is the same.
    private void outline(String line) {
        outline.add(line);
        for (int length : List.of(1, 2)) {
            int end = outline.size();
            if (end >= 2 * length
                    && outline.subList(end - length, end)
                            .equals(outline.subList(end - 2 * length, end - length))) {
                outline.subList(end - length, end).clear();
            }
        }
    }

    /// What was found, planned, called, measured and told, in order, without what differs from one
    /// machine or hour to the other: figures, and that some were missing, as in a scene's first
    /// minutes or on a machine that was busy with something else.
    public List<String> outline() {
        return List.copyOf(outline);
    }

    /// In the order in which they were made; those among them that only wait for more to be seen.
    public List<Planned> plans() {
        return answers.getOrDefault(PLAN, List.of()).stream()
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
        return answers.getOrDefault(EFFECT, List.of()).stream()
                .map(each -> each.path("effect").asText() + ": " + each.path("sentence").asText())
                .toList();
    }
}
