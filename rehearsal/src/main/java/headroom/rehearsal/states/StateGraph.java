package headroom.rehearsal.states;

import java.util.Map;

/// States that lead to each other: those of the machine, or those of one branch.
record StateGraph(String startAt, Map<String, State> states) {
    State state(String name) {
        State state = states.get(name);
        if (state == null) {
            throw new IllegalStateException(
                    "There is no state " + name + "; the definition's check should have told.");
        }
        return state;
    }
}
