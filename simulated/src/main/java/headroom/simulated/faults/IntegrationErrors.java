package headroom.simulated.faults;

import java.util.List;
import java.util.stream.Stream;

/// What calls that a state machine makes itself may end with: before their effect or after it, with
/// an error or with silence, in which the task's own time limit strikes.
public final class IntegrationErrors {
    public static final String SILENCE = "SILENCE";
    public static final String BEFORE = "/BEFORE";
    public static final String AFTER = "/AFTER";

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

    /// Whether such an event was taken, nobody can tell.
    private static final List<String> EVENT_ERRORS =
            List.of(
                    "EventBridge.AccessDeniedException",
                    "EventBridge.InternalException",
                    "EventBridge.SdkClientException");

    static final List<String> OF_FUNCTIONS = kinds(FUNCTION_ERRORS);
    static final List<String> OF_UPDATES = kinds(UPDATE_ERRORS);
    static final List<String> OF_PUBLICATIONS = kinds(PUBLISH_ERRORS);

    /// An entry that is refused, and a call that is throttled, have never had an effect.
    static final List<String> OF_EVENTS =
            Stream.concat(
                            kinds(EVENT_ERRORS).stream(),
                            Stream.of(
                                    "EventBridge.FailedEntry" + BEFORE,
                                    "EventBridge.ThrottlingException" + BEFORE))
                    .toList();

    private IntegrationErrors() {}

    /// Only what can be seen from outside differs: refused before, or done and not answered.
    static List<String> kinds(List<String> errors) {
        return Stream.concat(
                        Stream.concat(errors.stream(), Stream.of(SILENCE))
                                .flatMap(each -> Stream.of(each + BEFORE, each + AFTER)),
                        Stream.of(FaultKinds.TWICE))
                .toList();
    }
}
