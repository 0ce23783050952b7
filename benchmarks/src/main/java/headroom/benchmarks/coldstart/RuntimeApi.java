package headroom.benchmarks.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Lambda's Runtime API for one function: hands it events one by one and takes what comes of them.
final class RuntimeApi implements AutoCloseable {
    /// Half a minute in all: a cold start takes a second, on a machine that is busy a few.
    private static final int STEP_MILLIS = 50;

    private static final int PATIENCE_STEPS = 600;
    private static final String VERSION = "/2018-06-01/runtime";
    private static final String ARN = "arn:aws:lambda:eu-west-1:111122223333:function:scenarios";

    private final Clock clock;
    private final HttpServer server;
    private final BlockingQueue<Instant> ready = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();

    /// What a function says of an event.
    sealed interface Outcome {
        /// @param at when it arrived
        record Answer(String json, Instant at) implements Outcome {}

        /// @param type the exception's class
        record Failure(String type, String message) implements Outcome {}
    }

    RuntimeApi(Clock clock) {
        this.clock = clock;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(VERSION + "/invocation/next", this::next);
        server.createContext(VERSION + "/invocation/", this::outcome);
        server.createContext(VERSION + "/init/error", this::failure);
        server.start();
    }

    String address() {
        return server.getAddress().getHostString() + ":" + server.getAddress().getPort();
    }

    /// Waits until the function asks for its first event.
    ///
    /// @param alive whether the function's process still runs
    /// @return when it did
    Instant awaitInit(BooleanSupplier alive) {
        return take(ready, "be ready", alive);
    }

    /// @param alive whether the function's process still runs
    Outcome invoke(String event, BooleanSupplier alive) {
        events.add(event);
        return take(outcomes, "answer " + event, alive);
    }

    private static <T> T take(BlockingQueue<T> queue, String what, BooleanSupplier alive) {
        try {
            for (int step = 0; step < PATIENCE_STEPS && alive.getAsBoolean(); step++) {
                T taken = queue.poll(STEP_MILLIS, TimeUnit.MILLISECONDS);
                if (taken != null) {
                    return taken;
                }
            }
            throw new IllegalStateException(
                    "The function did not %s within %d seconds, or ended; its output says why."
                            .formatted(what, PATIENCE_STEPS * STEP_MILLIS / 1_000));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// @return nothing if the API is closed meanwhile
    private static <T> Optional<T> await(BlockingQueue<T> queue) {
        try {
            return Optional.of(queue.take());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.add(clock.instant());
        Optional<String> event = await(events);
        if (event.isEmpty()) {
            return;
        }
        // Without it, the runtime's native client crashes.
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "request");
        exchange.getResponseHeaders().add("Lambda-Runtime-Invoked-Function-Arn", ARN);
        exchange.getResponseHeaders().add("Lambda-Runtime-Deadline-Ms", "9999999999999");
        answer(exchange, 200, event.get());
    }

    private void outcome(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/error")) {
            failure(exchange);
        } else {
            Instant now = clock.instant();
            outcomes.add(new Outcome.Answer(body(exchange), now));
            answer(exchange, 202, "{}");
        }
    }

    private void failure(HttpExchange exchange) throws IOException {
        JsonNode error = JsonNode.parser().parse(body(exchange));
        outcomes.add(new Outcome.Failure(text(error, "errorType"), text(error, "errorMessage")));
        answer(exchange, 202, "{}");
    }

    private static String text(JsonNode error, String field) {
        return error.field(field).map(JsonNode::text).orElse("");
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
