package headroom.watch;

import headroom.report.Mail;
import headroom.report.Report;

/// Makes messages of what others have left for the watch to tell.
///
/// @param form of the mails
/// @param resource the name of what the lease is of
/// @param meant whom the requests' topic is for, for people
public record Left(Mail.Form form, String resource, String meant) {

    /// What a run could not publish when it ended, under its own subject: whoever reads no more
    /// than that has to see what it is about.
    ///
    /// @param attribute of the lease that holds it
    /// @param text the subject, and from the next line on the body
    public static Report report(String attribute, String text) {
        String[] parts = text.split("\n", 2);
        return Report.ofText(
                late(parts[0]),
                "The %s could not be published when that run ended.\n\n%s"
                        .formatted(attribute, parts.length == 2 ? parts[1] : text));
    }

    /// Behind what says how urgent it is, and before what may be cut off.
    private static String late(String subject) {
        return subject.startsWith("Headroom") && subject.contains(": ")
                ? subject.replaceFirst(": ", " (late): ")
                : "Headroom (late): " + subject;
    }

    /// The answer to a message that started nothing.
    ///
    /// @param text what happened, and behind an empty line what a person may do
    public Mail answer(String text) {
        String[] parts = text.split("\n\n", 2);
        return new Mail(
                "Headroom: the answer to a message, " + form.placeholder(),
                parts[0],
                Mail.NOTHING,
                Mail.NOT_TOUCHED,
                parts.length == 2 ? parts[1] : Mail.NOTHING);
    }

    /// @param found who published what, and when
    public Mail foreign(String found) {
        return new Mail(
                "Headroom WARNING: something else publishes on the requests' topic, "
                        + form.placeholder(),
                """
                %s
                The requests' topic of %s is for %s. \
                What a service of AWS writes there starts nothing.\
                """
                        .formatted(found, resource, meant),
                "Nothing was started. Messages of that kind are logged, and reported once a day at"
                        + " most.",
                Mail.NOT_TOUCHED,
                """
                Give the other publisher a topic of its own: change the target of its rule, its event \
                subscription or its alarm's action. If it is another topic that passes its messages on, \
                remove that subscription. The topic's own name is the stack's output TopicArn.\
                """);
    }
}
