package headroom;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What the cluster's owner has decided beforehand about its resizes.
///
/// @param alarmPercent disk use, in percent, from which the alarm asks for more room
/// @param criticalPercent disk use, in percent, from which neither the mode nor the window holds a
///   resize back
/// @param growth how many nodes are wished for
/// @param targetPercent the disk use, in percent, that [Growth#FIT] aims at
/// @param maxNodes the ceiling: no resize goes above it
/// @param classic for how long replication may stand still for a classic resize; empty if none is
///   allowed
/// @param mode whether a plan is carried out unasked
/// @param window when a resize may begin unasked; empty for always
/// @param ignoresOtherEndpoints whether a resize goes ahead though DMS tasks write to the cluster
///   through endpoints that are not configured, and are not paused
public record Policy(
        int alarmPercent,
        int criticalPercent,
        Growth growth,
        int targetPercent,
        int maxNodes,
        Optional<Duration> classic,
        Mode mode,
        Optional<Window> window,
        boolean ignoresOtherEndpoints) {

    public enum Growth {
        /// The largest permitted number of nodes up to twice the present one.
        DOUBLE,
        /// The smallest permitted number of nodes whose expected disk use is at most the target.
        FIT
    }

    public enum Mode {
        /// The alarm is enough.
        AUTO,
        /// The plan is reported, and a person's message carries it out.
        ASK
    }

    /// For people.
    public String inWords() {
        return "at most %d nodes, %s, %s, mode %s, %s"
                .formatted(
                        maxNodes,
                        switch (growth) {
                            case DOUBLE -> "doubling";
                            case FIT -> "fitting a target of %d %%".formatted(targetPercent);
                        },
                        classic.map(each -> "classic for %d h".formatted(each.toHours()))
                                .orElse("never classic"),
                        mode.name().toLowerCase(Locale.ROOT),
                        window.map(each -> "window " + each).orElse("at any time"));
    }

    /// What a careful person would choose who has decided on nothing but the ceiling.
    public static Policy upTo(int maxNodes) {
        return new Policy(
                80,
                90,
                Growth.DOUBLE,
                60,
                maxNodes,
                Optional.empty(),
                Mode.AUTO,
                Optional.empty(),
                false);
    }

    public Policy with(Growth other, int target) {
        return new Policy(
                alarmPercent,
                criticalPercent,
                other,
                target,
                maxNodes,
                classic,
                mode,
                window,
                ignoresOtherEndpoints);
    }

    public Policy with(Mode other) {
        return new Policy(
                alarmPercent,
                criticalPercent,
                growth,
                targetPercent,
                maxNodes,
                classic,
                other,
                window,
                ignoresOtherEndpoints);
    }

    public Policy with(Window other) {
        return new Policy(
                alarmPercent,
                criticalPercent,
                growth,
                targetPercent,
                maxNodes,
                classic,
                mode,
                Optional.of(other),
                ignoresOtherEndpoints);
    }

    public Policy withClassic(Duration pause) {
        return new Policy(
                alarmPercent,
                criticalPercent,
                growth,
                targetPercent,
                maxNodes,
                Optional.of(pause),
                mode,
                window,
                ignoresOtherEndpoints);
    }

    public Policy ignoringOtherEndpoints() {
        return new Policy(
                alarmPercent,
                criticalPercent,
                growth,
                targetPercent,
                maxNodes,
                classic,
                mode,
                window,
                true);
    }
}
