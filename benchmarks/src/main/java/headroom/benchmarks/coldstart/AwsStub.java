package headroom.benchmarks.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One endpoint for all AWS services, which answers each operation as it is told, and is too busy
/// for any other. The SDK sends its clients here by its own environment variables.
final class AwsStub implements AutoCloseable {
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");
    private static final int OK = 200;
    private static final int BUSY = 503;

    private final HttpServer server;
    private final List<Asked> signed = new CopyOnWriteArrayList<>();
    private volatile Map<String, String> answers = Map.of();

    private record Asked(String operation, String body) {}

    AwsStub() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// @param bodies by the operation, each as its protocol has it: JSON, or XML
    void answer(Map<String, String> bodies) {
        answers = bodies;
    }

    /// The operations that were asked for with a signature, in order.
    List<String> signed() {
        return signed.stream().map(Asked::operation).toList();
    }

    /// What one operation was asked with a signature, in order.
    List<String> signed(String operation) {
        return signed.stream()
                .filter(each -> each.operation().equals(operation))
                .map(Asked::body)
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String operation = operation(exchange, asked);
        if (exchange.getRequestHeaders().containsKey("Authorization")) {
            signed.add(new Asked(operation, asked));
        }
        @Nullable String answer = answers.get(operation);
        byte[] body = (answer == null ? "" : answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("x-amzn-RequestId", "request");
        exchange.sendResponseHeaders(
                answer == null ? BUSY : OK, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String operation(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        Matcher action = ACTION.matcher(body);
        return action.find()
                ? action.group(1)
                : exchange.getRequestMethod() + " " + exchange.getRequestURI();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
