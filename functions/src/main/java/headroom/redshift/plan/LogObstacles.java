package headroom.redshift.plan;

import headroom.redshift.Settings;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.plan.Obstacles.Obstacle;
import headroom.text.Listing;
import headroom.text.Span;

import java.time.Duration;
import java.util.Optional;

/// What is in the way of a pause of some length: the source's log, and what a serverless
/// replication bears.
record LogObstacles(Facts facts, Settings settings) {
    private static final String BEHIND = "tasks behind";

    private static final String CATCH_UP =
            "See in CloudWatch (AWS/DMS, CDCLatencySource and CDCLatencyTarget) why it does not"
                    + " catch up: the replication instance, the source's load, or the full cluster"
                    + " itself. Or lengthen the log retention at the source, set"
                    + " sourceLogRetentionHours to it, and deploy again.";

    /// @param pause how long the resize is expected to take, with everything around it
    Optional<Obstacle> sourceLog(Duration pause) {
        Allowance allowance = facts.allowance(settings);
        if (allowance.covers(pause) || isCatchingUp(allowance, pause)) {
            return Optional.empty();
        }
        if (allowance.outlastsServerless(pause)) {
            return outlastsServerless(pause, allowance);
        }
        return allowance
                .farthest()
                .filter(_ -> pause.compareTo(allowance.retention()) < 0)
                .map(each -> Obstacle.lasting(BEHIND, behind(pause, allowance), CATCH_UP))
                .orElseGet(
                        () ->
                                Obstacle.lasting(
                                        "the source's log",
                                        "The tasks would stand still for about %s, and the source keeps the log that they resume from for %s."
                                                .formatted(
                                                        new Span(pause),
                                                        new Span(allowance.retention())),
                                        "Lengthen the log retention at the source, set"
                                                + " sourceLogRetentionHours to it, and"
                                                + " deploy again."));
    }

    /// Only a drill tells how long a classic resize takes. Without one the owner's word stands.
    Optional<Obstacle> longerThanAllowed(ExpectedPause expected) {
        return settings.policy()
                .classic()
                .filter(_ -> expected.method() == ResizeMethod.CLASSIC)
                .filter(allowed -> expected.resize().compareTo(allowed) > 0)
                .flatMap(
                        allowed ->
                                Obstacle.lasting(
                                        "a classic resize that is too long",
                                        "A classic resize would take longer than the setting classicHours allows, which is %s. %s"
                                                .formatted(
                                                        new Span(allowed),
                                                        expected.source(settings.policy())
                                                                .orElse("")),
                                        "Raise classicHours if that is bearable, and deploy again;"
                                                + " or resize by hand, at a quiet time."));
    }

    private static Optional<Obstacle> outlastsServerless(Duration pause, Allowance allowance) {
        return Obstacle.lasting(
                "serverless replications",
                "The tasks would stand still for about %s, and DMS gives up the capacity of a serverless replication that has not been started for 48 h, so that it can not be resumed: %s."
                        .formatted(new Span(pause), Listing.of(allowance.serverless())),
                "Lower classicHours below %d and deploy again, or move those to tasks on a replication instance."
                        .formatted(
                                Allowance.SERVERLESS
                                        .minus(ExpectedPause.AROUND_CLASSIC)
                                        .toHours()));
    }

    /// Tasks that are behind, and less and less so.
    Optional<Obstacle> catchingUp(Duration pause) {
        Allowance allowance = facts.allowance(settings);
        return isCatchingUp(allowance, pause)
                ? Obstacle.passing(BEHIND, behind(pause, allowance), CATCH_UP)
                : Optional.empty();
    }

    private static boolean isCatchingUp(Allowance allowance, Duration pause) {
        return !allowance.covers(pause)
                && !allowance.outlastsServerless(pause)
                && pause.compareTo(allowance.retention()) < 0
                && allowance.grows();
    }

    private static String behind(Duration pause, Allowance allowance) {
        Allowance.Behind farthest = allowance.farthest().orElseThrow();
        return "The tasks would stand still for about %s, and %s is %s behind its source, which keeps its log for %s: of what it resumes from, %s are left."
                .formatted(
                        new Span(pause),
                        farthest.task(),
                        new Span(farthest.lag().latest()),
                        new Span(allowance.retention()),
                        new Span(allowance.left()));
    }
}
