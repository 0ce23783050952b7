package headroom.benchmarks.coldstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import headroom.benchmarks.coldstart.RuntimeApi.Outcome;
import headroom.redshift.cluster.RemovePrecopy;
import headroom.redshift.watch.Watch;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/// A function in a network that does not lead to AWS.
final class UnreachableAwsTest {
    private static final int LAMBDAS_LIMIT_MILLIS = 10_000;
    private static final int BACKLOG = 50;
    private static final String EVENT = "{\"run\":\"r1\"}";

    @Test
    void isToldWhereConnectionsAreRefused() {
        Map<String, Integer> closed = new HashMap<>();
        try (Silent silent = new Silent()) {
            closed.putAll(silent.ports());
        }
        try (Unpacked task = Unpacked.of(Functions.JAR);
                AwsStub aws = new AwsStub();
                Deployed function = deployed(RemovePrecopy.class, task, aws, closed)) {
            switch (function.invoke(EVENT)) {
                case Outcome.Failure(String type, String message) -> {
                    assertEquals("headroom.step.AwsUnavailable", type);
                    assertTrue(message.contains("Connection refused"), message);
                }
                case Outcome.Answer answer -> fail("Answered " + answer.json());
            }
        }
    }

    @Test
    void leavesAnInitItsTimeWhereNothingAnswers() {
        try (Unpacked task = Unpacked.of(Functions.JAR);
                AwsStub aws = new AwsStub();
                Silent silent = new Silent();
                Deployed function = deployed(Watch.class, task, aws, silent.ports())) {
            assertTrue(
                    function.initMillis() < LAMBDAS_LIMIT_MILLIS,
                    () -> function.initMillis() + " ms");
            assertFalse(function.output().contains("Exception"), function.output());
        }
    }

    private static Deployed deployed(
            Class<?> handler, Unpacked task, AwsStub aws, Map<String, Integer> ports) {
        Map<String, String> environment = new HashMap<>(Functions.environment());
        ports.forEach(
                (service, port) ->
                        environment.put("AWS_ENDPOINT_URL_" + service, "http://127.0.0.1:" + port));
        return new Deployed(
                Functions.RUNTIME,
                task.folder(),
                handler.getName(),
                aws,
                Deployed.Settings.lambdas(environment));
    }

    /// An endpoint for each service that takes connections and then says nothing, as behind some
    /// firewalls.
    private static final class Silent implements AutoCloseable {
        private final Map<String, ServerSocket> sockets = new HashMap<>();

        private Silent() {
            for (String service : Deployed.SERVICES) {
                try {
                    sockets.put(
                            service,
                            new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
                } catch (IOException noPort) {
                    throw new UncheckedIOException(noPort);
                }
            }
        }

        private Map<String, Integer> ports() {
            Map<String, Integer> ports = new HashMap<>();
            sockets.forEach((service, socket) -> ports.put(service, socket.getLocalPort()));
            return ports;
        }

        @Override
        public void close() {
            for (ServerSocket each : sockets.values()) {
                try {
                    each.close();
                } catch (IOException leftover) {
                    throw new UncheckedIOException(leftover);
                }
            }
        }
    }
}
