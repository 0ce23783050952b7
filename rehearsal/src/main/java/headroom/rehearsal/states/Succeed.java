package headroom.rehearsal.states;

import java.util.Map;

/// Ends the machine well; in a branch, the branch.
record Succeed(String name, Exit exit) implements State {
    static Succeed parse(String name, Fields fields) {
        return new Succeed(
                name, new Exit(Map.of(), fields.optionalTemplate("Output", Moment.ENTRY), null));
    }

    @Override
    public void run(Visit visit) {
        visit.leave(exit, visit.scope(), visit.input());
    }
}
