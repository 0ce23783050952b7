package headroom.rehearsal.states;

import java.util.List;
import java.util.Optional;

/// What a state does about its errors.
record Recovery(List<Retrier> retriers, List<Catcher> catchers) {
    static final Recovery NONE = new Recovery(List.of(), List.of());

    static Recovery parse(Fields fields) {
        List<Fields> retry = fields.list("Retry");
        List<Fields> catching = fields.list("Catch");
        return new Recovery(
                retry.stream().map(each -> Retrier.parse(each, each == retry.getLast())).toList(),
                catching.stream()
                        .map(each -> Catcher.parse(each, each == catching.getLast()))
                        .toList());
    }

    /// The first that matches decides, even if it is spent: those behind it are not asked.
    Optional<Retrier> retrierFor(Failure failure) {
        return retriers.stream()
                .filter(each -> failure.matchesOneOf(each.errorEquals()))
                .findFirst();
    }

    Optional<Catcher> catcherFor(Failure failure) {
        return catchers.stream()
                .filter(each -> failure.matchesOneOf(each.errorEquals()))
                .findFirst();
    }

    static List<String> errorEquals(Fields fields, boolean last) {
        if (!(fields.take("ErrorEquals") instanceof List<?> names)
                || names.isEmpty()
                || !names.stream().allMatch(String.class::isInstance)) {
            fields.complain("ErrorEquals", "a list of error names");
            return List.of();
        }
        List<String> errors = names.stream().map(String.class::cast).toList();
        if (errors.contains(Failure.ALL) && !(last && errors.size() == 1)) {
            fields.complain("ErrorEquals", "States.ALL alone, and in the last place");
        }
        errors.stream()
                .filter(each -> each.startsWith("States.") && !Failure.MATCHABLE.contains(each))
                .forEach(
                        each ->
                                fields.complain(
                                        "ErrorEquals",
                                        Json.write(each),
                                        "the name of an error that can be matched"));
        return errors;
    }
}
