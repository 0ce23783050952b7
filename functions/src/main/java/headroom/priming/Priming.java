package headroom.priming;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;

/// See the package for what is promised.
public final class Priming {
    /// Lambda ends an init after ten seconds and begins anew; a first event that meets a cold
    /// function waits for less than that.
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private static final Duration CONNECTION_LIMIT = Duration.ofSeconds(1);

    private Priming() {}

    /// Runs the example of a handler, and opens a connection to each endpoint that it would have
    /// asked.
    ///
    /// @param handler creates one of the handler's class
    public static void run(Function<Aws, RequestStreamHandler> handler) {
        run(handler, LIMIT);
    }

    static void run(Function<Aws, RequestStreamHandler> handler, Duration limit) {
        Thread thread = new Thread(() -> tryAll(handler), "priming");
        thread.setDaemon(true);
        // An error, such as too little memory, is told by the first event that meets it.
        thread.setUncaughtExceptionHandler((_, _) -> {});
        thread.start();
        try {
            thread.join(limit);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tryAll(Function<Aws, RequestStreamHandler> handler) {
        Unconnected unconnected = new Unconnected();
        try {
            runExample(handler.apply(unconnected));
        } catch (Exception | LinkageError unprimed) {
            // Then the first event loads what is missing, and meets the problem if it is one.
        }
        unconnected.endpoints().forEach(Priming::connect);
    }

    private static void runExample(RequestStreamHandler primed) throws IOException {
        String event = Example.event(primed.getClass().getSimpleName());
        primed.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream(),
                new SilentContext());
    }

    /// Loads what TLS needs, by a request that nobody signed. Its connection is closed at once.
    private static void connect(URI endpoint) {
        SdkHttpRequest request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.GET)
                        .uri(endpoint)
                        .putHeader("Connection", "close")
                        .build();
        try (SdkHttpClient client =
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTION_LIMIT)
                        .socketTimeout(CONNECTION_LIMIT)
                        .build()) {
            HttpExecuteResponse answer =
                    client.prepareRequest(HttpExecuteRequest.builder().request(request).build())
                            .call();
            if (answer.responseBody().isPresent()) {
                answer.responseBody().get().close();
            }
        } catch (IOException | RuntimeException unreachable) {
            // The first event meets it, and says so.
        }
    }
}
