package headroom.simulated.aws;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// Builds a service's exceptions as the SDK does from a service's answer.
public final class Refusal {
    private Refusal() {}

    /// @param exception the builder of a modelled exception, or of the service's base class
    /// @param code the error code on the wire
    public static AwsServiceException of(
            AwsServiceException.Builder exception, String service, String code, String message) {
        return exception
                .awsErrorDetails(
                        AwsErrorDetails.builder()
                                .serviceName(service)
                                .errorCode(code)
                                .errorMessage(message)
                                .build())
                .message(message)
                .statusCode(400)
                .build();
    }
}
