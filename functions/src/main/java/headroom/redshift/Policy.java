package headroom.redshift;

import headroom.settings.Window;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What the cluster's owner has decided beforehand about its resizes.
///
/// @param alarmPercent disk use, in percent, from which the alarm asks for more room
/// @param criticalPercent disk use, in percent, from which neither the mode nor the window holds a
///   resize back
/// @param alarmMinutes for how long the disk has to be that full before anybody acts, for either
///   level: whole periods of the alarms, see [#ALARM_PERIOD]
/// @param growth how many nodes are wished for
/// @param targetPercent the disk use, in percent, that [Growth#FIT] aims at
/// @param maxNodes the ceiling: no resize goes above it
/// @param classic for how long replication may stand still for a classic resize; empty if none is
///   allowed
/// @param mode whether a plan is carried out unasked
/// @param window when a resize may begin unasked; empty for always
/// @param ignoresOtherEndpoints whether a resize goes ahead though DMS tasks write to the cluster
///   through endpoints that are not configured, and are not paused
/// @param insertPolicy what becomes of a resize whose tasks may double rows when they resume
/// @param copiesFirst whether a snapshot is taken while replication still runs, so that the one in
///   the pause has little left to copy
public record Policy(
        int alarmPercent,
        int criticalPercent,
        int alarmMinutes,
        Growth growth,
        int targetPercent,
        int maxNodes,
        Optional<Duration> classic,
        Mode mode,
        Optional<Window> window,
        boolean ignoresOtherEndpoints,
        InsertPolicy insertPolicy,
        boolean copiesFirst) {

    /// Of which the alarms, and the plan, look at the highest value each: within it a minute that
    /// was reported late, or not at all, makes no difference.
    public static final Duration ALARM_PERIOD = Duration.ofMinutes(5);

    /// How many of them in a row have to reach a level.
    public int alarmPeriods() {
        return Math.toIntExact(Duration.ofMinutes(alarmMinutes).dividedBy(ALARM_PERIOD));
    }

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

    /// For tasks whose settings do not have DMS insert a row only where it is not there yet.
    public enum InsertPolicy {
        /// The plan and the report say so.
        WARN,
        /// No plan pauses them.
        REFUSE
    }

    /// For people.
    public String inWords() {
        return "at most %d nodes, %s, %s, mode %s, %s, %s a pre-copy"
                .formatted(
                        maxNodes,
                        switch (growth) {
                            case DOUBLE -> "doubling";
                            case FIT -> "fitting a target of %d %%".formatted(targetPercent);
                        },
                        classic.map(each -> "classic for %d h".formatted(each.toHours()))
                                .orElse("never classic"),
                        mode.name().toLowerCase(Locale.ROOT),
                        window.map(each -> "window " + each).orElse("at any time"),
                        copiesFirst ? "with" : "without");
    }

    /// What a careful person would choose who has decided on nothing but the ceiling.
    public static Policy upTo(int maxNodes) {
        return new Policy(
                80,
                90,
                15,
                Growth.DOUBLE,
                60,
                maxNodes,
                Optional.empty(),
                Mode.AUTO,
                Optional.empty(),
                false,
                InsertPolicy.WARN,
                true);
    }

    public Policy with(Growth other, int target) {
        return but(
                copy -> {
                    copy.growth = other;
                    copy.targetPercent = target;
                });
    }

    public Policy withAlarmAfter(int minutes) {
        return but(copy -> copy.alarmMinutes = minutes);
    }

    public Policy withCeiling(int nodes) {
        return but(copy -> copy.maxNodes = nodes);
    }

    public Policy withClassic(Duration pause) {
        return but(copy -> copy.classic = Optional.of(pause));
    }

    public Policy with(Mode other) {
        return but(copy -> copy.mode = other);
    }

    public Policy with(Window other) {
        return but(copy -> copy.window = Optional.of(other));
    }

    public Policy ignoringOtherEndpoints() {
        return but(copy -> copy.ignoresOtherEndpoints = true);
    }

    public Policy with(InsertPolicy other) {
        return but(copy -> copy.insertPolicy = other);
    }

    public Policy copyingInThePauseAlone() {
        return but(copy -> copy.copiesFirst = false);
    }

    /// The same policy but for what the change sets.
    private Policy but(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.policy();
    }

    /// A policy that can still be changed, so that each way to vary one names only what it varies.
    private static final class Copy {
        private final int alarmPercent;
        private final int criticalPercent;
        private int alarmMinutes;
        private Growth growth;
        private int targetPercent;
        private int maxNodes;
        private Optional<Duration> classic;
        private Mode mode;
        private Optional<Window> window;
        private boolean ignoresOtherEndpoints;
        private InsertPolicy insertPolicy;
        private boolean copiesFirst;

        Copy(Policy policy) {
            alarmPercent = policy.alarmPercent;
            criticalPercent = policy.criticalPercent;
            alarmMinutes = policy.alarmMinutes;
            growth = policy.growth;
            targetPercent = policy.targetPercent;
            maxNodes = policy.maxNodes;
            classic = policy.classic;
            mode = policy.mode;
            window = policy.window;
            ignoresOtherEndpoints = policy.ignoresOtherEndpoints;
            insertPolicy = policy.insertPolicy;
            copiesFirst = policy.copiesFirst;
        }

        Policy policy() {
            return new Policy(
                    alarmPercent,
                    criticalPercent,
                    alarmMinutes,
                    growth,
                    targetPercent,
                    maxNodes,
                    classic,
                    mode,
                    window,
                    ignoresOtherEndpoints,
                    insertPolicy,
                    copiesFirst);
        }
    }
}
