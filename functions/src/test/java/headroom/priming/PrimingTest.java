package headroom.priming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.redshift.RedshiftClient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;

/// Priming is for speed alone: an init goes on whatever becomes of it.
final class PrimingTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    /// Bears the name of a handler that there is an example for.
    private record RemovePrecopy(Runnable work) implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) {
            work.run();
        }
    }

    private record WithoutExample() implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) {}
    }

    static Stream<Runnable> problems() {
        return Stream.of(
                () -> {
                    throw new IllegalStateException("CLUSTER is not set");
                },
                () -> {
                    throw new NoClassDefFoundError("lost");
                },
                () -> {
                    throw new OutOfMemoryError("Metaspace");
                },
                () -> {
                    throw new StackOverflowError();
                });
    }

    @ParameterizedTest
    @MethodSource("problems")
    void dropsWhatAHandlerThrows(Runnable problem) {
        assertEquals("", printedBy(() -> Priming.run(_ -> new RemovePrecopy(problem), ENOUGH)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void dropsWhatItsCreationThrows(Runnable problem) {
        assertEquals(
                "",
                printedBy(
                        () ->
                                Priming.run(
                                        _ -> {
                                            problem.run();
                                            return new WithoutExample();
                                        },
                                        ENOUGH)));
    }

    @Test
    void doesWithoutAnExample() {
        assertEquals("", printedBy(() -> Priming.run(_ -> new WithoutExample(), ENOUGH)));
    }

    private static String printedBy(Runnable work) {
        PrintStream usual = System.err;
        var printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(usual);
        }
        return printed.toString(UTF_8);
    }

    @Test
    void goesOnWithoutAHandlerThatNeverReturns() {
        var never = new CountDownLatch(1);
        assertTimeoutPreemptively(
                ENOUGH, () -> Priming.run(_ -> new RemovePrecopy(() -> await(never)), SHORT));
        never.countDown();
    }

    @Test
    void goesOnWithoutAnEndpointThatNeverAnswers() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertTimeoutPreemptively(
                    ENOUGH, () -> Priming.run(asking(silent.getLocalPort()), SHORT));
        }
    }

    @Test
    void goesOnWithoutAnEndpointThatRefuses() throws IOException {
        int closed;
        try (var soon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = soon.getLocalPort();
        }
        assertEquals("", printedBy(() -> Priming.run(asking(closed), ENOUGH)));
    }

    @Test
    void asksAnEndpointOnceAndUnsigned() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    exchange.getRequestHeaders().keySet().stream()
                            .filter(each -> each.matches("(?i)authorization|x-amz-.*"))
                            .forEach(asked::add);
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
        try {
            Priming.run(asking(server.getAddress().getPort()), ENOUGH);
        } finally {
            server.stop(0);
        }
        assertEquals(List.of("GET /"), asked);
    }

    /// A handler that asks for the same twice.
    private static Function<Aws, RequestStreamHandler> asking(int port) {
        return aws -> {
            RedshiftClient client =
                    aws.client(
                            RedshiftClient.builder()
                                    .region(Region.EU_WEST_1)
                                    .endpointOverride(URI.create("http://127.0.0.1:" + port))
                                    .credentialsProvider(
                                            StaticCredentialsProvider.create(
                                                    AwsBasicCredentials.create("id", "secret"))));
            return new RemovePrecopy(
                    () -> {
                        assertTrue(client.describeClusters().hasClusters());
                        assertTrue(client.describeClusters().hasClusters());
                    });
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
