package headroom.rehearsal.aws;

import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.states.Call;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The topic that reports go to.
public final class OperatorsTopic {
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
        if (subject.isEmpty()
                || subject.length() > LONGEST_SUBJECT
                || !subject.matches("\\p{ASCII}*")) {
            call.fail("SNS.InvalidParameterException", "Invalid parameter: Subject: " + subject);
            return;
        }
        String body = Arguments.string(request, "Message");
        subjects.add(subject);
        reports.put(subject, body);
        journal.note(Kind.REPORT, subject, body);
        call.succeed(Map.of("MessageId", "report-" + subjects.size()));
    }
}
