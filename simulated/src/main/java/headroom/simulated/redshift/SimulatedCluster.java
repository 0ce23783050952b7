package headroom.simulated.redshift;

import headroom.simulated.faults.FaultKinds;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;
import headroom.simulated.redshift.RedshiftBehaviour.Times;
import headroom.simulated.redshift.SimulatedResize.Way;
import headroom.simulated.time.Scheduler;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.DescribeResizeResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The one cluster: what it is, and what becomes of it in time. Who may ask what of it is the
/// business of [SimulatedRedshift].
public final class SimulatedCluster {
    /// Until AWS's support has ended it. Redshift reports it in progress all the time.
    private static final Duration HANGS = Duration.ofHours(26);

    static final String GONE = "gone";

    /// What the cluster is, and not what it shows: that is `available`.
    static final String MIGRATING = "available, but migrating";

    static final String CLEANUP = "available, resize-cleanup";

    /// Shown instead of `available`: writes fail, and Redshift takes no snapshot.
    static final String FULL = "storage-full";

    static final String AVAILABLE = "available";

    private static final Duration REBOOTS = Duration.ofMinutes(20);

    private final String identifier;
    private final Disk disk;
    private final RedshiftBehaviour behaviour;
    private final Faults faults;
    private final Scheduler scheduler;
    private final Journal journal;
    private final Instant began;
    private final Set<Quirk> struck = new HashSet<>();
    private String status = AVAILABLE;
    private int nodes;
    private int original;
    private int changes;
    private @Nullable Integer pendingNodes;
    private @Nullable SimulatedResize lastResize;
    private @Nullable SimulatedResize staleResize;
    private boolean stale;
    private Consumer<Cluster.Builder> shown = _ -> {};
    private @Nullable DescribeResizeResponse shownResize;

    SimulatedCluster(
            String identifier,
            int nodes,
            Disk disk,
            RedshiftBehaviour behaviour,
            Faults faults,
            Scheduler scheduler,
            Journal journal) {
        this.identifier = identifier;
        this.nodes = nodes;
        this.disk = disk;
        this.behaviour = behaviour;
        this.faults = faults;
        this.scheduler = scheduler;
        this.journal = journal;
        original = behaviour.original().orElse(nodes);
        disk.holds(nodes * SimulatedRedshift.NODE_CAPACITY);
        disk.tell(this::noteFull);
        if (disk.wasSeenFull()) {
            scheduler.after(Duration.ZERO, this::noteFull);
        }
        began = scheduler.now();
        if (sizes().hasElastic() && !behaviour.has(Quirk.NEVER_RESIZED)) {
            lastResize = begin(nodes, Way.ELASTIC, Duration.ZERO).with("SUCCEEDED");
        }
    }

    /// What it holds, in MB.
    double used() {
        return disk.used();
    }

    /// DescribeClusters shows it so henceforth, whatever it is.
    public void show(Consumer<Cluster.Builder> as) {
        shown = shown.andThen(as);
    }

    /// DescribeResize shows the last resize so henceforth, whatever it was.
    public void show(DescribeResizeResponse resize) {
        shownResize = resize;
    }

    /// It is in this status from now on, and its data fits on so many nodes.
    public void put(String newStatus, int newNodes) {
        status = newStatus;
        nodes = newNodes;
    }

    String identifier() {
        return identifier;
    }

    String status() {
        return status.equals(AVAILABLE) && disk.wasSeenFull() ? FULL : status;
    }

    int nodes() {
        return nodes;
    }

    double diskPercent() {
        return disk.percent();
    }

    SimulatedSizes sizes() {
        return new SimulatedSizes(original, nodes, disk.used(), behaviour);
    }

    boolean isAvailable() {
        return status().equals(AVAILABLE);
    }

    boolean isFull() {
        return status().equals(FULL);
    }

    /// Whether Redshift resizes a cluster in this status.
    boolean takesResize() {
        return isAvailable() || (isFull() && !behaviour.has(Quirk.FULL_REFUSES_RESIZE));
    }

    boolean isGone() {
        return status.equals(GONE);
    }

    boolean resizes() {
        return lastResize != null && lastResize.status().equals("IN_PROGRESS");
    }

    /// True once for each quirk that the scenario has.
    boolean strikes(Quirk quirk) {
        return behaviour.has(quirk) && struck.add(quirk);
    }

    /// What DescribeClusters shows. Once after a resize was accepted that is all as it was before.
    Cluster look() {
        boolean shownAsBefore = stale;
        stale = false;
        String seen = shownAsBefore || status.equals(MIGRATING) ? AVAILABLE : status();
        return new ShownCluster(identifier, seen, nodes, shownAsBefore ? null : pendingNodes)
                .describe(behaviour, began, scheduler.now())
                .applyMutation(shown)
                .build();
    }

    /// What DescribeResize shows, with one look back as well; empty if there never was one.
    Optional<DescribeResizeResponse> lookAtResize() {
        SimulatedResize seen = staleResize == null ? lastResize : staleResize;
        staleResize = null;
        return Optional.ofNullable(shownResize)
                .or(() -> Optional.ofNullable(seen).map(it -> it.describe(scheduler.now())));
    }

    void resize(int target, Way way, boolean besideSnapshot) {
        String fault = faults.strike(RedshiftFaults.RESIZE).orElse("");
        boolean fails =
                besideSnapshot || strikes(Quirk.RESIZE_FAILS) || fault.equals(FaultKinds.FAILS);
        int times = fault.equals(FaultKinds.SLOW) ? 10 : 1;
        Duration hangs = fault.equals(FaultKinds.HANGS) ? HANGS : Duration.ZERO;
        stale = true;
        staleResize = lastResize;
        pendingNodes = target;
        switch (way) {
            case ELASTIC -> resizeElastically(target, times, hangs, fails);
            case CLASSIC -> resizeClassically(target, times, hangs, fails);
        }
    }

    private void resizeElastically(int target, int times, Duration hangs, boolean fails) {
        Times take = behaviour.times();
        Duration resized = take.prepare().plus(take.resize().multipliedBy(times)).plus(hangs);
        SimulatedResize resize = begin(target, Way.ELASTIC, resized.plus(take.cleanup()));
        become("available, prep-for-resize");
        later(
                take.prepare(),
                () -> {
                    forgetPending();
                    become("resizing");
                });
        later(
                resized,
                () -> {
                    if (fails) {
                        end(resize, "FAILED");
                    } else {
                        cleanUp(resize);
                    }
                });
    }

    /// As a rule the whole of it is one status, in which nobody writes. Where the cluster takes
    /// writes meanwhile, it restarts at first, and drops all connections at the end.
    private void resizeClassically(int target, int times, Duration hangs, boolean fails) {
        Duration takes = behaviour.times().classic().multipliedBy(times).plus(hangs);
        SimulatedResize resize = begin(target, Way.CLASSIC, takes);
        become("resizing");
        later(behaviour.times().prepare(), this::forgetPending);
        if (behaviour.has(Quirk.MIGRATION_SHOWN_AVAILABLE)
                && behaviour.nodeType().migratesWritable()) {
            later(behaviour.times().prepare(), () -> become(MIGRATING));
            later(takes.minus(behaviour.times().prepare()), () -> become("resizing"));
        }
        later(
                takes,
                () -> {
                    if (!fails) {
                        grow(target);
                        original = target;
                    }
                    end(resize, fails ? "FAILED" : "SUCCEEDED");
                });
    }

    private SimulatedResize begin(int target, Way way, Duration takes) {
        SimulatedResize resize =
                new SimulatedResize(
                        "IN_PROGRESS",
                        way,
                        behaviour.nodeType(),
                        target,
                        scheduler.now(),
                        takes,
                        behaviour.estimates());
        lastResize = resize;
        return resize;
    }

    private void forgetPending() {
        if (!behaviour.has(Quirk.PENDING_SHOWN_LONG)) {
            pendingNodes = null;
        }
    }

    private void cleanUp(SimulatedResize resize) {
        grow(resize.nodes());
        if (behaviour.has(Quirk.SUCCESS_SHOWN_EARLY)) {
            lastResize = resize.with("SUCCEEDED");
        }
        become(CLEANUP);
        later(behaviour.times().cleanup(), () -> end(resize, "SUCCEEDED"));
    }

    private void grow(int target) {
        nodes = target;
        disk.holds(target * SimulatedRedshift.NODE_CAPACITY);
    }

    private void end(SimulatedResize resize, String how) {
        lastResize = resize.with(how);
        pendingNodes = null;
        if (behaviour.has(Quirk.REBOOTS_AFTER_RESIZE)) {
            become("rebooting");
            later(REBOOTS, () -> become(AVAILABLE));
        } else {
            become(AVAILABLE);
        }
    }

    /// Whatever was due to happen to the cluster happens no more.
    void interrupt() {
        changes++;
    }

    /// Does something when its time has come, unless somebody changed the cluster meanwhile.
    void later(Duration delay, Runnable change) {
        int before = changes;
        scheduler.after(
                delay,
                () -> {
                    if (changes == before) {
                        change.run();
                    }
                });
    }

    void become(String next) {
        status = next;
        note();
    }

    void lookAtDisk() {
        disk.look();
    }

    private void noteFull() {
        if (isFull()) {
            note();
        }
    }

    private void note() {
        journal.note(
                Kind.CLUSTER,
                identifier,
                "%s, %d nodes, disk %.1f %%".formatted(status(), nodes, diskPercent()));
    }
}
