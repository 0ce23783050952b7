package headroom.simulated.faults;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The errors with which an operation may answer: those of the service's model, as the client's
/// `throws` clause names them, and those that every service has.
final class ServiceErrors {
    static final String THROTTLED = "THROTTLED";
    static final String SERVER_ERROR = "SERVER_ERROR";
    static final String UNAVAILABLE = "UNAVAILABLE";
    static final String NO_CONNECTION = "NO_CONNECTION";

    /// What every operation of every service may meet.
    static final List<String> OF_ALL = List.of(THROTTLED, SERVER_ERROR, UNAVAILABLE, NO_CONNECTION);

    /// Codes on the wire that are not the class's name without its ending; so the models say.
    private static final Map<String, String> CODES =
            Map.of(
                    "UnsupportedOptionException", "UnsupportedOptionFault",
                    "LimitExceededException", "LimitExceededFault",
                    "DependentServiceUnavailableException", "DependentServiceUnavailableFault");

    private ServiceErrors() {}

    /// The simple names of the modelled exceptions.
    static List<String> modelled(Method operation) {
        return thrown(operation)
                .filter(each -> each.getSuperclass() != AwsServiceException.class)
                .map(Class::getSimpleName)
                .sorted()
                .toList();
    }

    static SdkException of(Method operation, String what) {
        return switch (what) {
            case THROTTLED -> build(base(operation), "ThrottlingException", 400, "Rate exceeded");
            case SERVER_ERROR -> build(base(operation), "InternalFailure", 500, "Internal error");
            case UNAVAILABLE ->
                    build(base(operation), "ServiceUnavailable", 503, "Service is unavailable");
            case NO_CONNECTION -> noConnection();
            default -> modelled(operation, what);
        };
    }

    static SdkException noConnection() {
        return SdkClientException.create("Unable to execute HTTP request: Read timed out");
    }

    private static SdkException modelled(Method operation, String name) {
        Class<?> type =
                thrown(operation)
                        .filter(each -> each.getSimpleName().equals(name))
                        .findFirst()
                        .orElseThrow();
        String code = CODES.getOrDefault(name, name.replaceAll("Exception$", ""));
        int status = name.contains("NotFound") ? 404 : 400;
        return build(type, code, status, "The rehearsal lets this call fail");
    }

    private static Stream<Class<?>> thrown(Method operation) {
        return Arrays.<Class<?>>stream(operation.getExceptionTypes())
                .filter(each -> each != AwsServiceException.class)
                .filter(AwsServiceException.class::isAssignableFrom);
    }

    /// The class that an error has in Java if the service's model does not name it.
    private static Class<?> base(Method operation) {
        return thrown(operation)
                .filter(each -> each.getSuperclass() == AwsServiceException.class)
                .findFirst()
                .orElseThrow();
    }

    private static SdkException build(Class<?> type, String code, int status, String message) {
        try {
            var builder = (AwsServiceException.Builder) type.getMethod("builder").invoke(null);
            return builder.awsErrorDetails(
                            AwsErrorDetails.builder()
                                    .errorCode(code)
                                    .errorMessage(message)
                                    .serviceName(type.getPackageName())
                                    .build())
                    .message(message)
                    .statusCode(status)
                    .build();
        } catch (ReflectiveOperationException unexpected) {
            throw new IllegalStateException(
                    type + " has no public builder; expected one in every exception of the SDK.",
                    unexpected);
        }
    }
}
