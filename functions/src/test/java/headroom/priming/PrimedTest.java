package headroom.priming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.redshift.RedshiftClient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// Priming is for speed alone: an init goes on whatever becomes of it.
final class PrimedTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    static Stream<Runnable> problems() {
        return Stream.of(
                () -> {
                    throw new IllegalStateException("no region");
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
    void dropsWhateverIsThrown(Runnable problem) {
        PrintStream usual = System.err;
        var printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, UTF_8));
        try {
            Primed.within(ENOUGH, problem);
        } finally {
            System.setErr(usual);
        }
        assertEquals("", printed.toString(UTF_8));
    }

    @Test
    void goesOnWithoutWhatNeverEnds() {
        var never = new CountDownLatch(1);
        assertTimeoutPreemptively(ENOUGH, () -> Primed.within(SHORT, () -> await(never)));
        never.countDown();
    }

    @Test
    void goesOnWithoutAnEndpointThatNeverAnswers() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertTimeoutPreemptively(ENOUGH, () -> primed(silent.getLocalPort()).close());
        }
    }

    @Test
    void asksOnceAndUnsignedAndThenLeavesTheClientAsItIs() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    boolean signed = exchange.getRequestHeaders().containsKey("Authorization");
                    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    asked.add(signed ? "signed " + body.split("&", 2)[0] : "unsigned");
                    exchange.sendResponseHeaders(403, -1);
                    exchange.close();
                });
        server.start();
        try (RedshiftClient client = primed(server.getAddress().getPort())) {
            assertEquals(List.of("unsigned"), asked);
            assertThrows(SdkException.class, client::describeClusters);
        } finally {
            server.stop(0);
        }
        assertEquals("signed Action=DescribeClusters", asked.getLast());
    }

    private static RedshiftClient primed(int port) {
        return Primed.client(
                () ->
                        RedshiftClient.builder()
                                .httpClient(UrlConnectionHttpClient.create())
                                .region(Region.EU_WEST_1)
                                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                                .credentialsProvider(
                                        StaticCredentialsProvider.create(
                                                AwsBasicCredentials.create("id", "secret"))),
                RedshiftClient::describeClusters,
                "<A/>");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
