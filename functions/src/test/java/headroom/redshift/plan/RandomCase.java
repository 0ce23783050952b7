package headroom.redshift.plan;

import headroom.cases.Choices;
import headroom.redshift.Given;
import headroom.redshift.Policy;
import headroom.redshift.Policy.Growth;
import headroom.redshift.cluster.LastResize;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.plan.Facts.Size;
import headroom.redshift.replication.Replication;
import headroom.redshift.replication.Replication.State;
import headroom.redshift.replication.ServerlessReplication;
import headroom.run.Cause;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A random situation with the plan for it, and with what the specification says about it: told
/// here once more, and not taken from the decision.
record RandomCase(Choices choices, Situation situation, Plan plan) {

    static RandomCase from(Choices choices) {
        Situation situation = RandomSituation.from(choices);
        try {
            return new RandomCase(choices, situation, situation.plan());
        } catch (RuntimeException undecided) {
            throw new AssertionError("No answer: " + situation, undecided);
        }
    }

    /// The same failure with as few words as can be found.
    RandomCase smallest(Predicate<RandomCase> fails) {
        return from(choices.smallest(less -> fails.test(from(less))));
    }

    Facts facts() {
        return situation.facts();
    }

    Policy policy() {
        return situation.settings().policy();
    }

    int nodes() {
        return facts().cluster().nodes();
    }

    boolean isAutomatic() {
        return situation.cause() != Cause.MANUAL;
    }

    boolean isCritical() {
        Double disk = facts().sustainedDiskPercent();
        return disk != null && disk >= policy().criticalPercent();
    }

    boolean isNeeded() {
        Double disk = facts().diskPercent();
        boolean full = facts().cluster().status().equals("storage-full");
        return !isAutomatic() || full || disk == null || disk >= policy().alarmPercent();
    }

    boolean isWindowClosed() {
        return policy().window().filter(each -> !each.isOpenAt(Given.NOW)).isPresent();
    }

    /// What would be done, at once or later: at most one.
    Stream<Plan.Resize> acts() {
        return switch (plan) {
            case Plan.Resize resize -> Stream.of(resize);
            case Plan.Ask ask -> Stream.of(ask.proposal());
            case Plan.Deferred deferred -> Stream.of(deferred.proposal());
            case Plan.NotNeeded _, Plan.NotYet _, Plan.Refused _ -> Stream.empty();
        };
    }

    Stream<Size> permitted(ResizeMethod method) {
        return switch (method) {
            case ELASTIC -> facts().sizes().stream();
            case CLASSIC ->
                    ClassicSizes.of(facts().cluster().nodeType())
                            .mapToObj(each -> new Size(each, null));
        };
    }

    /// The permitted sizes that the growth and the ceiling leave.
    List<Size> open(ResizeMethod method) {
        int most = policy().growth() == Growth.DOUBLE ? 2 * nodes() : Integer.MAX_VALUE;
        return permitted(method)
                .filter(each -> each.nodes() > nodes())
                .filter(each -> each.nodes() <= Math.min(most, policy().maxNodes()))
                .toList();
    }

    boolean fits(Size size) {
        Double expected = expected(size);
        return expected != null && expected <= policy().targetPercent();
    }

    private @Nullable Double expected(Size size) {
        Double disk = facts().diskPercent();
        if (size.expectedDiskPercent() != null || disk == null) {
            return size.expectedDiskPercent();
        }
        return disk * nodes() / size.nodes();
    }

    Duration pause(ResizeMethod method) {
        return switch (method) {
            case ELASTIC -> Duration.ofMinutes(isServerlessAmongTasks() ? 65 : 45);
            case CLASSIC -> policy().classic().orElseThrow().plusHours(1);
        };
    }

    private boolean isServerlessAmongTasks() {
        return facts().tasks().stream().anyMatch(ServerlessReplication.class::isInstance);
    }

    /// Whether a person has to do something first, whichever size it will be.
    boolean isBlocked() {
        return facts().tasks().isEmpty()
                || (!facts().strangers().isEmpty() && !policy().ignoresOtherEndpoints())
                || (isAutomatic()
                        && situation.cause() != Cause.ALARM
                        && facts().diskPercent() == null)
                || isBeingResized();
    }

    private boolean isBeingResized() {
        return facts().lastResize()
                .map(LastResize::status)
                .filter(List.of("IN_PROGRESS", "CANCELLING")::contains)
                .isPresent();
    }

    boolean isAvailable() {
        var cluster = facts().cluster();
        return cluster.status().equals("available") && cluster.availability().equals("Available");
    }

    /// Whether something is in the way just now that may pass. What is pending beside a new
    /// version, and is documented, does.
    boolean isBusy() {
        return !isAvailable()
                || facts().cluster().pending().stream()
                        .anyMatch(
                                each -> !List.of("ClusterVersion", "recolour-nodes").contains(each))
                || !facts().snapshotsUnderWay().isEmpty()
                || facts().tasks().stream().anyMatch(this::isUnstoppable);
    }

    private boolean isUnstoppable(Replication task) {
        return task.state() == State.IN_MOTION
                || (task.state() == State.UNKNOWN && !isCritical())
                || (task.state() == State.RUNNING && task.loadsTables());
    }

    boolean outlastsTheLog(ResizeMethod method) {
        long hours = situation.settings().sourceLogRetentionHours();
        return pause(method).compareTo(Duration.ofHours(hours)) >= 0;
    }

    private Duration near(ResizeMethod method) {
        Duration most = Duration.ofMinutes(90);
        return pause(method).compareTo(most) < 0 ? pause(method) : most;
    }

    boolean meetsMaintenance(ResizeMethod method) {
        Instant opens = facts().cluster().maintenanceAt();
        return opens != null
                && !opens.isBefore(Given.NOW)
                && !opens.isAfter(Given.NOW.plus(near(method)));
    }

    @Override
    public String toString() {
        return situation + " -> " + situation.answer();
    }
}
