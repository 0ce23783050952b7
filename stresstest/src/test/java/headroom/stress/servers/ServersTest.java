package headroom.stress.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class ServersTest {
    private static final long MEMORY = 20_000_000;

    @Test
    void nothingIsLeftOfThemInTheEnd() throws IOException {
        Servers servers = Servers.open(Binary.withThis());
        Server one = servers.start(MEMORY);
        Server other = servers.start(MEMORY);
        assertEquals("PONG", one.text("PING"));
        servers.close();
        assertEnded(List.of(one, other));
        assertFalse(Files.exists(servers.folder()));
    }

    /// As a crash does it, and Ctrl-C: nothing of this program's own is carried out any more.
    @Test
    void theyEndWithTheProgramThatRunsThem() throws IOException {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ServersTest.class.getName() + "$Program")
                        .redirectErrorStream(true)
                        .start();
        String folder = program.inputReader().readLine();
        assertTrue(Files.exists(Path.of(folder)), folder);
        program.destroyForcibly();
        new Patience(Duration.ofSeconds(20))
                .require("that the folder is gone", () -> !Files.exists(Path.of(folder)));
    }

    /// Runs a server until it is killed.
    static final class Program {
        public static void main(String[] arguments) throws IOException {
            Servers servers = Servers.open(Binary.withThis());
            servers.start(MEMORY);
            System.out.println(servers.folder());
            System.in.read();
        }
    }

    @Test
    void noMoreRunThanMemoryIsFor() throws IOException {
        try (Servers servers = Servers.open(Binary.withThis())) {
            for (int each = 0; each < Servers.MOST; each++) {
                servers.start(MEMORY);
            }
            assertThrows(IllegalStateException.class, () -> servers.start(MEMORY));
        }
    }

    @Test
    void saysWhyAServerDoesNotStart() throws IOException {
        try (Servers servers = Servers.open(Binary.of(Path.of("/bin/false")))) {
            Exception thrown = assertThrows(RuntimeException.class, () -> servers.start(MEMORY));
            assertTrue(String.valueOf(thrown.getCause()).contains("/bin/false does not answer"));
        }
    }

    @Test
    void whatThisProgramAsksIsCounted() throws IOException {
        try (Servers servers = Servers.open(Binary.withThis())) {
            Server server = servers.start(MEMORY);
            OwnTraffic before = server.ownTraffic();
            double commands = server.info().number("total_commands_processed");
            server.text("PING");
            OwnTraffic after = server.ownTraffic();
            assertEquals(2, after.commands() - before.commands());
            assertEquals(2, server.info().number("total_commands_processed") - commands);
        }
    }

    private static void assertEnded(List<Server> servers) {
        new Patience(Duration.ofSeconds(10))
                .require(
                        "that the servers have ended",
                        () -> servers.stream().noneMatch(Server::isAlive));
    }
}
