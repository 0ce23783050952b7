package headroom.rehearsal.aws;

import headroom.rehearsal.states.Call;
import headroom.simulated.aws.Refusal;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The topic that reports go to: published to by the state machine's own integration, and by the
/// watch through the SDK. What is written down of a message is what an e-mail says.
public final class OperatorsTopic implements SnsClient {
    /// SNS's own bound on a subject, in characters: less than a hundred, by its model.
    private static final int LONGEST_SUBJECT = 99;

    /// And on a message, in bytes.
    public static final int LONGEST_MESSAGE = 256 * 1024;

    private static final String STRUCTURE = "MessageStructure";

    private final Journal journal;
    private int longest;
    private final Map<String, String> reports = new LinkedHashMap<>();
    private final List<String> subjects = new ArrayList<>();
    private final ChatChannel chat = new ChatChannel();

    public OperatorsTopic(Journal journal) {
        this.journal = journal;
    }

    /// In the order of publication.
    public List<String> subjects() {
        return List.copyOf(subjects);
    }

    /// The last body published under this subject.
    public @Nullable String body(String subject) {
        return reports.get(subject);
    }

    /// The chat that is subscribed as well.
    public ChatChannel chat() {
        return chat;
    }

    /// Answers a state's call.
    public void publish(@Nullable Object arguments, Call call) {
        Map<?, ?> request = Arguments.object(arguments);
        try {
            String structure =
                    request.containsKey(STRUCTURE) ? Arguments.string(request, STRUCTURE) : "";
            call.succeed(
                    Map.of(
                            "MessageId",
                            take(
                                    Arguments.string(request, "Subject"),
                                    structure,
                                    Arguments.string(request, "Message"))));
        } catch (MessageForms.Refused refused) {
            call.fail("SNS.InvalidParameterException", String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public PublishResponse publish(PublishRequest request) {
        try {
            return PublishResponse.builder()
                    .messageId(
                            take(
                                    request.subject(),
                                    Objects.requireNonNullElse(request.messageStructure(), ""),
                                    request.message()))
                    .build();
        } catch (MessageForms.Refused refused) {
            throw Refusal.of(
                    InvalidParameterException.builder(),
                    "Sns",
                    "InvalidParameter",
                    String.valueOf(refused.getMessage()));
        }
    }

    /// @param structure `json`, or empty of a message that is the same for everybody
    private static MessageForms forms(String subject, String structure, String message)
            throws MessageForms.Refused {
        if (subject.isEmpty()
                || subject.length() > LONGEST_SUBJECT
                || !subject.matches("\\p{ASCII}*")) {
            throw new MessageForms.Refused("Subject");
        }
        if (bytes(message) > LONGEST_MESSAGE) {
            throw new MessageForms.Refused("Message too long");
        }
        return switch (structure) {
            case "" -> new MessageForms(message, Optional.empty());
            case "json" -> MessageForms.of(message);
            default -> throw new MessageForms.Refused("MessageStructure");
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// The longest message so far, with all its forms, in bytes.
    public int longest() {
        return longest;
    }

    private String take(String subject, String structure, String message)
            throws MessageForms.Refused {
        MessageForms forms = forms(subject, structure, message);
        subjects.add(subject);
        reports.put(subject, forms.text());
        longest = Math.max(longest, bytes(message));
        chat.take(forms.https().orElse(message));
        journal.note(Kind.REPORT, subject, forms.text());
        return "report-" + subjects.size();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Holds nothing that could be closed.
    }
}
