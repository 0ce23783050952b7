package headroom.report;

import headroom.step.Json;

import java.util.LinkedHashMap;
import java.util.Map;

/// @param subject at most 99 characters of ASCII: SNS takes less than a hundred. What matters
///   stands first, as a long name of a cluster leaves no room for the rest
/// @param body plain text
/// @param card the same for a chat; where the two would not fit into one message, its title alone
public record Report(String subject, String body, Card card) {
    private static final int LONGEST_SUBJECT = 99;

    /// What SNS takes of all forms together, and a state of its arguments, in bytes; less what
    /// stands around the message there.
    private static final int LONGEST_MESSAGE = 256 * 1024 - 1024;

    public Report {
        subject = ofSns(subject);
        if (bytes(body, card) > LONGEST_MESSAGE) {
            card = card.brief();
        }
    }

    /// One that is there as text alone.
    public static Report ofText(String subject, String body) {
        return new Report(subject, body, Card.ofText(ofSns(subject), body));
    }

    static String ofSns(String subject) {
        String ascii = subject.replaceAll("[^\\x20-\\x7E]+", "?");
        return ascii.length() > LONGEST_SUBJECT
                ? ascii.substring(0, LONGEST_SUBJECT - 3) + "..."
                : ascii;
    }

    /// All forms as SNS takes them with the message structure `json`: the text for whatever has no
    /// form of its own, e-mail among them, so that it is there once; and the card for `https`, by
    /// which a chat is subscribed.
    public String message() {
        return message(body, card);
    }

    private static String message(String body, Card card) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("default", body);
        forms.put("https", card.json());
        return Json.text(Json.write(forms));
    }

    /// As a state of the state machine has it among its arguments, which are JSON once more.
    private static int bytes(String body, Card card) {
        return Json.write(message(body, card)).length;
    }
}
