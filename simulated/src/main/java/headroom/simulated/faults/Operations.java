package headroom.simulated.faults;

import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The operations of the SDK's clients, by the place's name: `sfn.StartExecution`.
final class Operations {
    /// Those that every workflow uses, or people beside it.
    private static final Map<String, Class<? extends SdkClient>> OF_ALL =
            Map.of(
                    "cloudwatch", CloudWatchClient.class,
                    "dynamodb", DynamoDbClient.class,
                    "sfn", SfnClient.class,
                    "sns", SnsClient.class,
                    "cloudformation", CloudFormationClient.class,
                    "events", EventBridgeClient.class,
                    "sts", StsClient.class);

    private final Map<Class<?>, String> services = new HashMap<>();
    private final Map<String, Method> all = new HashMap<>();

    private Operations() {}

    /// @param more clients, by the first word of their places
    static Operations with(Map<String, Class<? extends SdkClient>> more) {
        Operations operations = new Operations();
        OF_ALL.forEach(operations::add);
        more.forEach(operations::add);
        return operations;
    }

    private void add(String service, Class<? extends SdkClient> client) {
        services.put(client, service);
        Arrays.stream(client.getMethods())
                .filter(Operations::isOne)
                .forEach(each -> all.put(place(each), each));
    }

    /// True for the form of an operation that all its other forms come down to.
    static boolean isOne(Method method) {
        return method.getParameterCount() == 1
                && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                && SdkResponse.class.isAssignableFrom(method.getReturnType());
    }

    String place(Method operation) {
        String name = operation.getName();
        return service(operation) + "." + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    Optional<Method> at(String place) {
        return Optional.ofNullable(all.get(place));
    }

    /// Whether it only looks, so that neither a lost answer nor a repetition leaves a trace.
    static boolean looks(Method operation) {
        String name = operation.getName();
        return name.startsWith("describe") || name.startsWith("get") || name.startsWith("list");
    }

    private String service(Method operation) {
        String service = services.get(operation.getDeclaringClass());
        if (service == null) {
            throw new IllegalArgumentException(
                    "Found a client %s; expected one of %s."
                            .formatted(operation.getDeclaringClass(), services.keySet()));
        }
        return service;
    }
}
