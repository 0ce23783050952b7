package headroom.step;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.trigger.Deliveries;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.redshift.model.UnauthorizedOperationException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

final class StepTest {
    record Question(int number) {}

    record Reply(String text) {}

    private static final class Answering extends Step<Question> {
        private final Function<Question, Object> work;

        Answering(Function<Question, Object> work) {
            super(Question.class);
            this.work = work;
        }

        @Override
        public Object run(Question input) {
            return work.apply(input);
        }
    }

    private final List<String> log = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void readsItsInputAndWritesItsAnswer() throws IOException {
        handle(question -> new Reply("über " + question.number()), "{\"number\":7}");

        assertEquals("{\"text\":\"über 7\"}", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void writesWhichAlternativeItAnswers() throws IOException {
        handle(_ -> new Progress.Working(20, null, "Still busy."), "{\"number\":7}");

        assertEquals(
                "{\"is\":\"working\",\"waitSeconds\":20,\"percent\":null,\"workedAt\":null,"
                        + "\"sentence\":\"Still busy.\"}",
                out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void logsItsAnswer() throws IOException {
        handle(_ -> new Reply("yes"), "{\"number\":7}");

        assertEquals(List.of("Answering answers {\"text\":\"yes\"}\n"), log);
    }

    @Test
    void answersNothingAfterARefusedInput() {
        assertFails(
                IllegalArgumentException.class,
                "The input is not what this step expects: Question.number is nothing; expected a"
                        + " value.",
                () -> handle(_ -> new Reply("no"), "{}"));
        assertEquals(0, out.size());
    }

    @Test
    void asksForARepetitionWhenAwsIsUnavailable() {
        SdkException lost = SdkClientException.create("Connection reset");

        var problem =
                assertThrows(AwsUnavailable.class, () -> handle(thrower(lost), "{\"number\":7}"));

        assertEquals("AWS could not be reached or is busy: Connection reset", problem.getMessage());
        assertSame(lost, problem.getCause());
    }

    @Test
    void asksForNoRepetitionOfWhatStaysRefused() {
        SdkException refused =
                UnauthorizedOperationException.builder().message("Not you").statusCode(400).build();

        var problem =
                assertThrows(AwsRefused.class, () -> handle(thrower(refused), "{\"number\":7}"));

        assertEquals("AWS refuses this: Not you", problem.getMessage());
        assertSame(refused, problem.getCause());
    }

    @Test
    void leavesAnErrorOfOursAsItIs() {
        RuntimeException ours = new IllegalStateException("ours");

        assertSame(
                ours,
                assertThrows(
                        IllegalStateException.class,
                        () -> handle(thrower(ours), "{\"number\":7}")));
    }

    private static Function<Question, Object> thrower(RuntimeException problem) {
        return _ -> {
            throw problem;
        };
    }

    private void handle(Function<Question, Object> work, String input) throws IOException {
        new Answering(work)
                .handleRequest(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        out,
                        Deliveries.context(log));
    }
}
