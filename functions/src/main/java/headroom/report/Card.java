package headroom.report;

import headroom.step.Json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A report as a chat shows it: a custom notification of Amazon Q Developer in chat applications,
/// which was AWS Chatbot. That drops without a word what is not of its
/// [schema](https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html).
///
/// A card is what somebody reads in passing. It is cut to a size that any chat shows, and says so;
/// the whole report is in the e-mail.
///
/// @param metadata a summary, the kind of event, and where there is one the thread
public record Card(String version, String source, Content content, Map<String, String> metadata) {
    static final String REST = "The rest is in the e-mail.";

    /// In characters. Slack shows 3,000 of them in one block; the links take up to a thousand.
    private static final int LONGEST_PART = 600;

    private static final int LONGEST_TEXT = 3 * LONGEST_PART;
    private static final int LONGEST_STEPS = 2_800;
    private static final int MOST_STEPS = 8;

    /// @param textType the only one there is
    /// @param description in Markdown, as each step is
    public record Content(
            String textType,
            String title,
            String description,
            List<String> nextSteps,
            List<String> keywords) {}

    /// How urgent a report is, told from its subject. Custom actions in a chat are attached by it.
    private enum Urgency {
        CRITICAL,
        WARNING,
        REPORT;

        static Urgency of(String subject) {
            return subject.startsWith("Headroom CRITICAL")
                    ? CRITICAL
                    : subject.startsWith("Headroom WARNING") ? WARNING : REPORT;
        }

        String word() {
            return Json.name(this);
        }
    }

    /// @param parts of the mail, each with its heading, in the order of their weight
    /// @param toDo what a person is to do now
    /// @param links the last part
    /// @param run whose messages belong to one thread. What is critical begins its own: in a thread
    ///   nobody sees it
    static Card of(
            String subject,
            String name,
            List<String> parts,
            String toDo,
            String links,
            Optional<String> run) {
        List<String> texts = new ArrayList<>();
        parts.forEach(each -> texts.add(fitting(each, LONGEST_PART)));
        texts.add(Markdown.of(links));
        return of(subject, name, String.join("\n\n", texts), steps(toDo), run);
    }

    /// Of a report that is there as text alone.
    static Card ofText(String subject, String text) {
        return of(subject, "", fitting(text, LONGEST_TEXT), List.of(), Optional.empty());
    }

    private static Card of(
            String subject,
            String name,
            String description,
            List<String> steps,
            Optional<String> run) {
        Urgency urgency = Urgency.of(subject);
        Map<String, String> metadata = new LinkedHashMap<>();
        run.filter(_ -> urgency != Urgency.CRITICAL)
                .ifPresent(each -> metadata.put("threadId", each));
        metadata.put("summary", subject);
        metadata.put("eventType", "headroom-" + urgency.word());
        List<String> keywords = new ArrayList<>(List.of("headroom", urgency.word()));
        if (!name.isEmpty()) {
            keywords.add(name);
        }
        return new Card(
                "1.0",
                "custom",
                new Content("client-markdown", Markdown.of(subject), description, steps, keywords),
                metadata);
    }

    /// The same with nothing but its title, where the whole message has no room for more.
    Card brief() {
        return new Card(
                version,
                source,
                new Content(
                        content.textType(),
                        content.title(),
                        "The report is too long for a chat. It is in the e-mail.",
                        List.of(),
                        content.keywords()),
                metadata);
    }

    public String json() {
        return Json.text(Json.write(this));
    }

    /// A command belongs to the sentence before it, and is never cut: who copies half of one does
    /// something else.
    private static List<String> steps(String toDo) {
        List<String> steps = new ArrayList<>();
        for (String line : toDo.lines().filter(each -> !each.isBlank()).toList()) {
            if (Markdown.isFixed(line) && !steps.isEmpty()) {
                steps.add(steps.removeLast() + "\n" + line);
            } else {
                steps.add(line);
            }
        }
        List<String> shown = new ArrayList<>();
        int length = 0;
        for (String each : steps) {
            String step = fitting(each, LONGEST_PART);
            length += step.length();
            boolean hasMore = shown.size() == MOST_STEPS - 1 && steps.size() > MOST_STEPS;
            if (hasMore || length > LONGEST_STEPS) {
                shown.add(REST);
                return shown;
            }
            shown.add(step);
        }
        return shown;
    }

    /// As much of a text as has room, in Markdown.
    private static String fitting(String text, int longest) {
        if (text.length() <= longest) {
            String whole = Markdown.of(text);
            if (whole.length() <= longest) {
                return whole;
            }
        }
        String fits = "";
        for (String line : text.lines().toList()) {
            String before = fits.isEmpty() ? "" : fits + "\n";
            if (fits(before + line, longest)) {
                fits = before + line;
                continue;
            }
            if (!Markdown.isFixed(line)) {
                fits = before + words(before, line, longest);
            }
            break;
        }
        return cut(fits);
    }

    /// Markdown is never shorter than the text, so what is longer need not be tried.
    private static String words(String before, String line, int longest) {
        String words = line.substring(0, Math.min(line.length(), longest));
        while (!words.isEmpty() && !fits(before + words, longest)) {
            words = words.substring(0, Math.max(0, words.lastIndexOf(' ')));
        }
        return words.isEmpty() ? "" : words + " ...";
    }

    private static boolean fits(String text, int longest) {
        return cut(text + " ...").length() <= longest;
    }

    private static String cut(String text) {
        return Markdown.of(text.isBlank() ? REST : text.stripTrailing() + "\n" + REST);
    }
}
