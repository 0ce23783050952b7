package headroom.rehearsal.faults;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The operations of the SDK's clients, by the place's name: `redshift.DescribeClusters`.
final class Operations {
    private static final Map<String, Class<?>> CLIENTS =
            Map.of(
                    "redshift", RedshiftClient.class,
                    "dms", DatabaseMigrationClient.class,
                    "cloudwatch", CloudWatchClient.class,
                    "dynamodb", DynamoDbClient.class,
                    "sfn", SfnClient.class,
                    "sns", SnsClient.class,
                    "cloudformation", CloudFormationClient.class,
                    "events", EventBridgeClient.class,
                    "sts", StsClient.class);

    private static final Map<String, Method> ALL =
            CLIENTS.values().stream()
                    .flatMap(each -> Arrays.stream(each.getMethods()))
                    .filter(Operations::isOne)
                    .collect(Collectors.toMap(Operations::place, Function.identity()));

    private Operations() {}

    /// True for the form of an operation that all its other forms come down to.
    static boolean isOne(Method method) {
        return method.getParameterCount() == 1
                && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                && SdkResponse.class.isAssignableFrom(method.getReturnType());
    }

    static String place(Method operation) {
        String name = operation.getName();
        return service(operation) + "." + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    static Optional<Method> at(String place) {
        return Optional.ofNullable(ALL.get(place));
    }

    /// Whether it only looks, so that neither a lost answer nor a repetition leaves a trace.
    static boolean looks(Method operation) {
        String name = operation.getName();
        return name.startsWith("describe") || name.startsWith("get") || name.startsWith("list");
    }

    private static String service(Method operation) {
        return CLIENTS.entrySet().stream()
                .filter(each -> each.getValue().equals(operation.getDeclaringClass()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Found a client %s; expected one of %s."
                                                .formatted(
                                                        operation.getDeclaringClass(),
                                                        CLIENTS.values())));
    }
}
