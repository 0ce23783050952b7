package headroom.benchmarks.coldstart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.redshift.RedshiftClient;

/// What `TakeSnapshot` would be if nobody thought of its cold start: the SDK's default HTTP client,
/// and an event and an answer that the runtime maps. It is measured, and deployed nowhere.
public final class NaiveTakeSnapshot
        implements RequestHandler<NaiveTakeSnapshot.Event, NaiveTakeSnapshot.Answer> {
    private final RedshiftClient redshift = RedshiftClient.create();

    /// The event, in the form that the runtime's serialiser knows.
    public static final class Event {
        private @Nullable String run;

        public @Nullable String getRun() {
            return run;
        }

        public void setRun(@Nullable String run) {
            this.run = run;
        }
    }

    /// The answer, in the form that the runtime's serialiser knows.
    public static final class Answer {
        private final String sentence;

        private Answer(String sentence) {
            this.sentence = sentence;
        }

        public String getSentence() {
            return sentence;
        }
    }

    @Override
    public Answer handleRequest(Event event, Context context) {
        String snapshot = "headroom-sales-" + event.getRun();
        redshift.createClusterSnapshot(
                request -> request.clusterIdentifier("sales").snapshotIdentifier(snapshot));
        return new Answer("Snapshot " + snapshot + " is being taken.");
    }
}
