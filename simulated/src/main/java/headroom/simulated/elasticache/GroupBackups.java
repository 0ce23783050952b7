package headroom.simulated.elasticache;

import headroom.simulated.aws.Pages;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.time.Scheduler;

import software.amazon.awssdk.services.elasticache.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.elasticache.model.InvalidSnapshotStateException;
import software.amazon.awssdk.services.elasticache.model.SnapshotAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.SnapshotNotFoundException;
import software.amazon.awssdk.services.elasticache.model.SnapshotQuotaExceededException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The backups of the group, and one of another group. While one is taken, the group is
/// `snapshotting`.
final class GroupBackups {
    /// Of a node within a day.
    private static final int QUOTA = 20;

    private static final int SLOW = 10;
    private static final Duration AUTOMATED_TAKES = Duration.ofMinutes(8);

    /// For how long a backup that hangs stays in `creating`.
    private static final Duration HANGS = Duration.ofHours(26);

    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm").withZone(ZoneOffset.UTC);

    private final SimulatedGroup group;
    private final CacheBehaviour behaviour;
    private final Faults faults;
    private final Scheduler scheduler;
    private final Journal journal;
    private final Map<String, GroupBackup> backups = new LinkedHashMap<>();
    private int takenToday;

    GroupBackups(
            SimulatedGroup group,
            CacheBehaviour behaviour,
            Faults faults,
            Scheduler scheduler,
            Journal journal) {
        this.group = group;
        this.behaviour = behaviour;
        this.faults = faults;
        this.scheduler = scheduler;
        this.journal = journal;
        takenToday = behaviour.backupsToday();
        put(automated(scheduler.now().minus(Duration.ofDays(1)), GroupBackup.AVAILABLE));
        put(
                new GroupBackup(
                        "somebody-elses",
                        "another-group",
                        GroupBackup.MANUAL,
                        GroupBackup.AVAILABLE,
                        "cache.r7g.large"));
        behaviour.automatedBackup().ifPresent(this::takeAutomated);
    }

    private GroupBackup automated(Instant at, String status) {
        String name = "automatic.%s-%s".formatted(group.id(), IN_NAMES.format(at));
        return new GroupBackup(name, group.id(), GroupBackup.AUTOMATED, status, group.nodeType());
    }

    private void put(GroupBackup backup) {
        backups.put(backup.name(), backup);
    }

    /// ElastiCache's own, taken whenever it sees fit.
    void takeAutomated() {
        takeAutomated(AUTOMATED_TAKES);
    }

    private void takeAutomated(Duration takes) {
        GroupBackup backup = automated(scheduler.now(), GroupBackup.CREATING);
        put(backup);
        begin();
        scheduler.after(takes, () -> end(backup, GroupBackup.AVAILABLE));
    }

    /// Whether there is one of this name is judged before anything else.
    GroupBackup create(String asked, Runnable requireFree) {
        String name = asked.toLowerCase(Locale.ROOT);
        if (!name.matches("(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw Refused.value("The snapshot name %s is not valid".formatted(asked));
        }
        if (backups.containsKey(name)) {
            throw Refused.as(
                    SnapshotAlreadyExistsException.builder(),
                    "SnapshotAlreadyExistsFault",
                    "Snapshot with specified name already exists: " + name);
        }
        requireFree.run();
        if (takenToday >= QUOTA) {
            throw Refused.as(
                    SnapshotQuotaExceededException.builder(),
                    "SnapshotQuotaExceededFault",
                    "At most %d manual snapshots may be taken of a node within 24 hours"
                            .formatted(QUOTA));
        }
        return take(name);
    }

    private GroupBackup take(String name) {
        takenToday++;
        String fate = faults.strike(ElastiCacheFaults.BACKUP).orElse("");
        GroupBackup backup =
                new GroupBackup(
                        name,
                        group.id(),
                        GroupBackup.MANUAL,
                        GroupBackup.CREATING,
                        group.nodeType());
        put(backup);
        journal.note(Kind.CALL, "CreateSnapshot", name);
        begin();
        Duration takes = behaviour.times().backup();
        if (fate.equals(FaultKinds.HANGS)) {
            takes = HANGS;
        } else if (fate.equals(FaultKinds.SLOW)) {
            takes = takes.multipliedBy(SLOW);
        }
        boolean fails = fate.equals(FaultKinds.FAILS);
        scheduler.after(
                takes, () -> end(backup, fails ? GroupBackup.FAILED : GroupBackup.AVAILABLE));
        return backup;
    }

    private void begin() {
        group.become(SimulatedGroup.SNAPSHOTTING);
        savers().forEach(each -> each.become(SimulatedGroup.SNAPSHOTTING));
        savers().forEach(each -> each.save(true));
        group.changed();
    }

    private void end(GroupBackup backup, String status) {
        put(backup.with(status));
        journal.note(Kind.CLUSTER, group.id(), "backup %s is %s".formatted(backup.name(), status));
        if (group.isGone()) {
            return;
        }
        savers().forEach(each -> each.become(SimulatedGroup.AVAILABLE));
        savers().forEach(each -> each.save(false));
        if (group.status().equals(SimulatedGroup.SNAPSHOTTING)) {
            group.become(SimulatedGroup.AVAILABLE);
        }
        group.changed();
    }

    /// One of each shard: a replica, if there is one.
    private Stream<SimulatedNode> savers() {
        return group.shards().stream().map(each -> each.nodes().getLast());
    }

    void delete(String name) {
        GroupBackup backup = find(name);
        if (backup.source().equals(GroupBackup.AUTOMATED) || backup.isUnderWay()) {
            throw Refused.as(
                    InvalidSnapshotStateException.builder(),
                    "InvalidSnapshotState",
                    "Snapshot %s is %s and %s, and cannot be deleted"
                            .formatted(name, backup.source(), backup.status()));
        }
        backups.remove(backup.name());
        journal.note(Kind.CALL, "DeleteSnapshot", backup.name());
    }

    /// One by its name, or all that the request does not rule out, page by page.
    DescribeSnapshotsResponse describe(DescribeSnapshotsRequest request) {
        Stream<GroupBackup> found =
                request.snapshotName() == null
                        ? backups.values().stream()
                        : Stream.of(find(request.snapshotName()));
        Pages<GroupBackup> pages =
                Pages.cut(found.filter(each -> suits(each, request)).toList(), request.marker());
        return DescribeSnapshotsResponse.builder()
                .snapshots(pages.page().stream().map(GroupBackup::describe).toList())
                .marker(pages.marker())
                .build();
    }

    private static boolean suits(GroupBackup backup, DescribeSnapshotsRequest request) {
        String of = request.replicationGroupId();
        String source = request.snapshotSource();
        boolean wanted =
                source == null
                        || switch (source) {
                            case "system" -> backup.source().equals(GroupBackup.AUTOMATED);
                            case "user" -> backup.source().equals(GroupBackup.MANUAL);
                            default ->
                                    throw Refused.value(
                                            "Invalid snapshot source %s".formatted(source));
                        };
        return wanted && (of == null || backup.group().equals(of.toLowerCase(Locale.ROOT)));
    }

    private GroupBackup find(String name) {
        return Optional.ofNullable(backups.get(name.toLowerCase(Locale.ROOT)))
                .orElseThrow(
                        () ->
                                Refused.as(
                                        SnapshotNotFoundException.builder(),
                                        "SnapshotNotFoundFault",
                                        "Snapshot not found: " + name));
    }

    boolean hasAvailable(String name) {
        return Optional.ofNullable(backups.get(name)).filter(GroupBackup::isAvailable).isPresent();
    }
}
