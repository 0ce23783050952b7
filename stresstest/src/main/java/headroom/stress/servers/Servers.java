package headroom.stress.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// All servers that this process runs, and the guard that ends them with it: a shell that reads
/// from this process. When that ends, by itself, by Ctrl-C or by a crash, the shell reads the end,
/// kills each server by the id in its file, and removes the folder.
public final class Servers implements AutoCloseable {
    /// So many at one time, however many a scene asks for: the bound on memory rests on it.
    public static final int MOST = 14;

    private static final String GUARD =
            """
            trap '' INT TERM HUP
            cat >/dev/null
            for each in "$1"/*.pid; do
                [ -f "$each" ] && kill -9 "$(cat "$each")" 2>/dev/null
            done
            rm -rf "$1"
            """;

    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final Path binary;
    private final Process guard;
    private final List<Server> running = new CopyOnWriteArrayList<>();

    private Servers(Path folder, Path binary, Process guard) {
        this.folder = folder;
        this.binary = binary;
        this.guard = guard;
    }

    public static Servers open(Binary binary) throws IOException {
        Path folder = Files.createTempDirectory("headroom-stress-");
        Process guard =
                new ProcessBuilder("sh", "-c", GUARD, "guard", folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return new Servers(folder, binary.in(folder), guard);
        } catch (IOException missing) {
            guard.getOutputStream().close();
            throw missing;
        }
    }

    /// Where servers put their files.
    public Path folder() {
        return folder;
    }

    public List<Server> running() {
        return List.copyOf(running);
    }

    /// A server of a cluster, alone yet.
    ///
    /// @param memory in bytes, at which it refuses writes
    public Server start(long memory) {
        if (running.size() >= MOST) {
            throw new IllegalStateException(
                    "%d servers run, and no more may at one time.".formatted(MOST));
        }
        IOException last = new IOException("never started");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Server server = attempt(memory);
                running.add(server);
                return server;
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw new UncheckedIOException("No server could be started.", last);
    }

    /// Another program may take the port before the server does.
    private Server attempt(long memory) throws IOException {
        List<Integer> ports = freePorts();
        int port = ports.getFirst();
        Path log = folder.resolve(port + ".log");
        Process process =
                new ProcessBuilder(command(port, ports.getLast(), memory))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Files.writeString(pidFile(port), Long.toString(process.pid()));
        Server server = new Patience(PATIENCE).until(() -> connect(port, process));
        if (server == null) {
            process.destroyForcibly();
            Files.delete(pidFile(port));
            throw new IOException(
                    "%s does not answer on port %d: %s"
                            .formatted(binary, port, Files.readString(log).strip()));
        }
        return server;
    }

    private static Patience.Answer<Server> connect(int port, Process process) {
        try {
            return Patience.Answer.of(new Server(port, process));
        } catch (IOException | UncheckedIOException refused) {
            return process.isAlive() ? Patience.Answer.notYet() : Patience.Answer.never();
        }
    }

    private List<String> command(int port, int bus, long memory) {
        return List.of(
                ("%s --port %d --cluster-port %d --bind 127.0.0.1 --dir %s --maxmemory %d"
                     + " --cluster-enabled yes --cluster-config-file %d.nodes"
                     + " --cluster-node-timeout 2000 --cluster-allow-replica-migration no"
                     + " --repl-diskless-sync-delay 0 --repl-ping-replica-period 1"
                     + " --maxmemory-policy noeviction --appendonly no --dbfilename %d.rdb"
                     + " --loglevel notice --save ")
                        .formatted(binary, port, bus, folder, memory, port, port)
                        .split(" ", -1));
    }

    private static List<Integer> freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return List.of(one.getLocalPort(), other.getLocalPort());
        }
    }

    private Path pidFile(int port) {
        return folder.resolve(port + ".pid");
    }

    /// Ends one of them at once, as when its machine breaks down.
    public void kill(Server server) {
        server.kill();
        running.remove(server);
        try {
            Files.deleteIfExists(pidFile(server.port()));
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }

    /// What all of them take of this machine's memory, in bytes.
    public long memory() {
        return running.stream()
                .mapToLong(each -> (long) each.info().number("used_memory_rss"))
                .sum();
    }

    @Override
    public void close() {
        try (OutputStream end = guard.getOutputStream()) {
            end.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        try {
            if (!guard.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "The servers were not ended within %s; their files are in %s."
                                .formatted(PATIENCE, folder));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
