package headroom.rehearsal.story;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Kind;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// Writes the journal as text for people: virtual time, what kind of event, who, what.
///
/// Leaves out the states that an execution only passes through, what functions measure and log of
/// their answers, and a step's answer that says what the one before said; `--json` has them all.
public final class Transcript implements Consumer<Entry> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final String INDENT = " ".repeat(20);

    private final Consumer<String> line;
    private final Map<String, String> lastSaid = new HashMap<>();

    public Transcript(Consumer<String> line) {
        this.line = line;
    }

    @Override
    public void accept(Entry entry) {
        if (isLeftOut(entry)) {
            return;
        }
        if (entry.kind() == Kind.REPORT) {
            write(entry, entry.name(), "");
            entry.detail()
                    .lines()
                    .forEach(each -> line.accept((INDENT + "| " + each).stripTrailing()));
        } else {
            write(entry, entry.name(), entry.detail());
        }
    }

    private boolean isLeftOut(Entry entry) {
        return switch (entry.kind()) {
            case STATE, METRIC -> true;
            case LOG -> entry.detail().startsWith(entry.name() + " answers ");
            case STEP -> Objects.equals(lastSaid.put(entry.name(), entry.detail()), entry.detail());
            case STORY,
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

    private void write(Entry entry, String name, String detail) {
        line.accept(
                String.format(
                                Locale.ROOT,
                                "%s  %-10s%-22s%s",
                                TIME.format(entry.at()),
                                entry.kind().label(),
                                name,
                                detail.isEmpty() ? "" : " " + detail)
                        .stripTrailing());
    }
}
