package headroom.redshift.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.Given;
import headroom.run.Cause;
import headroom.trigger.MessageRow;
import headroom.trigger.Publication;
import headroom.trigger.Reaction;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A table of messages, real shapes and slips, with what each does.
final class ReactionsTest {
    static List<MessageRow> rows() {
        return MessageRow.of("redshift");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void doesWhatTheTableSays(MessageRow row) {
        assertEquals(row.answer(), answer(reaction(row.message())));
    }

    @Test
    void tableHasNoMessageTwice() {
        Set<String> seen = new HashSet<>();
        for (MessageRow each : rows()) {
            assertTrue(seen.add(each.message() + " " + (each.message() == null)), each.why());
        }
        assertTrue(seen.size() >= 60);
    }

    @Test
    void nothingHalfUnderstoodResizesHoweverDeepItIsNested() {
        for (String each : List.of("[".repeat(200_000), "{\"a\":".repeat(40_000))) {
            assertTrue(answer(reaction(each)).startsWith("plans: it is no JSON"));
        }
    }

    @Test
    void saysNoMoreOfALongMessageThanFitsInAReport() {
        String field = "x".repeat(40_000);

        Reaction reaction =
                reaction("{\"" + field + "1\": 1, \"" + field + "2\": \"" + field + "\"}");

        assertEquals(
                "plans: the field \"%1$s…\" is not known. the field \"%1$s…\" is not known."
                        .formatted("x".repeat(160)),
                answer(reaction));
    }

    @Test
    void tellsOperatorsHowToStopAndHowToSwitchOff() {
        assertEquals(
                new Reaction.Tell(
                        "answer",
                        """
                        A message says no: "stop it". Nothing was started for it, and what is at work goes on.

                        To stop a run that is at work, find its ARN and stop it. The watch begins to bring its tasks back within 21 min.
                          aws stepfunctions list-executions --region eu-west-1 --status-filter RUNNING --state-machine-arn arn:aws:states:eu-west-1:111122223333:stateMachine:headroom-sales
                          aws stepfunctions stop-execution --region eu-west-1 --execution-arn ARN
                        To keep the alarms from starting runs, run this; enable-alarm-actions takes it back.
                          aws cloudwatch disable-alarm-actions --region eu-west-1 --alarm-names headroom-redshift-sales-disk headroom-redshift-sales-disk-critical
                        The watch looks by itself. To switch it off too, disable the rule of its schedule; then nothing brings tasks back after a run that was stopped.
                          aws events list-rules --region eu-west-1 --query "Rules[?contains(Name, 'WatchSchedule')].Name"
                          aws events disable-rule --region eu-west-1 --name RULE\
                        """,
                        "A message says no: \"stop it\"."),
                reaction("stop it"));
    }

    private static Reaction reaction(@Nullable String message) {
        return new Reactions(Given.SETTINGS, Messages.STACK).to(new Publication(message, "id"));
    }

    private static String answer(Reaction reaction) {
        return switch (reaction) {
            case Reaction.Ignore ignore -> "ignored: " + ignore.why();
            case Reaction.Tell tell when tell.attribute().equals("answer") -> "says no";
            case Reaction.Tell tell ->
                    tell.attribute() + ": " + tell.text().substring(0, tell.text().indexOf(": "));
            case Reaction.Start start ->
                    start.request() instanceof Request request
                            ? answer(request)
                            : "forgets " + ((Reactions.Forgetting) start.request()).forget();
        };
    }

    private static String answer(Request request) {
        if (request.cause() == Cause.ALARM) {
            return request.critical() ? "starts for a critical alarm" : "starts for an alarm";
        }
        String slip = request.notUnderstood();
        return (request.dryRun() ? "plans" : "starts")
                + (request.nodes() == null ? "" : " towards " + request.nodes())
                + (slip == null ? "" : ": " + slip.replace(" " + Orders.VOCABULARY.known(), ""));
    }
}
