package headroom.stress.servers;

/// A server's answer that is an error.
public final class Refused extends RuntimeException {
    Refused(String message) {
        super(message);
    }
}
