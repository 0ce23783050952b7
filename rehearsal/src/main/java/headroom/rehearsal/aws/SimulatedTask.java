package headroom.rehearsal.aws;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.databasemigration.model.ReplicationTask;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// A DMS task and how it behaves. The simulated DMS moves it from status to status.
public final class SimulatedTask {
    private static final String ARNS = "arn:aws:dms:eu-west-1:111122223333:";

    final String name;
    final Duration stops;
    final Duration starts;
    private final String target;
    private final Set<Trouble> troubles;
    private final Map<Trouble, Integer> struck = new EnumMap<>(Trouble.class);
    private String status;
    private int changes;
    private @Nullable String stopReason;

    public enum Trouble {
        /// The first time it is stopped, it ends as `failed`.
        FAILS_TO_STOP(1),
        /// The first three times it is started, it ends as `failed`.
        FAILS_TO_START(3);

        private final int times;

        Trouble(int times) {
            this.times = times;
        }
    }

    /// @param target the endpoint that it writes to
    /// @param status its status at the beginning
    /// @param stops how long it is in `stopping`
    /// @param starts how long it is in `starting`
    public SimulatedTask(
            String name,
            String target,
            String status,
            Duration stops,
            Duration starts,
            Trouble... troubles) {
        this.name = name;
        this.target = target;
        this.status = status;
        this.stops = stops;
        this.starts = starts;
        this.troubles = Set.of(troubles);
        stopReason = status.equals("stopped") ? "Stop Reason NORMAL" : null;
    }

    public static String endpoint(String name) {
        return ARNS + "endpoint:" + name;
    }

    public String name() {
        return name;
    }

    public String arn() {
        return ARNS + "task:" + name;
    }

    public String status() {
        return status;
    }

    public boolean isRunning() {
        return status.equals("running");
    }

    /// True while it may still write: until it has stopped, and from when it starts.
    public boolean mayWrite() {
        return Set.of("running", "stopping", "starting").contains(status);
    }

    public boolean writesTo(String endpoint) {
        return target.equals(endpoint);
    }

    /// Whether the trouble strikes now; each does only so often.
    boolean strikes(Trouble trouble) {
        return troubles.contains(trouble)
                && struck.merge(trouble, 1, Integer::sum) <= trouble.times;
    }

    boolean uses(String endpoint) {
        return target.equals(endpoint) || source().equals(endpoint);
    }

    /// How often it has changed its status, so that a change that was due can see that another came
    /// between.
    int changes() {
        return changes;
    }

    void become(String next) {
        status = next;
        changes++;
        stopReason =
                switch (next) {
                    case "stopped" -> "Stop Reason NORMAL";
                    case "failed" -> "Stop Reason FATAL_ERROR Error Level FATAL";
                    default -> null;
                };
    }

    ReplicationTask describe() {
        return ReplicationTask.builder()
                .replicationTaskArn(arn())
                .replicationTaskIdentifier(name)
                .sourceEndpointArn(source())
                .targetEndpointArn(target)
                .migrationType("cdc")
                .status(status)
                .stopReason(stopReason)
                .build();
    }

    private String source() {
        return endpoint("AURORA");
    }
}
