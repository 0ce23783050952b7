package headroom.rehearsal.faults;

import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.states.Call;
import headroom.rehearsal.states.Resource;
import headroom.rehearsal.time.Scheduler;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a task of the state machine asks, with calls that can be struck: before the effect or after
/// it, with an error or with silence, in which the task's own time limit strikes.
public final class FaultyResource implements Resource {
    static final String SILENCE = "SILENCE";
    private static final String BEFORE = "/BEFORE";
    private static final String AFTER = "/AFTER";

    private static final Duration SHORT = Duration.ofSeconds(1);

    /// What invoking a function may end with, besides the function's own errors.
    private static final List<String> FUNCTION_ERRORS =
            List.of(
                    "Lambda.ServiceException",
                    "Lambda.AWSLambdaException",
                    "Lambda.TooManyRequestsException",
                    "Lambda.ResourceNotReadyException",
                    "Lambda.SdkClientException",
                    "Lambda.ClientExecutionTimeoutException",
                    "Lambda.Unknown",
                    "Sandbox.Timedout",
                    "Runtime.ExitError",
                    // An error that is on no list, as Lambda adds one now and then.
                    "Lambda.EC2ThrottledException",
                    "java.lang.NullPointerException");

    private static final List<String> UPDATE_ERRORS =
            List.of(
                    "DynamoDB.InternalServerErrorException",
                    "DynamoDB.ProvisionedThroughputExceededException",
                    "DynamoDB.RequestLimitExceededException",
                    "DynamoDB.ResourceNotFoundException",
                    "DynamoDB.ThrottlingException",
                    "DynamoDB.TransactionConflictException",
                    "DynamoDB.SdkClientException");

    private static final List<String> PUBLISH_ERRORS =
            List.of(
                    "SNS.AuthorizationErrorException",
                    "SNS.InternalErrorException",
                    "SNS.KmsThrottlingException",
                    "SNS.NotFoundException",
                    "SNS.ThrottledException",
                    "SNS.SdkClientException");

    static final List<String> OF_FUNCTIONS = kinds(FUNCTION_ERRORS);
    static final List<String> OF_UPDATES = kinds(UPDATE_ERRORS);
    static final List<String> OF_PUBLICATIONS = kinds(PUBLISH_ERRORS);

    private final Function<@Nullable Object, String> place;
    private final Resource real;
    private final Faults faults;
    private final Scheduler scheduler;
    private final Journal journal;

    /// @param place names the place that a call with these arguments is at
    public FaultyResource(
            Function<@Nullable Object, String> place,
            Resource real,
            Faults faults,
            Scheduler scheduler,
            Journal journal) {
        this.place = place;
        this.real = real;
        this.faults = faults;
        this.scheduler = scheduler;
        this.journal = journal;
    }

    /// Only what can be seen from outside differs: refused before, or done and not answered.
    static List<String> kinds(List<String> errors) {
        return Stream.concat(
                        Stream.concat(errors.stream(), Stream.of(SILENCE))
                                .flatMap(each -> Stream.of(each + BEFORE, each + AFTER)),
                        Stream.of(FaultyClient.TWICE))
                .toList();
    }

    @Override
    public void call(@Nullable Object arguments, Call call) {
        journal.as(
                call.execution().name(),
                () -> {
                    Optional<String> what = faults.strike(place.apply(arguments));
                    if (what.isPresent()) {
                        struck(what.get(), arguments, call);
                    } else {
                        real.call(arguments, call);
                    }
                });
    }

    private void struck(String what, @Nullable Object arguments, Call call) {
        if (what.equals(FaultyClient.TWICE) || what.endsWith(AFTER)) {
            real.call(arguments, call.unheard());
        }
        String error = what.replace(BEFORE, "").replace(AFTER, "");
        if (what.equals(FaultyClient.TWICE)) {
            real.call(arguments, call);
        } else if (!error.equals(SILENCE)) {
            scheduler.after(
                    error.equals("Sandbox.Timedout") ? InvocationTimer.LIMIT : SHORT,
                    () -> call.fail(error, "The rehearsal lets this call fail"));
        }
    }
}
