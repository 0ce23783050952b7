package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

/// Ends the machine with an error; in a branch, the branch.
record Fail(String name, Template error, @Nullable Template cause) implements State {
    static Fail parse(String name, Fields fields) {
        if (!(fields.take("Error") instanceof String)) {
            // The service also knows errors without a name; nobody could match them.
            fields.complain("Error", "a text, or an expression that gives one");
        }
        if (fields.has("Cause") && !(fields.take("Cause") instanceof String)) {
            fields.complain("Cause", "a text, or an expression that gives one");
        }
        return new Fail(
                name,
                fields.template("Error", Phase.ENTRY),
                fields.optionalTemplate("Cause", Phase.ENTRY));
    }

    @Override
    public void run(StateVisit visit) {
        Scope scope = visit.scope();
        String named = text("Error", error, scope);
        visit.fail(new Failure(named, cause == null ? null : text("Cause", cause, scope)));
    }

    private static String text(String field, Template template, Scope scope) {
        Object value = template.evaluate(scope);
        if (value instanceof String text) {
            return text;
        }
        throw Failure.query("%s is %s; expected a text.".formatted(field, Json.write(value)));
    }
}
