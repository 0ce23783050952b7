package headroom.simulated.faults;

import headroom.simulated.time.Scheduler;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkException;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A client of the SDK whose calls can be struck. Its convenience forms and paginators run as they
/// are, and their calls come back here.
public final class FaultyClient implements InvocationHandler {
    static final String ANSWER_LOST = "ANSWER_LOST";
    static final String TWICE = "TWICE";
    static final String STALE = "STALE";

    /// How old an answer of a service that is consistent only in the end may be here. None of them
    /// promises a bound; the steps allow for minutes after a change, and for nothing before it.
    private static final Duration OLDEST = Duration.ofMinutes(1);

    private final Object real;
    private final FaultKinds kinds;
    private final Faults faults;
    private final Scheduler scheduler;
    private final InvocationTimer timer;
    private final Map<SdkRequest, Answer> answers = new HashMap<>();

    private record Answer(Instant at, Object value) {}

    private FaultyClient(
            Object real,
            FaultKinds kinds,
            Faults faults,
            Scheduler scheduler,
            InvocationTimer timer) {
        this.real = real;
        this.kinds = kinds;
        this.faults = faults;
        this.scheduler = scheduler;
        this.timer = timer;
    }

    /// @param type the SDK's client interface
    public static <C extends SdkClient> C around(
            C real,
            Class<C> type,
            FaultKinds kinds,
            Faults faults,
            Scheduler scheduler,
            InvocationTimer timer) {
        Object proxy =
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        new FaultyClient(real, kinds, faults, scheduler, timer));
        return type.cast(proxy);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null && Operations.isOne(method)) {
            return call(method, (SdkRequest) arguments[0]);
        }
        return method.isDefault()
                ? InvocationHandler.invokeDefault(proxy, method, arguments)
                : method.invoke(real, arguments);
    }

    private Object call(Method operation, SdkRequest request) {
        Optional<String> what = faults.strike(kinds.operations().place(operation));
        return what.isEmpty()
                ? perform(operation, request)
                : struck(operation, request, what.get());
    }

    private Object struck(Method operation, SdkRequest request, String what) {
        return switch (what) {
            case TWICE -> {
                performUnheard(operation, request);
                yield perform(operation, request);
            }
            case ANSWER_LOST -> {
                performUnheard(operation, request);
                throw ServiceErrors.noConnection();
            }
            case STALE -> stale(request).orElseGet(() -> perform(operation, request));
            default -> throw ServiceErrors.of(operation, what);
        };
    }

    private Optional<Object> stale(SdkRequest request) {
        return Optional.ofNullable(answers.get(request))
                .filter(each -> !each.at().plus(OLDEST).isBefore(scheduler.now()))
                .map(Answer::value);
    }

    private void performUnheard(Method operation, SdkRequest request) {
        try {
            perform(operation, request);
        } catch (SdkException unheard) {
            // Whatever the service answered, the answer is lost.
        }
    }

    private Object perform(Method operation, SdkRequest request) {
        Object answer = Attempts.make(() -> ask(operation, request), timer);
        if (Operations.looks(operation)) {
            answers.put(request, new Answer(scheduler.now(), answer));
        }
        return answer;
    }

    private Object ask(Method operation, SdkRequest request) {
        try {
            return operation.invoke(real, request);
        } catch (InvocationTargetException thrown) {
            if (thrown.getTargetException() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(thrown.getTargetException());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
