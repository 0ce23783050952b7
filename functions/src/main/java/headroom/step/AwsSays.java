package headroom.step;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// What AWS says of a problem, for people: its own message and code. The SDK's message has numbers
/// in it, of the request and of its attempts, which are in the log and differ each time.
public final class AwsSays {
    private AwsSays() {}

    public static String of(SdkException problem) {
        AwsErrorDetails details =
                problem instanceof AwsServiceException service ? service.awsErrorDetails() : null;
        if (details == null || details.errorMessage() == null || details.errorMessage().isBlank()) {
            return String.valueOf(problem.getMessage());
        }
        return "%s (%s)".formatted(details.errorMessage().strip(), details.errorCode());
    }
}
