package headroom.redshift.drill;

import headroom.priming.Primed;
import headroom.redshift.Clients;
import headroom.redshift.Settings;
import headroom.redshift.plan.Drilled;
import headroom.redshift.plan.NextResize;
import headroom.step.Step;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Snapshot;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Looks at the cluster, its snapshots and what drills have measured, and answers with the plan of
/// a drill. Changes nothing.
public final class PlanDrill extends Step<PlanDrill.Input> {
    private final RedshiftClient redshift;
    private final CloudWatchClient cloudWatch;
    private final Settings settings;
    private final Clock clock;

    /// @param dryRun whether the plan alone was asked for
    /// @param held whether a run holds the cluster's lease, or has left tasks on its record
    /// @param measures of earlier drills, as they are kept beside the cluster's lease
    public record Input(boolean dryRun, boolean held, Optional<String> measures) {}

    /// @param outcome of a drill that goes no further
    /// @param measures those that were understood, the newest first
    public record Answer(
            DrillPlan plan, DrillOutcome outcome, List<Drilled> measures, String sentence) {}

    public PlanDrill() {
        this(
                Clients.redshift(),
                Primed.cloudWatch(),
                Settings.fromEnvironment(),
                Clock.systemUTC());
    }

    public PlanDrill(
            RedshiftClient redshift, CloudWatchClient cloudWatch, Settings settings, Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.cloudWatch = cloudWatch;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Answer run(Input input) {
        Instant now = clock.instant();
        List<Drilled> measures = input.measures().map(Drilled::read).orElse(List.of());
        Source source = Source.describe(redshift, settings.cluster());
        DrillPlan plan =
                new DrillDecision(
                                settings.policy(),
                                input.held(),
                                Copy.find(redshift, settings.cluster())
                                        .map(each -> each.cluster().sentence()),
                                source.isMultiAz(),
                                NextResize.look(redshift, cloudWatch, source.sdk(), settings, now),
                                source.newestSnapshot(redshift, now)
                                        .map(Snapshot::snapshotIdentifier),
                                measures,
                                now)
                        .plan();
        return new Answer(plan, plan.outcome(input.dryRun()), measures, plan.sentence());
    }
}
