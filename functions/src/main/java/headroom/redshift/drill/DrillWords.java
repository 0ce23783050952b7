package headroom.redshift.drill;

import headroom.redshift.ClusterNames;
import headroom.redshift.ClusterWatch;
import headroom.redshift.Settings;
import headroom.redshift.plan.Drilled;
import headroom.report.Failure;
import headroom.report.Mail;
import headroom.text.Span;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/// The parts of what operators are told of a drill.
record DrillWords(Settings settings, ComposeDrillReport.Input drill) {

    String heading() {
        if (drill.owed()) {
            // The cluster comes last, so that a long name cuts off nothing that matters.
            return "Headroom CRITICAL: a drill's copy is NOT deleted, CLUSTER";
        }
        return switch (drill.outcome()) {
            case MEASURED -> "Headroom: a drill has measured a resize of CLUSTER";
            case PLANNED -> "Headroom: CLUSTER could be drilled (plan only)";
            case REFUSED -> "Headroom: CLUSTER was not drilled: refused by plan";
            case FAILED -> "Headroom: the drill of CLUSTER failed; no copy is left";
            case RECOVERED -> "Headroom: CLUSTER had a drill that ended early; no copy is left";
            case DECLINED -> "Headroom: a drill was declined, as one is at work, CLUSTER";
        };
    }

    /// What this news is about, if it may come again.
    Optional<String> about() {
        if (drill.owed()) {
            return Optional.of("a copy is left");
        }
        return drill.plan() instanceof DrillPlan.Refused refused
                ? Optional.of("no drill: " + refused.about())
                : Optional.empty();
    }

    String happened() {
        String planned = drill.plan() == null ? "" : drill.plan().sentence() + "\n";
        return switch (drill.outcome()) {
            case MEASURED -> planned + measured();
            case PLANNED -> planned + "Only a plan was made.";
            case REFUSED -> planned.strip();
            case FAILED -> planned + "The drill failed. " + said(drill.failure());
            case RECOVERED ->
                    "An earlier drill ended without freeing its lease, or its copy has expired.";
            case DECLINED ->
                    "A drill was not begun, because the lease of drills is held: by one that is at"
                            + " work, or by one that ended without freeing it.";
        };
    }

    private String measured() {
        Drilled measure = drill.measure();
        return measure == null
                ? ""
                : "Measured from %d to %d x %s: %d min without an answer to queries, %d min until writes were possible, %d min in all. Plans reckon with it from now on."
                        .formatted(
                                measure.from(),
                                measure.to(),
                                measure.nodeType(),
                                measure.unavailableMinutes(),
                                measure.writableMinutes(),
                                measure.minutes());
    }

    private static String said(@Nullable Failure failure) {
        return failure == null ? "" : failure.sentence();
    }

    String changed() {
        if (drill.copy() == null && drill.outcome() != DrillOutcome.RECOVERED) {
            return Mail.NOTHING;
        }
        if (drill.owed()) {
            return "A copy named %s may be there, and could not be seen gone. %s"
                    .formatted(copy(), said(drill.left()));
        }
        return drill.copy() == null
                ? "There is no copy named %s any more.".formatted(copy())
                : "The copy %s is gone%s.".formatted(copy(), used());
    }

    /// At the most: as if it had had all its nodes from the first moment.
    private String used() {
        if (drill.copy() == null || drill.deletedAt() == null) {
            return "";
        }
        Duration there = Duration.between(drill.copy().askedAt(), drill.deletedAt());
        return "; it was there for at most %s, which is %d node hours at most"
                .formatted(
                        new Span(there),
                        Math.ceilDiv(drill.copy().nodes() * there.toMinutes(), 60));
    }

    String toDo() {
        if (drill.owed()) {
            return """
            It costs money, and holds the cluster's data. Headroom tries again within %s, and then about each hour. \
            Look whether it is there, and delete it by hand:
              aws redshift describe-clusters --region %s --cluster-identifier %s
              aws redshift delete-cluster --region %s --cluster-identifier %s --skip-final-cluster-snapshot\
            """
                    .formatted(
                            new Span(ClusterWatch.TIMES.recoveredWithin()),
                            drill.asked().region(),
                            copy(),
                            drill.asked().region(),
                            copy());
        }
        return switch (drill.outcome()) {
            case MEASURED, RECOVERED -> Mail.NOTHING;
            case PLANNED -> "To carry it out, run\n" + command();
            case REFUSED ->
                    drill.plan() instanceof DrillPlan.Refused refused
                            ? refused.wayOut()
                            : "Look below.";
            case FAILED ->
                    "Remove the cause. A real resize may meet it too. To try again, run\n"
                            + command();
            case DECLINED -> "Wait for its report. Then ask again, if it is still needed.";
        };
    }

    private String command() {
        return drill.asked().command("'{\"drill\": true}'");
    }

    String restsOn() {
        return drill.plan() == null || drill.owed()
                ? ""
                : String.join("\n", drill.plan().evidence().seen()) + "\n";
    }

    private String copy() {
        return new ClusterNames(settings.cluster()).copy();
    }
}
