package headroom.replication;

import java.util.Optional;

/// A recorded task that does not run.
///
/// @param state what DMS shows of it, for people; empty where nobody could look, and behind the
///   first of very many
public record Standing(String arn, String name, Optional<String> state) {

    /// One that nobody has looked at.
    public static Standing unseen(PausedTask task) {
        return new Standing(task.arn(), task.name(), Optional.empty());
    }

    static Standing seen(Replication task, Optional<Refusal> refusal) {
        String failure = task.lastFailure();
        return new Standing(
                task.arn(),
                task.name(),
                Optional.of(
                        task.sentence()
                                + (failure == null ? "" : "; its last failure: " + failure)
                                + refusal.map(each -> "; DMS refuses: " + each.reason())
                                        .orElse("")));
    }

    Standing withoutState() {
        return new Standing(arn, name, Optional.empty());
    }

    /// For people.
    public String sentence() {
        return state.orElse(name);
    }

    public PausedTask task() {
        return new PausedTask(arn, name);
    }
}
