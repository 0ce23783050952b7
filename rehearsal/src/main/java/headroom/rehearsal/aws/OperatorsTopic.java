package headroom.rehearsal.aws;

import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.states.Call;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The topic that reports go to: published to by the state machine's own integration, and by the
/// watch through the SDK.
public final class OperatorsTopic implements SnsClient {
    /// SNS's own bound on a subject, in characters.
    private static final int LONGEST_SUBJECT = 100;

    private final Journal journal;
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
        if (isRefused(subject)) {
            call.fail("SNS.InvalidParameterException", "Invalid parameter: Subject: " + subject);
            return;
        }
        call.succeed(Map.of("MessageId", take(subject, Arguments.string(request, "Message"))));
    }

    @Override
    public PublishResponse publish(PublishRequest request) {
        if (isRefused(request.subject())) {
            throw Refusal.of(
                    InvalidParameterException.builder(),
                    "Sns",
                    "InvalidParameter",
                    "Invalid parameter: Subject");
        }
        return PublishResponse.builder()
                .messageId(take(request.subject(), request.message()))
                .build();
    }

    private static boolean isRefused(String subject) {
        return subject.isEmpty()
                || subject.length() > LONGEST_SUBJECT
                || !subject.matches("\\p{ASCII}*");
    }

    private String take(String subject, String body) {
        subjects.add(subject);
        reports.put(subject, body);
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
