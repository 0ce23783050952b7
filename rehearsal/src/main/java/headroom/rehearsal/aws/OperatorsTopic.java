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

/// The topic that reports go to: published to by the state machine's own integration, and by the
/// watch through the SDK.
public final class OperatorsTopic implements SnsClient {
    /// SNS's own bound on a subject, in characters: less than a hundred, by its model.
    private static final int LONGEST_SUBJECT = 99;

    /// And on a message, in bytes.
    public static final int LONGEST_MESSAGE = 256 * 1024;

    private final Journal journal;
    private int longest;
    private final Map<String, String> reports = new LinkedHashMap<>();
    private final List<String> subjects = new ArrayList<>();

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

    /// Answers a state's call.
    public void publish(@Nullable Object arguments, Call call) {
        Map<?, ?> request = Arguments.object(arguments);
        String subject = Arguments.string(request, "Subject");
        String message = Arguments.string(request, "Message");
        String refused = refused(subject, message);
        if (refused == null) {
            call.succeed(Map.of("MessageId", take(subject, message)));
        } else {
            call.fail("SNS.InvalidParameterException", refused);
        }
    }

    @Override
    public PublishResponse publish(PublishRequest request) {
        String refused = refused(request.subject(), request.message());
        if (refused != null) {
            throw Refusal.of(
                    InvalidParameterException.builder(), "Sns", "InvalidParameter", refused);
        }
        return PublishResponse.builder()
                .messageId(take(request.subject(), request.message()))
                .build();
    }

    private static @Nullable String refused(String subject, String message) {
        if (subject.isEmpty()
                || subject.length() > LONGEST_SUBJECT
                || !subject.matches("\\p{ASCII}*")) {
            return "Invalid parameter: Subject";
        }
        return bytes(message) > LONGEST_MESSAGE ? "Invalid parameter: Message too long" : null;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// The longest message so far, in bytes.
    public int longest() {
        return longest;
    }

    private String take(String subject, String body) {
        subjects.add(subject);
        reports.put(subject, body);
        longest = Math.max(longest, bytes(body));
        journal.note(Kind.REPORT, subject, body);
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
