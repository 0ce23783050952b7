package headroom.command;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/// Tells which operations are called, by the names that policies have for them.
///
/// @param service as IAM calls it
record Calls(String service, Object client, Consumer<String> noted) implements InvocationHandler {

    static <C extends SdkClient> C of(
            String service, C client, Class<C> type, Consumer<String> noted) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        new Calls(service, client, noted)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        boolean isOperation =
                method.getParameterCount() == 1
                        && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && SdkResponse.class.isAssignableFrom(method.getReturnType());
        if (!isOperation && method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        if (isOperation) {
            String name = method.getName();
            noted.accept(service + ":" + Character.toUpperCase(name.charAt(0)) + name.substring(1));
        }
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
