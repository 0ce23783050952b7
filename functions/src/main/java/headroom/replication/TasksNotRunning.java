package headroom.replication;

/// Tasks that Headroom stopped are not running again. The message names them.
public final class TasksNotRunning extends RuntimeException {
    public TasksNotRunning(String message) {
        super(message);
    }
}
