package headroom.redshift.watch;

import headroom.redshift.replication.Observed;
import headroom.redshift.replication.PauseRecord;
import headroom.step.Json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The one update by which a round takes down what becomes of the tasks under observation. It holds
/// only if no run has taken or left the lease, and nobody has changed the tasks, since they were
/// looked at.
final class ObservationNote {
    private final PauseRecord record;
    private final List<String> sets = new ArrayList<>();
    private final List<String> removes = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    ObservationNote(PauseRecord record) {
        this.record = record;
        String owner = record.lease().owner();
        names.put("#owner", "owner");
        if (owner == null) {
            conditions.add("attribute_not_exists(#owner)");
        } else {
            conditions.add("#owner = :owner");
            values.put(":owner", owner);
        }
    }

    /// These go back on the record, as if a run had just stopped them.
    void bringBack(List<Observed.Task> tasks, Instant now) {
        sets.add("paused = :paused");
        sets.add("pausedSince = :now");
        conditions.add("(attribute_not_exists(paused) OR paused = :none)");
        values.put(":paused", text(tasks));
        values.put(":now", now.toString());
        values.put(":none", text(List.of()));
    }

    /// Of those under observation, these are looked at again.
    void keep(List<Observed> stay) {
        record.observed()
                .forEach(
                        (attribute, before) -> {
                            List<Observed.Task> rest =
                                    stay.stream()
                                            .filter(each -> each.attribute().equals(attribute))
                                            .map(Observed::task)
                                            .toList();
                            if (rest.isEmpty()
                                    || !Set.copyOf(rest).equals(tasks(attribute, before))) {
                                change(attribute, before, rest);
                            }
                        });
    }

    private static Set<Observed.Task> tasks(String attribute, String text) {
        return Observed.of(attribute, text).stream()
                .map(Observed::task)
                .collect(Collectors.toSet());
    }

    private void change(String attribute, String before, List<Observed.Task> rest) {
        int nth = names.size();
        names.put("#o" + nth, attribute);
        values.put(":before" + nth, before);
        conditions.add("#o%d = :before%d".formatted(nth, nth));
        if (rest.isEmpty()) {
            removes.add("#o" + nth);
        } else {
            sets.add("#o%d = :rest%d".formatted(nth, nth));
            values.put(":rest" + nth, text(rest));
        }
    }

    boolean changes() {
        return !sets.isEmpty() || !removes.isEmpty();
    }

    String expression() {
        String set = sets.isEmpty() ? "" : "SET " + String.join(", ", sets);
        String remove = removes.isEmpty() ? "" : "REMOVE " + String.join(", ", removes);
        return (set + " " + remove).strip();
    }

    String condition() {
        return String.join(" AND ", conditions);
    }

    Map<String, String> names() {
        return names;
    }

    Map<String, String> values() {
        return values;
    }

    private static String text(List<Observed.Task> tasks) {
        return Json.text(Json.write(tasks));
    }
}
