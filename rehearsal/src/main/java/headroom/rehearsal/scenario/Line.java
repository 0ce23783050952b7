package headroom.rehearsal.scenario;

import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One event as a transcript tells it.
///
/// @param who or what, shortened; of a report its subject
/// @param what about it, shortened; empty for a report
/// @param mail the lines of a report as they are sent; empty for everything else
/// @param by the name of the execution on whose behalf it happened; empty for everything else
public record Line(Instant at, Kind kind, String who, String what, List<String> mail, String by) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final String INDENT = " ".repeat(20);

    /// Up to what is told: the time, the kind, and who.
    private static final int COLUMN = 43;

    public Line {
        mail = List.copyOf(mail);
    }

    static Line of(Entry entry, String who, String what) {
        return new Line(
                entry.at(),
                entry.kind(),
                Names.shortened(who),
                Names.shortened(what),
                List.of(),
                entry.by());
    }

    static Line ofReport(Entry report) {
        return new Line(
                report.at(),
                report.kind(),
                report.name(),
                "",
                report.detail().lines().toList(),
                report.by());
    }

    public String time() {
        return TIME.format(at);
    }

    /// As text, no wider than a page, but for a mail.
    public List<String> text() {
        String label = String.format(Locale.ROOT, "%s  %-10s", time(), kind.label()) + who;
        if (kind != Kind.REPORT) {
            return Columns.lines(label, COLUMN, what);
        }
        List<String> lines = new ArrayList<>(List.of(label.stripTrailing()));
        mail.forEach(each -> lines.add((INDENT + "| " + each).stripTrailing()));
        return lines;
    }
}
