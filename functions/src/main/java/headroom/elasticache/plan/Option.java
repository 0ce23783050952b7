package headroom.elasticache.plan;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.group.Change;

import java.util.List;
import java.util.Optional;

/// A step that was weighed.
///
/// @param change with its target; empty where none is possible at all
/// @param name for people
/// @param expected the figures that it would bring, for people
/// @param enough whether they are far enough below the alarm
/// @param why in how far it is less than was wanted, or why it is not possible; empty if all is
///   well
public record Option(
        Optional<Change> change, String name, String expected, boolean enough, String why) {
    /// The settings that a step may be stopped by, as [#why] names them.
    private static final List<String> CEILINGS =
            List.of(
                    CacheSettings.MAX_SHARDS.key(),
                    CacheSettings.MAX_STEP.key(),
                    CacheSettings.MAX_REPLICAS_PER_SHARD.key(),
                    CacheSettings.LARGEST_NODE_TYPE.key());

    static Option impossible(String name, String why) {
        return new Option(Optional.empty(), name, "", false, why);
    }

    /// For people, as a line of a list.
    public String inWords() {
        return "- %s%s%s."
                .formatted(
                        name,
                        expected.isEmpty() ? "" : ": " + expected,
                        why.isEmpty() ? "" : (expected.isEmpty() ? ": no, " : "; ") + why);
    }

    /// What a person can do where none of them is taken: raise what stops one of them, and what a
    /// group without cluster mode lacks.
    static String wayOut(List<Option> options, boolean hasOneShard, boolean migrates) {
        List<String> ceilings =
                CEILINGS.stream()
                        .filter(each -> options.stream().anyMatch(it -> it.why.contains(each)))
                        .toList();
        return "The list of steps below says why none is taken. "
                + (ceilings.isEmpty()
                        ? ""
                        : "Raise %s, and deploy again. ".formatted(String.join(" or ", ceilings)))
                + (hasOneShard
                        ? "It should have shards, which need cluster mode: %s{\"migrate\": \"start\"} begins the way there (docs/cache-migration.md). "
                                .formatted(
                                        migrates
                                                ? "a message "
                                                : "set clusterModeMigration to yes, deploy again,"
                                                        + " and a message ")
                        : "")
                + (ceilings.isEmpty() && !hasOneShard ? "Have" : "Or have")
                + " clients ask less of the group.";
    }

    Option because(String reason) {
        return new Option(change, name, expected, enough, reason);
    }
}
