package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads the states of a machine or of a branch, and checks what only all of them together show.
final class StateGraphReader {
    private final Fields fields;
    private final Map<?, ?> written;
    private final Whole whole;
    private final Map<String, List<Fields.Mention>> targets = new LinkedHashMap<>();
    private final List<Fields.Mention> variables = new ArrayList<>();
    private final List<StateGraphReader> inner = new ArrayList<>();

    private StateGraphReader(Fields fields, Whole whole) {
        this.fields = fields;
        this.whole = whole;
        if (fields.take("States") instanceof Map<?, ?> states && !states.isEmpty()) {
            written = states;
        } else {
            fields.complain("States", "an object of at least one state");
            written = Map.of();
        }
    }

    static StateGraphReader ofMachine(
            Fields fields, Set<String> resources, Collection<DefinitionError> complaints) {
        Map<String, Integer> names = new HashMap<>();
        countNames(fields.take("States"), names);
        return new StateGraphReader(fields, new Whole(new TreeSet<>(resources), names, complaints));
    }

    Set<String> resources() {
        return whole.resources;
    }

    StateGraph read() {
        String startAt = fields.target("StartAt");
        Map<String, State> states = new LinkedHashMap<>();
        written.forEach((name, json) -> states.put((String) name, state((String) name, json)));
        targets.put("", List.copyOf(fields.targets()));
        targets.values().stream().flatMap(List::stream).forEach(this::refuseUnknown);
        refuseUnreachable();
        return new StateGraph(startAt, Collections.unmodifiableMap(states));
    }

    List<StateGraph> branches(String parallel, @Nullable Object json) {
        List<StateGraph> flows = new ArrayList<>();
        for (Object each : json instanceof List<?> list ? list : List.of()) {
            String subject = "Branch %d of state %s".formatted(flows.size(), parallel);
            Fields branch = Fields.of(subject, each, "an object", whole.complaints);
            StateGraphReader reader = new StateGraphReader(branch, whole);
            inner.add(reader);
            flows.add(reader.read());
            branch.refuseTheRest();
        }
        return List.copyOf(flows);
    }

    /// A branch may read what is outside of it, but not have a variable of the same name.
    void refuseShadows(Set<String> outer) {
        variables.stream()
                .filter(each -> outer.contains(each.name()))
                .forEach(
                        each ->
                                complain(
                                        each,
                                        "a name that no variable outside of the Parallel has"));
        Set<String> visible = new HashSet<>(outer);
        variables.forEach(each -> visible.add(each.name()));
        inner.forEach(each -> each.refuseShadows(visible));
    }

    private State state(String name, @Nullable Object json) {
        Fields state = Fields.of("State " + name, json, "an object", whole.complaints);
        if (name.isBlank() || name.length() > Limits.NAME_LENGTH) {
            state.complain("(name)", name, "1 to " + Limits.NAME_LENGTH + " characters");
        }
        if (whole.names.getOrDefault(name, 0) > 1) {
            state.complain(
                    "(name)",
                    whole.names.get(name) + " states of this name",
                    "one in the whole machine, branches included");
        }
        State parsed = State.parse(name, state, this);
        targets.put(name, state.targets());
        variables.addAll(state.variables());
        return parsed;
    }

    private void refuseUnknown(Fields.Mention target) {
        if (!written.containsKey(target.name())) {
            complain(
                    target,
                    whole.names.containsKey(target.name())
                            ? "a state on this side of the Parallel's border"
                            : "the name of a state");
        }
    }

    private void refuseUnreachable() {
        Set<String> reached = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(Set.of(""));
        while (!ahead.isEmpty()) {
            for (Fields.Mention each : targets.getOrDefault(ahead.remove(), List.of())) {
                if (reached.add(each.name())) {
                    ahead.add(each.name());
                }
            }
        }
        for (Object name : written.keySet()) {
            if (!reached.contains((String) name)) {
                whole.complaints.add(
                        new DefinitionError(
                                "State " + name,
                                "(name)",
                                "no way that leads here",
                                "one from StartAt"));
            }
        }
    }

    private void complain(Fields.Mention at, String expected) {
        whole.complaints.add(
                new DefinitionError(at.subject(), at.field(), Json.write(at.name()), expected));
    }

    private static void countNames(@Nullable Object states, Map<String, Integer> names) {
        if (!(states instanceof Map<?, ?> map)) {
            return;
        }
        for (Map.Entry<?, ?> each : map.entrySet()) {
            names.merge((String) each.getKey(), 1, Integer::sum);
            if (each.getValue() instanceof Map<?, ?> state
                    && state.get("Branches") instanceof List<?> branches) {
                for (Object branch : branches) {
                    countNames(branch instanceof Map<?, ?> of ? of.get("States") : null, names);
                }
            }
        }
    }

    /// What all flows of one machine share.
    private record Whole(
            Set<String> resources,
            Map<String, Integer> names,
            Collection<DefinitionError> complaints) {}
}
