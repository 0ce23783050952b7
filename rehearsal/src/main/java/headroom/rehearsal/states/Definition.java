package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A state machine as it stands in its file, checked and immutable.
public final class Definition {
    private final StateGraph flow;
    private final Duration timeout;

    private Definition(StateGraph flow, Duration timeout) {
        this.flow = flow;
        this.timeout = timeout;
    }

    /// Checks the file whole.
    ///
    /// @param text the file, its substitutions made
    /// @param resources every Resource that a task may name
    /// @throws DefinitionRefused with everything that is wrong or not implemented
    public static Definition parse(String text, Set<String> resources) {
        Collection<DefinitionError> complaints = new LinkedHashSet<>();
        Fields fields = Fields.of("The machine", json(text), "an object", complaints);
        if (!"JSONata".equals(fields.take("QueryLanguage"))) {
            fields.complain("QueryLanguage", "\"JSONata\", as JSONPath is not implemented");
        }
        int longest = (int) Limits.EXECUTION.toSeconds();
        Duration timeout =
                Duration.ofSeconds(fields.whole("TimeoutSeconds", longest, 1, Limits.SECONDS));
        StateGraphReader reader = StateGraphReader.ofMachine(fields, resources, complaints);
        StateGraph flow = reader.read();
        reader.refuseShadows(Set.of());
        fields.refuseTheRest();
        if (!complaints.isEmpty()) {
            throw new DefinitionRefused(List.copyOf(complaints));
        }
        return new Definition(flow, timeout);
    }

    private static @Nullable Object json(String text) {
        try {
            return Json.read(text);
        } catch (IllegalArgumentException wrong) {
            throw new DefinitionRefused(
                    List.of(
                            new DefinitionError(
                                    "The machine",
                                    "(all of it)",
                                    "no JSON: " + wrong.getMessage(),
                                    "an object")));
        }
    }

    StateGraph flow() {
        return flow;
    }

    Duration timeout() {
        return timeout;
    }
}
