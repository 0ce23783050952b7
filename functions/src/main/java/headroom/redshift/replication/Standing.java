package headroom.redshift.replication;

import java.util.Optional;

/// A recorded task that does not run, by its ARN: the record has its name.
///
/// @param state what DMS shows of it, for people; empty behind the first of very many
public record Standing(String arn, Optional<String> state) {

    static Standing seen(Replication task, Optional<Refusal> refusal) {
        String failure = task.lastFailure();
        return new Standing(
                task.arn(),
                Optional.of(
                        task.sentence()
                                + (failure == null ? "" : "; its last failure: " + bare(failure))
                                + refusal.map(each -> "; DMS refuses: " + bare(each.reason()))
                                        .orElse("")));
    }

    /// Without the full stop that it may have.
    private static String bare(String said) {
        return said.strip().replaceFirst("[.]$", "");
    }

    Standing withoutState() {
        return new Standing(arn, Optional.empty());
    }
}
