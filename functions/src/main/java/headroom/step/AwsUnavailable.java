package headroom.step;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

import java.util.List;

/// An AWS service did not answer, or asked to be called later. The state machine repeats the step.
public final class AwsUnavailable extends RuntimeException {
    /// In an error's code. Some services send such an error with HTTP status 400, so the SDK does
    /// not repeat the call by itself.
    private static final List<String> PASSING = List.of("Unavailable", "Throttling");

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
                            || saysSo(service.awsErrorDetails());
            default -> problem.retryable();
        };
    }

    /// @param details missing from an answer that is not AWS's own, as of a proxy
    private static boolean saysSo(@Nullable AwsErrorDetails details) {
        return details != null
                && details.errorCode() != null
                && PASSING.stream().anyMatch(details.errorCode()::contains);
    }
}
