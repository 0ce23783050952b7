package headroom.replication;

/// A task that Headroom is to stop and to start again, as the lease records it before any is
/// stopped.
///
/// @param name the task's identifier, for people
public record PausedTask(String arn, String name) {}
