package headroom.stress.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// One server process.
public final class Server {
    private final int port;
    private final Process process;
    private final Connection connection;
    private final String id;

    Server(int port, Process process) throws IOException {
        this.port = port;
        this.process = process;
        connection = new Connection(port);
        id = text("CLUSTER", "MYID");
    }

    public int port() {
        return port;
    }

    /// The engine's name of it.
    public String id() {
        return id;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// @throws Refused if the answer is an error
    /// @throws UncheckedIOException if there is none
    public String text(String... words) {
        return String.valueOf(connection.call(List.of(words)));
    }

    /// The same, of an answer that is a list of texts.
    public List<String> list(String... words) {
        return connection.call(List.of(words)) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    public Info info() {
        return Info.parse(
                text(
                        "INFO",
                        "server",
                        "clients",
                        "memory",
                        "persistence",
                        "stats",
                        "replication",
                        "cpu",
                        "commandstats"));
    }

    /// The cluster as it sees it.
    public List<Seen> nodes() {
        return Seen.parse(text("CLUSTER", "NODES"));
    }

    public Seen myself() {
        return nodes().stream().filter(Seen::isMyself).findFirst().orElseThrow();
    }

    public boolean isPrimary() {
        return myself().isPrimary();
    }

    /// What this program has asked of it so far.
    public OwnTraffic ownTraffic() {
        return connection.traffic();
    }

    /// At once and without a word, as when its machine breaks down.
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
        connection.close();
    }
}
