package headroom.elasticache.plan;

import headroom.elasticache.Policy;
import headroom.elasticache.Policy.Mode;
import headroom.run.Cause;
import headroom.settings.Window;
import headroom.text.Moment;

import java.time.Instant;
import java.util.Optional;

/// Whether a step waits for a person or for its window.
///
/// @param critical whether nothing may wait
/// @param begun whether the run has taken its backup, so that it waits for nobody any more
/// @param now the moment of the plan
record Turn(Policy policy, Cause cause, boolean critical, boolean begun, Instant now) {
    /// What is to be done instead of a step that nobody has asked for; empty if it need not wait.
    Optional<Plan> insteadOf(Plan.Scale scale) {
        if (!cause.isAutomatic() || begun) {
            return Optional.empty();
        }
        if (policy.mode() == Mode.OBSERVE) {
            String about = "observed: " + scale.change().inWords();
            return Optional.of(
                    new Plan.Ask(
                            scale,
                            critical ? about + Plan.CRITICALLY : about,
                            now.plus(Decision.SOON),
                            "The mode is observe, so nothing is done. Otherwise: "
                                    + scale.sentence()));
        }
        if (critical) {
            return Optional.empty();
        }
        if (policy.mode() == Mode.ASK) {
            return Optional.of(
                    new Plan.Ask(
                            scale,
                            "a step to " + scale.change().inWords(),
                            now.plus(Decision.SOON),
                            "The mode is ask, so this is for a person to decide: "
                                    + scale.sentence()));
        }
        return closed().map(each -> deferred(scale, each));
    }

    /// Whether a step is taken that would wait, were the group not critical.
    boolean isOvertaken() {
        return cause.isAutomatic()
                && critical
                && (policy.mode() == Mode.ASK || closed().isPresent());
    }

    private Optional<Window> closed() {
        return policy.window().filter(each -> !each.isOpenAt(now));
    }

    private Plan deferred(Plan.Scale scale, Window window) {
        Instant opens = window.opensAfter(now);
        Instant soon = now.plus(Decision.SOON);
        return new Plan.Deferred(
                scale,
                opens,
                "the window at " + opens,
                opens.isBefore(soon) ? opens : soon,
                "Put off until %s, when the window %s opens: %s"
                        .formatted(Moment.of(opens), window, scale.sentence()));
    }
}
