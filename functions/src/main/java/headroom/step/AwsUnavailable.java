package headroom.step;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/// An AWS service did not answer, or asked to be called later. The state machine repeats the step.
public final class AwsUnavailable extends RuntimeException {
    /// Redshift sends this one with HTTP status 400, so the SDK does not repeat the call by itself.
    private static final String PASSING_CODE = "DependentServiceUnavailableFault";

    private AwsUnavailable(SdkException cause) {
        super("AWS could not be reached or is busy: " + AwsSays.of(cause), cause);
    }

    /// Names a problem for the state machine, which repeats whatever it does not know.
    static RuntimeException orRefused(SdkException problem) {
        return passes(problem) ? new AwsUnavailable(problem) : new AwsRefused(problem);
    }

    /// True for what a later call may not meet again: throttling, server errors, lost connections.
    public static boolean passes(SdkException problem) {
        return switch (problem) {
            case SdkClientException _ -> true;
            case AwsServiceException service ->
                    service.isThrottlingException()
                            || service.statusCode() >= 500
                            || (service.awsErrorDetails() != null
                                    // An answer that is not AWS's own, as of a proxy, has none.
                                    && PASSING_CODE.equals(service.awsErrorDetails().errorCode()));
            default -> problem.retryable();
        };
    }
}
