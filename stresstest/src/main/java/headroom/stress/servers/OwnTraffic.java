package headroom.stress.servers;

/// What this program itself has asked of a server, which is in the server's figures with what its
/// clients have.
///
/// @param sent in bytes, to the server
/// @param received in bytes, from it
public record OwnTraffic(long connections, long commands, long sent, long received) {}
