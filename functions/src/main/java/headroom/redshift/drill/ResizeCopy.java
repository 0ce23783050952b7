package headroom.redshift.drill;

import headroom.redshift.Clients;
import headroom.redshift.Settings;
import headroom.redshift.cluster.Attempt;
import headroom.redshift.cluster.ResizeCluster;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.cluster.SnapshotAdvance;
import headroom.redshift.replication.PauseBudget;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Asks Redshift for the planned resize of the copy, as [ResizeCluster] does of the cluster.
public final class ResizeCopy extends Step<ResizeCopy.Input> {
    /// A copy's data follows for hours, and Redshift resizes none before it is there; and it may
    /// take a snapshot of one that was restored for half a day. Nobody waits for a drill; what it
    /// may cost ends it.
    private static final Duration UNTIL_GIVEN_UP = ChronoUnit.FOREVER.getDuration();

    private final ResizeCluster resize;
    private final Clock clock;

    /// @param advance what the attempt before this one has seen of snapshots in the way
    /// @param busySince since when the copy is busy, as the attempt before this one answered
    public record Input(
            int from,
            int nodes,
            String nodeType,
            ResizeMethod method,
            CopyRecord copy,
            Optional<SnapshotAdvance> advance,
            Optional<Instant> busySince) {}

    public ResizeCopy() {
        this(Clients.redshift(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ResizeCopy(RedshiftClient redshift, Settings settings, Clock clock) {
        super(Input.class);
        resize =
                new ResizeCluster(
                        redshift, settings.ofCopy(), UNTIL_GIVEN_UP, UNTIL_GIVEN_UP, clock);
        this.clock = clock;
    }

    @Override
    public Attempt run(Input input) {
        input.copy().refuseSpent(clock.instant(), () -> "the copy is not resized.");
        return resize.run(
                new ResizeCluster.Input(
                        input.from(),
                        input.nodes(),
                        input.nodeType(),
                        input.method(),
                        new PauseBudget(input.copy().askedAt(), input.copy().until()),
                        input.advance(),
                        input.busySince()));
    }
}
