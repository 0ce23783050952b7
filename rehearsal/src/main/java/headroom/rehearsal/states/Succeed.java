package headroom.rehearsal.states;

import java.util.Map;

/// Ends the machine well; in a branch, the branch.
record Succeed(String name, Transition exit) implements State {
    static Succeed parse(String name, Fields fields) {
        return new Succeed(
                name,
                new Transition(Map.of(), fields.optionalTemplate("Output", Phase.ENTRY), null));
    }

    @Override
    public void run(StateVisit visit) {
        visit.leave(exit, visit.scope(), visit.input());
    }
}
