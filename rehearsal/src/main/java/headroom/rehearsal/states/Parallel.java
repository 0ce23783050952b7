package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Runs its branches side by side, each on the state's input. The first that fails stops the
/// others.
record Parallel(String name, List<StateGraph> branches, Recovery recovery, Transition exit)
        implements State {
    static Parallel parse(String name, Fields fields, StateGraphReader flow) {
        if (!(fields.take("Branches") instanceof List<?> list) || list.isEmpty()) {
            fields.complain("Branches", "a list of at least one branch");
        }
        return new Parallel(
                name,
                flow.branches(name, fields.take("Branches")),
                Recovery.parse(fields),
                Transition.parse(fields, Phase.RESULT));
    }

    @Override
    public void run(StateVisit visit) {
        Gathering gathering = new Gathering(this, visit);
        List<Branch.Ending> endings = new ArrayList<>();
        for (int each = 0; each < branches.size(); each++) {
            endings.add(gathering.of(each));
        }
        visit.fork(branches, visit.input(), endings);
    }

    private void gathered(StateVisit visit, List<@Nullable Object> outputs) {
        Limits.payload("The branches' result", outputs);
        visit.leave(exit, visit.scopeWith("result", outputs), outputs);
    }

    /// What the branches of one attempt have come to so far.
    private static final class Gathering {
        private final Parallel parallel;
        private final StateVisit visit;
        private final List<@Nullable Object> outputs = new ArrayList<>();
        private int missing;

        private Gathering(Parallel parallel, StateVisit visit) {
            this.parallel = parallel;
            this.visit = visit;
            missing = parallel.branches.size();
            parallel.branches.forEach(each -> outputs.add(null));
        }

        private Branch.Ending of(int place) {
            return new Branch.Ending() {
                @Override
                public void succeeded(@Nullable Object output) {
                    outputs.set(place, output);
                    missing--;
                    if (missing == 0) {
                        List<@Nullable Object> all = Collections.unmodifiableList(outputs);
                        visit.guarded(() -> parallel.gathered(visit, all));
                    }
                }

                @Override
                public void failed(Failure failure) {
                    BranchError naming = visit.execution().branchError();
                    visit.guarded(() -> visit.fail(naming.of(failure)));
                }
            };
        }
    }
}
