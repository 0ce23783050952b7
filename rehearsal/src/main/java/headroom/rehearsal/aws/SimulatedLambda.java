package headroom.rehearsal.aws;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.rehearsal.states.Call;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.faults.Faults;
import headroom.simulated.faults.InvocationTimer;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.journal.Peaks;
import headroom.simulated.time.Scheduler;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Lambda for the functions behind states: JSON in, the real handler, JSON out. An exception
/// becomes an error named by its class, as Lambda's Java runtime does it. A function that takes too
/// long is ended in the midst of its work, and what it has done stays done.
public final class SimulatedLambda {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// The error that Step Functions is told where a function ran out of time.
    private static final String TIMED_OUT = "Sandbox.Timedout";

    private static final int DELIVERIES = 3;

    private final Map<String, RequestStreamHandler> functions = new HashMap<>();
    private final Faults faults;
    private final InvocationTimer timer;
    private final Scheduler scheduler;
    private final Journal journal;
    private final Peaks<Duration> invocations = new Peaks<>();
    private final Peaks<Integer> answers = new Peaks<>();

    public SimulatedLambda(
            Faults faults, InvocationTimer timer, Scheduler scheduler, Journal journal) {
        this.faults = faults;
        this.timer = timer;
        this.scheduler = scheduler;
        this.journal = journal;
    }

    /// @param handlers by their functions' ARNs
    public void deploy(Map<String, RequestStreamHandler> handlers) {
        functions.putAll(handlers);
    }

    /// The ARN of the function that a state's call is for.
    public static String function(@Nullable Object arguments) {
        return Arguments.string(Arguments.object(arguments), "FunctionName");
    }

    /// Answers a state's call.
    public void invoke(@Nullable Object arguments, Call call) {
        Map<?, ?> request = Arguments.object(arguments);
        String arn = function(arguments);
        RequestStreamHandler handler = functions.get(arn);
        if (handler == null) {
            throw new IllegalArgumentException(
                    "There is no function %s; there are %s.".formatted(arn, functions.keySet()));
        }
        String name = arn.substring(arn.lastIndexOf(':') + 1);
        InvocationTimer.Invocation invocation = timer.begin();
        Answer answer = run(name, handler, request.get("Payload"), invocation);
        scheduler.after(invocation.rest(), () -> answer.to(call));
    }

    /// Invokes a function that nobody waits for, as a schedule does. An event that fails is
    /// delivered again after one and after two more minutes.
    public void schedule(RequestStreamHandler handler, Map<String, Object> event) {
        String fault = faults.strike(FaultKinds.DELIVERY + name(handler)).orElse("");
        if (!fault.equals(FaultKinds.LOST)) {
            deliver(handler, event, 1);
        }
        if (fault.equals(FaultKinds.TWICE)) {
            deliver(handler, event, 1);
        }
    }

    private void deliver(RequestStreamHandler handler, Map<String, Object> event, int delivery) {
        String fault = faults.strike(FaultKinds.EVENT + name(handler)).orElse("");
        boolean failed =
                fault.equals(FaultKinds.BEFORE)
                        || run(name(handler), handler, event, timer.begin())
                                instanceof Answer.Failed
                        || fault.equals(FaultKinds.AFTER);
        if (failed && delivery < DELIVERIES) {
            scheduler.after(
                    Duration.ofMinutes(delivery), () -> deliver(handler, event, delivery + 1));
        }
    }

    private static String name(RequestStreamHandler handler) {
        return handler.getClass().getSimpleName();
    }

    /// How long the functions' invocations were.
    public Peaks<Duration> invocations() {
        return invocations;
    }

    /// How large the functions' answers were, in bytes.
    public Peaks<Integer> answers() {
        return answers;
    }

    private Answer run(
            String function,
            RequestStreamHandler handler,
            @Nullable Object payload,
            InvocationTimer.Invocation invocation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (invocation;
                Faults.Shift _ = faults.calledBy(function)) {
            handler.handleRequest(
                    new ByteArrayInputStream(MAPPER.writeValueAsBytes(payload)),
                    out,
                    new LambdaContext(function, journal));
            Map<?, ?> answer = MAPPER.readValue(out.toByteArray(), Map.class);
            journal.note(Kind.STEP, function, sentence(answer));
            return new Answer.Given(answer);
        } catch (IOException | RuntimeException thrown) {
            String error = thrown.getClass().getName();
            journal.note(Kind.STEP, function, "fails with " + error + ": " + thrown.getMessage());
            return new Answer.Failed(error, cause(error, String.valueOf(thrown.getMessage())));
        } catch (InvocationTimer.TimedOut ended) {
            journal.note(Kind.STEP, function, "is ended by Lambda: " + ended.getMessage());
            return new Answer.Failed(
                    TIMED_OUT, cause(TIMED_OUT, String.valueOf(ended.getMessage())));
        } finally {
            invocations.note(function, invocation.used());
            answers.note(function, out.size());
        }
    }

    /// What came of an invocation.
    private sealed interface Answer {
        void to(Call call);

        record Given(Map<?, ?> payload) implements Answer {
            @Override
            public void to(Call call) {
                call.succeed(Map.of("StatusCode", 200, "Payload", payload));
            }
        }

        record Failed(String error, String cause) implements Answer {
            @Override
            public void to(Call call) {
                call.fail(error, cause);
            }
        }
    }

    /// What an answer says for people, and how far it is, if it says so.
    private static String sentence(Map<?, ?> answer) {
        Object sentence =
                answer.containsKey("sentence") ? answer.get("sentence") : answer.get("subject");
        Object percent = answer.get("percent");
        return percent == null ? String.valueOf(sentence) : sentence + " " + percent + " %";
    }

    private static String cause(String error, String message) {
        var cause = MAPPER.createObjectNode();
        cause.put("errorMessage", message).put("errorType", error).putArray("stackTrace");
        return cause.toString();
    }
}
