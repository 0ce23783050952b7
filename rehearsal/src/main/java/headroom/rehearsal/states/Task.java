package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Asks a [Resource] and waits for its answer, for so long.
///
/// @param arguments null hands on the state's input
record Task(
        String name,
        String resource,
        @Nullable Template arguments,
        Template timeoutSeconds,
        Recovery recovery,
        Transition exit)
        implements State {
    static Task parse(String name, Fields fields, StateGraphReader flow) {
        String resource = fields.text("Resource", "one of " + flow.resources());
        if (!resource.isEmpty() && !flow.resources().contains(resource)) {
            fields.complain("Resource", "one of " + flow.resources());
        }
        return new Task(
                name,
                resource,
                fields.optionalTemplate("Arguments", Phase.ENTRY),
                fields.seconds("TimeoutSeconds", Limits.SECONDS, 1),
                Recovery.parse(fields),
                Transition.parse(fields, Phase.RESULT));
    }

    @Override
    public void run(StateVisit visit) {
        Scope scope = visit.scope();
        Object asked =
                Limits.payload(
                        "The task's Arguments",
                        arguments == null ? visit.input() : arguments.evaluate(scope));
        Duration patience = Limits.seconds("TimeoutSeconds", timeoutSeconds.evaluate(scope), 1);
        // Made before the call, so that a task's time is up even for an answer at the same instant.
        visit.later(patience, () -> visit.fail(new Failure(Failure.TIMEOUT, null)));
        visit.call(this, asked);
    }

    void answered(StateVisit visit, @Nullable Object result) {
        Limits.payload("The task's result", result);
        visit.leave(exit, visit.scopeWith("result", result), result);
    }
}
