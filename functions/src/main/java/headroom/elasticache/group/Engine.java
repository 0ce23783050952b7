package headroom.elasticache.group;

/// @param name `redis` or `valkey`
/// @param version such as `7.1` or `8.0.1`
public record Engine(String name, String version) {}
