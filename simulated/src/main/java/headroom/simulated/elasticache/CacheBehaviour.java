package headroom.simulated.elasticache;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the simulated ElastiCache behaves in a scenario.
///
/// @param staleLooks how many looks at the group after an accepted change still show what was
///   before
/// @param progress what is said of how far a resharding is
/// @param pending what stands among the pending changes beside that
/// @param betweenRanges what stands between two ranges of slots
/// @param allowedTypes the node types that it may grow to; empty for all that are larger
/// @param nodeQuota how many nodes a group may have
/// @param backupsToday manual backups that were taken of it within the last day
/// @param automatedBackup for how long, from the scenario's beginning, ElastiCache takes a backup
///   by itself; empty if it takes none
/// @param updates service updates by name, with their statuses
/// @param tags of the group
/// @param modes what it does between two cluster modes
public record CacheBehaviour(
        Times times,
        int staleLooks,
        Progress progress,
        Pending pending,
        String betweenRanges,
        Optional<List<String>> allowedTypes,
        int nodeQuota,
        int backupsToday,
        Optional<Duration> automatedBackup,
        Map<String, String> updates,
        Map<String, String> tags,
        Set<Quirk> quirks,
        ModeHabits modes) {

    /// A new node of eight minutes, slots moved within twenty, a node type of twelve, and a backup
    /// of six.
    public static final CacheBehaviour ORDINARY =
            new CacheBehaviour(
                    new Times(
                            Duration.ofMinutes(8),
                            Duration.ofMinutes(20),
                            Duration.ofMinutes(12),
                            Duration.ofMinutes(6)),
                    1,
                    Progress.SAID,
                    Pending.EMPTY,
                    ",",
                    Optional.empty(),
                    90,
                    0,
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    Set.of(),
                    ModeHabits.ORDINARY);

    /// How long things take.
    ///
    /// @param node how long a new node is in `creating`
    /// @param slots how long slots are moved
    /// @param type how long the nodes are replaced by others of another type
    /// @param backup how long a backup is in `creating`
    public record Times(Duration node, Duration slots, Duration type, Duration backup) {}

    public enum Progress {
        /// From 0 to 100, once new nodes are there.
        SAID,
        ABSENT,
        /// It stands at 0 to the end.
        ZERO,
        /// It goes back as well as on, and is missing at the end.
        JUMPING
    }

    public enum Pending {
        NULL,
        EMPTY,
        /// Something that has nothing to do with the change.
        UNRELATED
    }

    public enum Quirk {
        /// The group is available for four minutes while a new member is still being made.
        MEMBER_LAGS,
        /// After a change a shard shows `modifying` for five hours, where the group is available.
        SHARD_LAGS,
        /// Half of the slots that should move stay, and the resharding ends well.
        ENDS_UNEVEN,
        /// The first shard fails over in the middle of a change.
        FAILS_OVER,
        /// For a minute after a failover no node claims to be the primary, where two do otherwise.
        NONE_CLAIMS,
        /// A change that makes nodes is refused, for want of capacity.
        CAPACITY_REFUSED,
        /// A change is accepted, and falls back for want of capacity.
        CAPACITY_MISSED,
        /// Too few free addresses show after a change was accepted, where it is refused otherwise.
        /// Which of the two is so is not known for sure.
        ADDRESSES_MISSED,
        /// A change of the node type gives the members new identifiers, where they keep theirs
        /// otherwise. Which of the two is so is not known for sure.
        NODES_RENAMED,
        /// ElastiCache takes its own backup in the middle of a change.
        BACKUP_INTERLEAVES,
        /// In the middle of a change the group shows a status that is listed nowhere.
        UNKNOWN_STATUS,
        /// After a change the group shows a status that is listed nowhere for twenty minutes.
        UNKNOWN_STATUS_AFTERWARDS,
        /// The group is deleted in the middle of a change.
        DELETED_MIDWAY,
        /// A group that is in no global datastore shows an empty structure of one.
        EMPTY_GLOBAL_DATASTORE,
        /// A new shard's slots are an empty text while it is made, where they are missing
        /// otherwise. Which of the two is so is not known for sure.
        SLOTS_SHOWN_EMPTY
    }

    public CacheBehaviour {
        allowedTypes = allowedTypes.map(List::copyOf);
        updates = Map.copyOf(updates);
        tags = new TreeMap<>(tags);
        quirks = Set.copyOf(quirks);
    }

    public CacheBehaviour with(Times other) {
        return but(copy -> copy.times = other);
    }

    public CacheBehaviour withStaleLooks(int looks) {
        return but(copy -> copy.staleLooks = looks);
    }

    public CacheBehaviour with(Progress other) {
        return but(copy -> copy.progress = other);
    }

    public CacheBehaviour with(Pending other) {
        return but(copy -> copy.pending = other);
    }

    public CacheBehaviour withRangesBetween(String separator) {
        return but(copy -> copy.betweenRanges = separator);
    }

    public CacheBehaviour withAllowedTypes(String... types) {
        return but(copy -> copy.allowedTypes = Optional.of(List.of(types)));
    }

    public CacheBehaviour withNodeQuota(int nodes) {
        return but(copy -> copy.nodeQuota = nodes);
    }

    public CacheBehaviour withBackupsToday(int count) {
        return but(copy -> copy.backupsToday = count);
    }

    public CacheBehaviour withAutomatedBackupOf(Duration time) {
        return but(copy -> copy.automatedBackup = Optional.of(time));
    }

    public CacheBehaviour withUpdate(String name, String status) {
        return but(copy -> copy.updates.put(name, status));
    }

    public CacheBehaviour withTag(String key, String value) {
        return but(copy -> copy.tags.put(key, value));
    }

    public CacheBehaviour with(ModeHabits other) {
        return but(copy -> copy.modes = other);
    }

    /// These quirks besides those that there are.
    public CacheBehaviour with(Quirk... more) {
        return but(
                copy ->
                        copy.quirks =
                                Stream.concat(quirks.stream(), Stream.of(more))
                                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /// The same behaviour but for what the change sets.
    private CacheBehaviour but(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.behaviour();
    }

    private static final class Copy {
        private Times times;
        private int staleLooks;
        private Progress progress;
        private Pending pending;
        private String betweenRanges;
        private Optional<List<String>> allowedTypes;
        private int nodeQuota;
        private int backupsToday;
        private Optional<Duration> automatedBackup;
        private final Map<String, String> updates;
        private final Map<String, String> tags;
        private Set<Quirk> quirks;
        private ModeHabits modes;

        Copy(CacheBehaviour behaviour) {
            times = behaviour.times;
            staleLooks = behaviour.staleLooks;
            progress = behaviour.progress;
            pending = behaviour.pending;
            betweenRanges = behaviour.betweenRanges;
            allowedTypes = behaviour.allowedTypes;
            nodeQuota = behaviour.nodeQuota;
            backupsToday = behaviour.backupsToday;
            automatedBackup = behaviour.automatedBackup;
            updates = new TreeMap<>(behaviour.updates);
            tags = new TreeMap<>(behaviour.tags);
            quirks = behaviour.quirks;
            modes = behaviour.modes;
        }

        CacheBehaviour behaviour() {
            return new CacheBehaviour(
                    times,
                    staleLooks,
                    progress,
                    pending,
                    betweenRanges,
                    allowedTypes,
                    nodeQuota,
                    backupsToday,
                    automatedBackup,
                    updates,
                    tags,
                    quirks,
                    modes);
        }
    }
}
