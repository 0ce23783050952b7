package headroom.benchmarks.coldstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.benchmarks.coldstart.AwsStub.Reply;
import headroom.benchmarks.coldstart.RuntimeApi.Outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One event, what AWS answers, and what has to come of it.
///
/// @param failure the class of the expected exception, or empty for an answer
/// @param said part of the expected answer or message
record Scenario(String event, Map<String, List<Reply>> replies, String failure, String said) {

    static Scenario answers(String event, String said) {
        return new Scenario(event, Map.of(), "", said);
    }

    static Scenario fails(String event, String failure, String said) {
        return new Scenario(event, Map.of(), failure, said);
    }

    Scenario when(String operation, Reply... each) {
        Map<String, List<Reply>> more = new LinkedHashMap<>(replies);
        more.put(operation, List.of(each));
        return new Scenario(event, more, failure, said);
    }

    void assertEndsIn(Outcome outcome) {
        switch (outcome) {
            case Outcome.Answer answer -> {
                assertEquals(failure, "", () -> "Answered " + answer.json());
                assertTrue(
                        answer.json().contains(said),
                        () -> "expected " + said + " in " + answer.json());
            }
            case Outcome.Failure thrown -> {
                assertEquals(failure, thrown.type(), thrown::message);
                assertTrue(
                        thrown.message().contains(said),
                        () -> "expected " + said + " in " + thrown.message());
            }
        }
    }

    /// A Redshift error, as its protocol writes it.
    static Reply refusal(String code) {
        return new Reply(
                400,
                "<ErrorResponse><Error><Code>%s</Code><Message>said by AWS</Message></Error><RequestId>i</RequestId></ErrorResponse>"
                        .formatted(code));
    }

    /// An error of a service that speaks JSON.
    static Reply refusalInJson(String code) {
        return new Reply(400, "{\"__type\":\"%s\",\"message\":\"said by AWS\"}".formatted(code));
    }

    /// What stands between a function and AWS speaks no protocol of theirs.
    static Reply refusalOfAProxy() {
        return new Reply(403, "<html><body><hr><h1>Forbidden</h1></body></html>");
    }

    static Reply unavailable() {
        return new Reply(503, "");
    }

    static Reply xml(String operation, String inside) {
        return Reply.ok(
                "<A><%1$sResult>%2$s<Newer>unknown</Newer></%1$sResult><B/></A>"
                        .formatted(operation, inside));
    }
}
