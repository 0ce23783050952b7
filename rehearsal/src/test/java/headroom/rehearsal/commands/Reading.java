package headroom.rehearsal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds the commands of the AWS CLI in what people read, and what keeps them from being pasted.
final class Reading {
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern BEGUN = Pattern.compile("`aws(?: |$)");
    private static final Pattern LINK = Pattern.compile("docs/[a-z-]+\\.md#[a-z0-9-]+");
    private static final String FENCE = "```";
    private static final String CALL = "aws ";
    private static final String GOES_ON = "\\";

    /// A report's command is indented by this.
    private static final String INDENT = "  ";

    private final List<Printed> commands = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> links = new HashSet<>();

    List<Printed> commands() {
        return List.copyOf(commands);
    }

    /// Each section of a page that a mail has named.
    Set<String> links() {
        return Set.copyOf(links);
    }

    /// Each with its place; empty if every command can be pasted whole.
    List<String> complaints() {
        List<String> all = new ArrayList<>(complaints);
        commands.forEach(each -> all.addAll(each.complaints()));
        return all.stream().distinct().toList();
    }

    /// Reads a mail, in which a command has a line of its own.
    void mail(String subject, String body) {
        LINK.matcher(body).results().map(MatchResult::group).forEach(links::add);
        for (String line : body.lines().toList()) {
            if (line.startsWith(INDENT) && line.strip().startsWith(CALL)) {
                take(subject, line.strip());
            } else {
                refuse(
                        subject,
                        line,
                        "stands in a sentence; give it a line of its own, indented by two spaces");
            }
        }
    }

    /// Reads a document, in which a command stands in a block, one a line, or between two backticks
    /// of one line.
    void document(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        boolean fenced = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String where = page.normalize() + ":" + (i + 1);
            if (line.startsWith(FENCE)) {
                fenced = !fenced;
            } else if (fenced && line.startsWith(CALL)) {
                take(where, whole(lines, i));
            } else if (fenced) {
                refuse(where, line, "does not begin its line; give it a line of its own");
            } else {
                prose(where, line);
            }
        }
    }

    /// With the lines that a backslash adds to it.
    private static String whole(List<String> lines, int begin) {
        StringBuilder whole = new StringBuilder(lines.get(begin).strip());
        for (int i = begin + 1; whole.toString().endsWith(GOES_ON) && i < lines.size(); i++) {
            whole.setLength(whole.length() - GOES_ON.length());
            whole.append(lines.get(i).strip());
        }
        return whole.toString();
    }

    private void prose(String where, String line) {
        SPAN.matcher(line)
                .results()
                .map(each -> each.group(1))
                .filter(each -> each.startsWith(CALL))
                .forEach(each -> take(where, each));
        String rest = SPAN.matcher(line).replaceAll(" ");
        if (BEGUN.matcher(rest).find()) {
            complaints.add(
                    where + ": a command breaks inside this line; put it in a block: " + line);
        } else {
            refuse(where, rest, "stands in prose; put it between backticks, or in a block");
        }
    }

    private void take(String where, String command) {
        commands.add(
                new Printed(
                        where,
                        Placeholders.replaced(
                                command,
                                each ->
                                        complaints.add(
                                                "%s: nobody knows what %s stands for in %s; add it to Placeholders"
                                                        .formatted(where, each, command)))));
    }

    private void refuse(String where, String line, String why) {
        if (Printed.ANYWHERE.matcher(line).find()) {
            complaints.add(where + ": a command " + why + ": " + line.strip());
        }
    }
}
