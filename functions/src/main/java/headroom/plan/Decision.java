package headroom.plan;

import headroom.Settings;
import headroom.plan.Facts.Size;
import headroom.replication.PausedTask;
import headroom.replication.ReplicationTask;
import headroom.replication.ReplicationTask.State;
import headroom.trigger.Cause;
import headroom.warehouse.LastResize;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The decision: a pure function of values.
///
/// Grows to the largest permitted number of nodes up to twice the present one, never above the
/// ceiling, never smaller, within the same node type, and elastic only.
record Decision(Facts facts, Settings settings, Cause cause) {

    Plan plan() {
        return notAvailable()
                .or(this::notNeeded)
                .or(this::noTasks)
                .or(this::tasksNotReady)
                .orElseGet(() -> wished().map(this::resize).orElseGet(this::noSize));
    }

    private Optional<Plan> notAvailable() {
        boolean resizes = facts.lastResize().filter(LastResize::inProgress).isPresent();
        if (facts.cluster().canBeChanged() && !resizes) {
            return Optional.empty();
        }
        return Optional.of(
                new Plan.Refused(
                        "The cluster cannot be resized now: %s%s."
                                .formatted(
                                        facts.cluster().sentence(),
                                        resizes ? ", and a resize is in progress" : ""),
                        facts.cluster().status().equals("storage-full")
                                ? "A full cluster takes no snapshot, so this is left to a person:"
                                        + " stop the DMS tasks, resize in the Redshift console, and"
                                        + " resume the tasks with resume-processing."
                                : "Wait until it is available, or see in the Redshift console what"
                                        + " keeps it."));
    }

    private Optional<Plan> notNeeded() {
        Double disk = facts.diskPercent();
        if (disk == null && cause == Cause.WATCH) {
            // An alarm keeps its state while its metric is missing; only its change is news.
            return Optional.of(
                    new Plan.Refused(
                            "Disk use is unknown: the metric has been missing for a while, so the"
                                    + " alarm's state may be an old one.",
                            "See in CloudWatch why PercentageDiskSpaceUsed is missing. To resize"
                                    + " all the same, publish any message to the topic."));
        }
        if (!cause.isAutomatic() || disk == null || disk >= settings.policy().alarmPercent()) {
            return Optional.empty();
        }
        return Optional.of(
                new Plan.NotNeeded(
                        "Disk use is %s, below the alarm's %d %%."
                                .formatted(
                                        percent(Math.floor(disk)),
                                        settings.policy().alarmPercent())));
    }

    /// A wrong endpoint looks like one without tasks, and then the cluster would be resized under
    /// tasks that write.
    private Optional<Plan> noTasks() {
        return facts.tasks().isEmpty()
                ? Optional.of(
                        new Plan.Refused(
                                "No DMS task writes to the configured endpoints, whatever its"
                                        + " status: "
                                        + String.join(", ", settings.endpoints())
                                        + ".",
                                "Compare the setting endpoints with the target endpoints of the"
                                        + " tasks, and deploy again."))
                : Optional.empty();
    }

    private Optional<Plan> tasksNotReady() {
        List<String> unready =
                facts.tasks().stream()
                        .filter(each -> each.state() == State.IN_MOTION)
                        .map(ReplicationTask::sentence)
                        .toList();
        if (!unready.isEmpty()) {
            return Optional.of(
                    new Plan.Refused(
                            "DMS tasks are changing their state, so they cannot be stopped cleanly:"
                                    + " "
                                    + String.join(", ", unready)
                                    + ".",
                            "Wait until each of them is running or stopped."));
        }
        List<String> loading =
                facts.tasks().stream()
                        .filter(each -> each.state() == State.RUNNING && each.loadsTables())
                        .map(ReplicationTask::name)
                        .toList();
        return loading.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Plan.Refused(
                                "DMS tasks are in full load, and stopping one would load its tables"
                                        + " again: "
                                        + String.join(", ", loading)
                                        + ".",
                                "Wait for the load to finish, or stop those tasks by hand."));
    }

    private Optional<Size> wished() {
        return growth().filter(each -> each.nodes() <= settings.policy().maxNodes())
                .max(Comparator.comparingInt(Size::nodes));
    }

    private Stream<Size> growth() {
        int present = facts.cluster().nodes();
        return facts.sizes().stream()
                .filter(each -> each.nodes() > present && each.nodes() <= 2 * present);
    }

    private Plan resize(Size size) {
        var cluster = facts.cluster();
        List<PausedTask> pause =
                facts.tasks().stream()
                        .filter(each -> each.state() == State.RUNNING)
                        .map(ReplicationTask::toPause)
                        .toList();
        List<String> leaveAlone =
                facts.tasks().stream()
                        .filter(each -> each.state() != State.RUNNING)
                        .map(ReplicationTask::sentence)
                        .toList();
        return new Plan.Resize(
                cluster.nodes(),
                size.nodes(),
                cluster.nodeType(),
                facts.diskPercent(),
                size.expectedDiskPercent(),
                pause,
                leaveAlone,
                "Resize %s from %d to %d x %s with %d DMS tasks paused; disk use %s, expected %s."
                        .formatted(
                                cluster.identifier(),
                                cluster.nodes(),
                                size.nodes(),
                                cluster.nodeType(),
                                pause.size(),
                                percent(facts.diskPercent()),
                                percent(size.expectedDiskPercent())));
    }

    private Plan noSize() {
        String present = facts.cluster().nodes() + " x " + facts.cluster().nodeType();
        if (growth().findAny().isPresent()) {
            return new Plan.Refused(
                    "The ceiling is reached: the cluster has %s, the next permitted size is above the setting maxNodes = %d."
                            .formatted(present, settings.policy().maxNodes()),
                    "Raise maxNodes and deploy again, or make room: drop or unload old tables.");
        }
        String permitted =
                facts.sizes().stream()
                        .map(each -> Integer.toString(each.nodes()))
                        .collect(Collectors.joining(", "));
        return new Plan.Refused(
                "No elastic resize makes room: the cluster has %s, and Redshift permits %s."
                        .formatted(present, permitted.isEmpty() ? "no other size" : permitted),
                "Resize to another node type by hand, or make room: drop or unload old tables.");
    }

    private static String percent(@Nullable Double value) {
        return value == null ? "unknown" : String.format(Locale.ROOT, "%.0f %%", value);
    }
}
