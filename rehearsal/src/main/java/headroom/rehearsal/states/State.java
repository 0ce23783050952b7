package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// One state of a definition: its fields, and how a visit to it goes.
sealed interface State permits Task, Parallel, Choice, Wait, Pass, Succeed, Fail {
    String name();

    void run(StateVisit visit);

    default Recovery recovery() {
        return Recovery.NONE;
    }

    static State parse(String name, Fields fields, StateGraphReader flow) {
        @Nullable State state =
                switch (String.valueOf(fields.take("Type"))) {
                    case "Task" -> Task.parse(name, fields, flow);
                    case "Parallel" -> Parallel.parse(name, fields, flow);
                    case "Choice" -> Choice.parse(name, fields);
                    case "Wait" -> Wait.parse(name, fields);
                    case "Pass" -> new Pass(name, Transition.parse(fields, Phase.ENTRY));
                    case "Succeed" -> Succeed.parse(name, fields);
                    case "Fail" -> Fail.parse(name, fields);
                    default -> null;
                };
        if (state != null) {
            fields.refuseTheRest();
            return state;
        }
        fields.complain("Type", "one of [Choice, Fail, Parallel, Pass, Succeed, Task, Wait]");
        // What it leads to is still reachable, and no mistake of its own.
        List.of("Next", "Default").stream().filter(fields::has).forEach(fields::target);
        return new Pass(name, new Transition(Map.of(), null, null));
    }
}
