package headroom.rehearsal.states;

import java.util.List;
import java.util.stream.Collectors;

/// A definition is wrong, or asks for what the interpreter does not implement: all of it at once.
public final class DefinitionRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<DefinitionError> complaints;

    DefinitionRefused(List<DefinitionError> complaints) {
        super(
                complaints.stream()
                        .map(each -> "\n- " + each)
                        .collect(
                                Collectors.joining(
                                        "",
                                        "The state machine's definition is refused. Mistakes: "
                                                + complaints.size(),
                                        "")));
        this.complaints = List.copyOf(complaints);
    }

    public List<DefinitionError> complaints() {
        return complaints;
    }
}
