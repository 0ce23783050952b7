package headroom.elasticache.plan;

import headroom.elasticache.Clients;
import headroom.elasticache.Outcome;
import headroom.elasticache.Settings;
import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.effect.Readings;
import headroom.elasticache.figures.Figures;
import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.group.Backups;
import headroom.elasticache.group.Group;
import headroom.priming.Primed;
import headroom.report.Told;
import headroom.run.Cause;
import headroom.step.Step;

import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Looks at the group, its nodes' figures and what is around it, and answers with the plan.
public final class PlanScaling extends Step<PlanScaling.Input> {
    private final ElastiCacheClient elastiCache;
    private final CloudWatchClient cloudWatch;
    private final ApplicationAutoScalingClient autoScaling;
    private final ServiceQuotasClient quotas;
    private final Settings settings;
    private final Clock clock;

    /// @param since when this run began to plan
    /// @param dryRun whether the plan alone was asked for
    /// @param told what operators were told last
    /// @param wish the step that a person asked for
    /// @param freeAddresses how many the state machine has counted
    /// @param addressesCounted whether it has tried to
    /// @param unhelped the step that did not help lately
    /// @param begun whether the run has taken its backup
    public record Input(
            Cause cause,
            Instant since,
            boolean dryRun,
            Told told,
            Optional<Wish> wish,
            Optional<Integer> freeAddresses,
            boolean addressesCounted,
            Optional<Unhelped> unhelped,
            boolean begun) {}

    /// @param outcome of a run that goes no further
    /// @param sentence the plan's
    public record Answer(Plan plan, Outcome outcome, String sentence) {}

    public PlanScaling() {
        this(
                Clients.elastiCache(),
                Primed.cloudWatch(),
                Clients.autoScaling(),
                Clients.quotas(),
                Settings.fromEnvironment(),
                Clock.systemUTC());
    }

    public PlanScaling(
            ElastiCacheClient elastiCache,
            CloudWatchClient cloudWatch,
            ApplicationAutoScalingClient autoScaling,
            ServiceQuotasClient quotas,
            Settings settings,
            Clock clock) {
        super(Input.class);
        this.elastiCache = elastiCache;
        this.cloudWatch = cloudWatch;
        this.autoScaling = autoScaling;
        this.quotas = quotas;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Answer run(Input input) {
        Plan plan = plan(input, clock.instant());
        return new Answer(plan, plan.outcome(input.dryRun()), plan.sentence());
    }

    private Plan plan(Input input, Instant now) {
        Facts facts = facts(input, now);
        return new Decision(
                        facts,
                        Diagnosis.of(facts.figures(), settings.policy()),
                        Readings.of(facts.figures()),
                        settings.policy(),
                        input.cause(),
                        input.told().standing(now),
                        Duration.between(input.since(), now),
                        input.wish(),
                        input.unhelped(),
                        input.begun())
                .plan();
    }

    private Facts facts(Input input, Instant now) {
        Group group = Group.describeWithTags(elastiCache, settings.group());
        GroupFigures figures = Figures.asOf(now).of(cloudWatch, group);
        var around = new Surroundings(group);
        return new Facts(
                now.truncatedTo(ChronoUnit.SECONDS),
                figures,
                around.allowedTypes(elastiCache),
                around.nodeQuota(quotas),
                around.subnets(elastiCache),
                input.freeAddresses(),
                input.addressesCounted(),
                around.updates(elastiCache),
                Backups.underWay(elastiCache, group),
                around.otherScaling(autoScaling),
                around.unseen());
    }
}
