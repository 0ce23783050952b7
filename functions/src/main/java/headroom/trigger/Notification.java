package headroom.trigger;

import headroom.text.Moment;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What arrived on the topic, by who wrote it and what it asks for.
public sealed interface Notification {

    /// A CloudWatch alarm changed its state.
    ///
    /// @param state OK, ALARM or INSUFFICIENT_DATA
    /// @param changedAt as CloudWatch wrote it
    /// @param metrics what it watches, as far as it has dimensions; none if it is composite
    /// @param threshold from which it goes to ALARM; null if it has none of its own
    /// @param children the ARNs of the alarms that put a composite one into ALARM
    record Alarm(
            String name,
            String arn,
            String state,
            String changedAt,
            List<Watched> metrics,
            @Nullable Double threshold,
            List<String> children)
            implements Notification {
        /// CloudWatch writes the offset as +0000, which an instant's own parser refuses.
        private static final DateTimeFormatter CLOUDWATCH =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

        private static final DateTimeFormatter IN_NAMES =
                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

        /// @param namespace empty where it is not told
        /// @param metric empty where it is not told
        public record Watched(String namespace, String metric, Map<String, String> dimensions) {}

        public boolean isAtLeast(int percent) {
            return threshold != null && threshold >= percent;
        }

        /// Whether it is the alarm of this ARN, or a composite one that this alarm has put into
        /// ALARM.
        public boolean speaksFor(String alarm) {
            return arn.equals(alarm) || children.contains(alarm);
        }

        /// The name of the execution that this change of its state starts. CloudWatch gives the
        /// time of it; a message written by hand may lack it, and then its own identifier has to
        /// do.
        public String executionName(Publication publication) {
            String change = changedAt.isEmpty() ? publication.messageId() : changedAt;
            return "alarm-%s-%s"
                    .formatted(changedAtInNames(), Publication.digest(arn + " " + change));
        }

        /// Of the run that it starts, for people.
        public String origin() {
            return "alarm %s went to ALARM at %s".formatted(name, changedAtInWords());
        }

        /// The time of the change as people read it; as CloudWatch wrote it, if that is another
        /// form.
        private String changedAtInWords() {
            try {
                return Moment.of(OffsetDateTime.parse(changedAt, CLOUDWATCH).toInstant());
            } catch (DateTimeException unknownForm) {
                return changedAt;
            }
        }

        /// The time of the change, in characters that an execution's name may have.
        public String changedAtInNames() {
            try {
                return IN_NAMES.format(OffsetDateTime.parse(changedAt, CLOUDWATCH));
            } catch (DateTimeException unknownForm) {
                return "unknown-time";
            }
        }
    }

    /// A person asks for a run in plain words.
    ///
    /// @param planOnly true as well where the message was not understood: nothing costly happens by
    ///   a slip of the pen
    /// @param notUnderstood what was not understood, and what is known instead; null if all was
    record Asked(boolean planOnly, @Nullable String notUnderstood) implements Notification {
        static final Asked ACT = new Asked(false, null);
        static final Asked PLAN = new Asked(true, null);

        static Asked notUnderstood(String sentence) {
            return new Asked(true, sentence);
        }
    }

    /// A person asks in JSON. What its fields mean, the workflow knows.
    ///
    /// @param text the message, bare
    record Fields(JsonNode json, String text) implements Notification {}

    /// A person says that nothing is to be done.
    ///
    /// @param text the message, shortened
    record SaysNo(String text) implements Notification {}

    /// Something else than a person or an alarm: what a service of AWS wrote.
    ///
    /// @param what in few words, with the beginning of the message
    record Foreign(String what) implements Notification {}

    /// The fields that a workflow knows.
    ///
    /// @param halfWritten a text that is such a field and has lost its braces, one or both
    /// @param known for people
    record Vocabulary(Pattern halfWritten, String known) {}

    static Notification parse(@Nullable String message, Vocabulary vocabulary) {
        String text = Excerpt.bare(message == null ? "" : message);
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return AwsServices.ofText(text)
                    .<Notification>map(each -> each)
                    .orElseGet(() -> PlainText.read(text, vocabulary));
        }
        return switch (StrictJson.read(text)) {
            case StrictJson.Mistake mistake -> Asked.notUnderstood(mistake.sentence());
            case StrictJson.Value value -> {
                Look json = new Look(value.json());
                yield AlarmForms.read(json)
                        .<Notification>map(each -> each)
                        .or(() -> AwsServices.ofJson(json, text))
                        .orElseGet(() -> new Fields(value.json(), text));
            }
        };
    }
}
