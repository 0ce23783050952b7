package headroom.plan;

import headroom.replication.PausedTask;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What is to be done.
public sealed interface Plan {
    /// For people.
    String sentence();

    /// @param from the present number of nodes
    /// @param to the wished number of nodes
    /// @param diskPercent the recent maximum of disk use, in percent, if it is known
    /// @param expectedDiskPercent Redshift's estimate of disk use afterwards, if it gives one
    /// @param pause the tasks to stop and to start again
    /// @param leaveAlone the tasks that do not run and stay as they are, each with its status
    record Resize(
            int from,
            int to,
            String nodeType,
            @Nullable Double diskPercent,
            @Nullable Double expectedDiskPercent,
            List<PausedTask> pause,
            List<String> leaveAlone,
            String sentence)
            implements Plan {}

    record NotNeeded(String sentence) implements Plan {}

    /// @param wayOut what a person can do about it
    record Refused(String sentence, String wayOut) implements Plan {}
}
