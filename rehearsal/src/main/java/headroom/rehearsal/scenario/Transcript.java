package headroom.rehearsal.scenario;

import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Writes the journal as lines for people: virtual time, what kind of event, who, what.
///
/// Leaves out the states that an execution only passes through, what functions measure and log of
/// their answers, and a step's answer that says what the one before said. Answers that differ only
/// in how far something is are one; of what happens to very many tasks, the first are shown and the
/// others counted. Names are shortened, and lines fit a page, but for those of a mail, which stand
/// as they are sent. `--json` has everything.
public final class Transcript implements Consumer<Entry> {
    /// A share of a number of tasks that stand before it, of which it says nothing new.
    private static final Pattern COUNTED = Pattern.compile("(\\d+ of \\d+ .*)\\. \\d+ %");

    /// More tasks than a scenario has that is not about very many.
    private static final int SHOWN = 6;

    private final Set<String> taskCalls;
    private final Consumer<? super Line> line;
    private final Map<String, Integer> seen = new LinkedHashMap<>();
    private final Map<String, Entry> held = new LinkedHashMap<>();
    private final Map<String, String> lastSaid = new HashMap<>();
    private final Polls polls = new Polls();

    /// @param taskCalls the operations that are about a task
    Transcript(Set<String> taskCalls, Consumer<? super Line> line) {
        this.taskCalls = taskCalls;
        this.line = line;
    }

    @Override
    public void accept(Entry entry) {
        boolean leftOut = isLeftOut(entry);
        if (polls.join(entry) || leftOut) {
            return;
        }
        polls.end().ifPresent(this::write);
        if (isHeld(entry)) {
            return;
        }
        if (entry.kind() == Kind.STEP) {
            polls.hold(entry);
        } else if (entry.kind() == Kind.REPORT) {
            line.accept(Line.ofReport(entry));
        } else {
            write(entry);
        }
    }

    /// What is told of many tasks, until something else happens, is counted.
    private boolean isHeld(Entry entry) {
        boolean ofTask = entry.kind() == Kind.TASK;
        if (!ofTask && !(entry.kind() == Kind.CALL && taskCalls.contains(entry.name()))) {
            tellTheRest();
            return false;
        }
        String what = ofTask ? entry.detail() : entry.name();
        boolean one = seen.merge(what, 1, Integer::sum) > SHOWN;
        if (one) {
            held.put(what, entry);
        }
        return one;
    }

    /// Tells what is still held back.
    void end() {
        polls.end().ifPresent(this::write);
        tellTheRest();
    }

    private void tellTheRest() {
        held.forEach(
                (what, last) -> {
                    String more = (seen.getOrDefault(what, 0) - SHOWN) + " more";
                    boolean ofTask = last.kind() == Kind.TASK;
                    write(last, ofTask ? more : what, ofTask ? what : more);
                });
        held.clear();
        seen.clear();
    }

    private boolean isLeftOut(Entry entry) {
        return switch (entry.kind()) {
            case STATE, METRIC -> true;
            case LOG -> entry.detail().startsWith(entry.name() + " answers ");
            case STEP -> Objects.equals(lastSaid.put(entry.name(), entry.detail()), entry.detail());
            case SCENARIO,
                    ALARM,
                    MESSAGE,
                    EXECUTION,
                    CALL,
                    CLUSTER,
                    TASK,
                    REPORT,
                    FAULT,
                    PERSON,
                    VIOLATION ->
                    false;
        };
    }

    private void write(Entry entry) {
        write(entry, entry.name(), COUNTED.matcher(entry.detail()).replaceAll("$1."));
    }

    private void write(Entry entry, String name, String detail) {
        line.accept(Line.of(entry, name, detail));
    }
}
