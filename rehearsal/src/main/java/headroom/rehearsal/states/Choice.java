package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Goes where the first true condition leads.
///
/// @param otherwise without it, no true condition is an error
record Choice(String name, List<Rule> rules, @Nullable Transition otherwise) implements State {
    /// One way out, and when it is taken.
    ///
    /// @param condition gives a Boolean, and nothing that merely counts as one
    record Rule(Template condition, Transition exit) {}

    static Choice parse(String name, Fields fields) {
        if (!fields.has("Choices")) {
            fields.complain("Choices", "a list of at least one object");
        }
        List<Rule> rules = fields.list("Choices").stream().map(Choice::rule).toList();
        if (fields.has("Default")) {
            return new Choice(name, rules, Transition.parseTo("Default", fields, Phase.ENTRY));
        }
        for (String field : List.of("Assign", "Output")) {
            if (fields.take(field) != null) {
                fields.complain(field, "a Default, as this field belongs to that way out alone");
            }
        }
        fields.take("Default");
        return new Choice(name, rules, null);
    }

    private static Rule rule(Fields fields) {
        if (!Template.isExpression(fields.take("Condition"))) {
            fields.complain("Condition", "an expression between {% and %}");
        }
        Rule rule =
                new Rule(
                        fields.template("Condition", Phase.ENTRY),
                        Transition.parseTo("Next", fields, Phase.ENTRY));
        fields.refuseTheRest();
        return rule;
    }

    @Override
    public void run(StateVisit visit) {
        Scope scope = visit.scope();
        for (Rule rule : rules) {
            if (holds(rule, scope)) {
                visit.leave(rule.exit, scope, visit.input());
                return;
            }
        }
        if (otherwise == null) {
            visit.fail(
                    new Failure(Failure.NO_CHOICE, "No condition holds, and there is no Default."));
        } else {
            visit.leave(otherwise, scope, visit.input());
        }
    }

    private static boolean holds(Rule rule, Scope scope) {
        Object value = rule.condition.evaluate(scope);
        if (value instanceof Boolean holds) {
            return holds;
        }
        throw Failure.query(
                "A Condition is %s; expected true or false.".formatted(Json.write(value)));
    }
}
