package headroom.simulated.redshift;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudwatch.model.Dimension;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A DMS task, provisioned or serverless, and how it behaves. The simulated DMS moves it from
/// status to status.
public abstract sealed class SimulatedTask permits ProvisionedTask, ServerlessTask {
    static final String ARNS = "arn:aws:dms:eu-west-1:111122223333:";

    /// How many seconds of what it is behind a task makes up for in each second that it runs.
    private static final double CATCHES_UP = 4;

    /// Since when a task runs that runs when the scenario begins.
    private static final Duration LONG_AGO = Duration.ofDays(3);

    /// The words of the model by which a task says that it has done what it was made for.
    public static final List<String> FINISHED =
            List.of(
                    "FULL_LOAD_ONLY_FINISHED",
                    "STOPPED_AFTER_FULL_LOAD",
                    "STOPPED_AFTER_CACHED_EVENTS",
                    "STOPPED_AT_SERVER_TIME",
                    "STOPPED_AT_COMMIT_TIME");

    private final String name;
    private final SimulatedEndpoint target;
    private final Duration stops;
    private final Set<Quirk> quirks;
    private final Map<Quirk, Integer> struck = new EnumMap<>(Quirk.class);
    private String status;
    private int changes;
    private boolean barred;
    private @Nullable String stopReason;
    private LogPosition position = new LogPosition(Duration.ZERO, CATCHES_UP);
    private @Nullable String endsAs;
    private boolean refusesToStart;
    private LatencyFigures figures = LatencyFigures.BY_ARN;
    private final TaskHabits habits = new TaskHabits();
    private @Nullable Instant startedAt;
    private Instant changedAt = Instant.MIN;

    public enum Quirk {
        /// The first time it is stopped, it ends as `failed`.
        FAILS_TO_STOP(1),
        /// The first three times it is started, it ends as `failed`.
        FAILS_TO_START(3),
        /// Whenever it is started, it ends as `failed`.
        NEVER_STARTS(Integer.MAX_VALUE);

        private final int times;

        Quirk(int times) {
            this.times = times;
        }
    }

    /// A status on the way to another.
    record Phase(String status, Duration takes) {}

    /// @param target the endpoint that it writes to
    /// @param status its status at the beginning
    /// @param stops how long it is in `stopping`
    SimulatedTask(
            String name, SimulatedEndpoint target, String status, Duration stops, Quirk... quirks) {
        this.name = name;
        this.target = target;
        this.status = status;
        this.stops = stops;
        this.quirks = new HashSet<>(Set.of(quirks));
        stopReason = status.equals("stopped") ? "Stop Reason NORMAL" : null;
    }

    public String name() {
        return name;
    }

    public abstract String arn();

    /// Whether a search with this filter finds it.
    abstract boolean passes(String filter, Set<String> values);

    /// What it goes through until it runs.
    abstract List<Phase> starting();

    final List<Phase> stopping() {
        return List.of(new Phase("stopping", stops));
    }

    public String status() {
        return status;
    }

    @Nullable String stopReason() {
        return stopReason;
    }

    /// What is not known for sure of how DMS shows such a task, or is the task's own.
    public TaskHabits habits() {
        return habits;
    }

    /// The status as DMS shows it.
    String shownStatus(Instant now) {
        return habits.word(status);
    }

    /// When it got its status.
    public Instant changedAt() {
        return changedAt;
    }

    public boolean isRunning() {
        return status.equals("running");
    }

    boolean isStarting() {
        return starting().stream().anyMatch(each -> each.status().equals(status));
    }

    /// True while it may still write: until it has stopped, and from when it starts.
    public boolean mayWrite() {
        return isRunning() || isStarting() || status.equals("stopping");
    }

    /// Whether tables are left that it has to copy, whatever DMS shows of it.
    public boolean loads(Instant now) {
        return false;
    }

    /// Whether DMS shows it, and lets nobody stop or start it.
    public boolean isReadOnly() {
        return false;
    }

    public SimulatedEndpoint target() {
        return target;
    }

    SimulatedEndpoint source() {
        return SimulatedEndpoint.AURORA;
    }

    /// Whether the quirk strikes now; each does only so often.
    boolean strikes(Quirk quirk) {
        return quirks.contains(quirk) && struck.merge(quirk, 1, Integer::sum) <= quirk.times;
    }

    /// Somebody has removed what it failed for.
    public void mend() {
        quirks.clear();
    }

    /// How often it has changed its status, so that a change that was due can see that another came
    /// between.
    int changes() {
        return changes;
    }

    /// @param time when the scenario begins
    /// @param rate how many seconds of it the task makes up for in each second that it runs
    public void isBehind(Duration time, double rate) {
        position = new LogPosition(time, rate);
    }

    /// It ends by itself in the moment in which it is asked to stop. If the reason says that it has
    /// finished, it ends again whenever it is started.
    ///
    /// @param refuses whether DMS refuses to start it again. Which of the two is so is not known
    ///   for sure.
    public void endsAs(String reason, boolean refuses) {
        endsAs = reason;
        refusesToStart = refuses;
    }

    boolean endsByItself() {
        return endsAs != null;
    }

    boolean refusesToStart(Instant now) {
        return refusesToStart && hasFinished();
    }

    /// Whether it has ended by itself, so that nothing is left to start.
    public boolean hasFinished() {
        return status.equals("stopped")
                && stopReason != null
                && FINISHED.stream().anyMatch(stopReason::contains);
    }

    public void isShown(LatencyFigures by) {
        figures = by;
    }

    /// Whether CloudWatch has figures of how far it is behind.
    public boolean isShown() {
        return figures != LatencyFigures.MISSING;
    }

    /// How far it is behind its source.
    public Duration behind(Instant now) {
        return position.behind(now);
    }

    /// What CloudWatch has of that; empty if nothing.
    Optional<Duration> latencyShown(Instant at) {
        return position.shown(at);
    }

    /// By which CloudWatch knows its metrics, beside its instance's; empty if it knows none.
    Optional<Dimension> latencyDimension() {
        return switch (figures) {
            case MISSING -> Optional.empty();
            case BY_NAME -> Optional.of(latencyDimension(name));
            case BY_ARN ->
                    Optional.of(latencyDimension(arn().substring(arn().lastIndexOf(':') + 1)));
        };
    }

    private static Dimension latencyDimension(String value) {
        return Dimension.builder().name("ReplicationTaskIdentifier").value(value).build();
    }

    /// When it was started last; null if it does not run.
    @Nullable Instant startedAt() {
        return startedAt;
    }

    /// The scenario begins.
    void begin(Instant now) {
        position.go(isRunning(), !barred, now);
        startedAt = isRunning() ? now.minus(LONG_AGO) : null;
        changedAt = isRunning() ? changedAt : now;
    }

    /// It ends by itself.
    void end(Instant now) {
        become("stopped", now);
        stopReason = "Stop Reason " + endsAs;
        if (!hasFinished()) {
            endsAs = null;
        }
    }

    /// From now on its target takes no writes, or takes them again. It tries on, and shows nothing
    /// of it but how far it falls behind.
    void bar(boolean fromWriting, Instant now) {
        barred = fromWriting;
        position.go(isRunning(), !barred, now);
    }

    /// Whether it cannot be resumed any more, whatever the source still has.
    public boolean isGivenUp(Instant now) {
        return false;
    }

    void become(String next, Instant now) {
        status = next;
        changedAt = now;
        changes++;
        position.go(isRunning(), !barred, now);
        startedAt = isRunning() ? now : null;
        stopReason =
                switch (next) {
                    case "stopped" -> "Stop Reason NORMAL";
                    case "failed" -> "Stop Reason FATAL_ERROR Error Level FATAL";
                    default -> null;
                };
    }
}
