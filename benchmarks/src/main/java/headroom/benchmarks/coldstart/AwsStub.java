package headroom.benchmarks.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One endpoint for all AWS services, which answers each operation as it is told. The SDK sends its
/// clients here by its own environment variables.
final class AwsStub implements AutoCloseable {
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");
    private static final Reply UNTOLD =
            new Reply(400, "{\"__type\":\"Untold\",\"message\":\"The stub was not told.\"}");

    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /// @param body as the operation's protocol has it: JSON, or XML
    record Reply(int status, String body) {
        static Reply ok(String body) {
            return new Reply(200, body);
        }

        /// The connection ends instead.
        static Reply lost() {
            return new Reply(0, "");
        }
    }

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

    /// Forgets what was told and asked before. The last reply for an operation is given again and
    /// again.
    void tell(Map<String, List<Reply>> told) {
        replies.clear();
        asked.clear();
        told.forEach((operation, each) -> replies.put(operation, new ArrayDeque<>(each)));
    }

    /// The operations that were asked for since the last telling, in order.
    List<String> asked() {
        return Collections.unmodifiableList(asked);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String operation = operation(exchange, new String(body, StandardCharsets.UTF_8));
        asked.add(operation);
        Deque<Reply> left = replies.getOrDefault(operation, new ArrayDeque<>(List.of(UNTOLD)));
        Reply reply = left.size() > 1 ? left.remove() : left.element();
        if (reply.equals(Reply.lost())) {
            exchange.close();
            return;
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("x-amzn-RequestId", "request");
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
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
