package headroom.redshift.plan;

import headroom.redshift.Policy;
import headroom.redshift.Policy.Mode;
import headroom.redshift.Settings;
import headroom.redshift.cluster.Condition.Kind;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.plan.Obstacles.Obstacle;
import headroom.redshift.replication.PausedTask;
import headroom.redshift.replication.Replication;
import headroom.redshift.replication.Replication.State;
import headroom.report.Evidence;
import headroom.report.Evidence.Rejected;
import headroom.run.Cause;
import headroom.settings.Window;
import headroom.step.Pace;
import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The decision: a pure function of values.
///
/// First whether more room is needed, then what is in the way for good, then the size, then whether
/// a person or a window is to be asked, and last what is in the way for a while.
///
/// @param told what operators were told within the last day that stands still, by [Plan]'s `about`
/// @param waited for how long the run has waited for something that is in the way
/// @param precopy what came of the run's pre-copy
/// @param nodes the size that a person asked for; empty if it is left to the plan
record Decision(
        Facts facts,
        Settings settings,
        Cause cause,
        String told,
        Duration waited,
        Precopy precopy,
        Optional<Integer> nodes) {
    /// A full load takes hours, and a disk that has just passed the alarm's percentage leaves them.
    /// What takes longer, a person should know of.
    static final Duration PATIENCE = Duration.ofHours(4);

    /// At a critical level a person should know at once, and decide.
    static final Duration CRITICAL_PATIENCE = Duration.ofMinutes(30);

    /// DMS Serverless provisions its capacity anew before it starts.
    static final Duration SERVERLESS_START = Duration.ofMinutes(20);

    /// What was refused or asked for is planned again so often, since facts change.
    static final Duration SOON = Duration.ofHours(1);

    /// Disk use that fell below the threshold may rise again.
    static final Duration UNNEEDED = Duration.ofMinutes(15);

    Plan plan() {
        var obstacles = new Obstacles(facts, settings, cause);
        return isOfThatSize()
                .or(this::notNeeded)
                .or(
                        () ->
                                obstacles
                                        .cluster()
                                        .or(obstacles::unknownDisk)
                                        .or(obstacles::noTasks)
                                        .or(obstacles::strangers)
                                        .or(obstacles::doubledRows)
                                        .map(this::inTheWay))
                .orElseGet(() -> sized(obstacles));
    }

    private Plan sized(Obstacles obstacles) {
        return switch (sizing()) {
            case Sizing.None none ->
                    new Plan.Refused(
                            about(none.about()),
                            // That a wish is refused keeps no alarm from asking.
                            nodes.isPresent() ? facts.seenAt() : facts.seenAt().plus(SOON),
                            none.sentence(),
                            none.wayOut(),
                            evidence(none.rejected()));
            case Sizing.Chosen chosen -> {
                Duration pause = pause(chosen.method());
                var log = new LogObstacles(facts, settings);
                Supplier<Optional<Obstacle>> now =
                        () ->
                                obstacles
                                        .maintenance(pause)
                                        .or(obstacles::passing)
                                        .or(() -> log.catchingUp(pause));
                yield log.longerThanAllowed(expected(chosen.method()))
                        .or(() -> log.sourceLog(pause))
                        .map(each -> inTheWay(each, chosen.rejected()))
                        .or(() -> unasked(resize(chosen, pause, now.get())))
                        .or(() -> now.get().map(each -> inTheWay(each, chosen.rejected())))
                        .orElseGet(() -> resize(chosen, pause, Optional.empty()));
            }
        };
    }

    private Sizing.Outcome sizing() {
        return nodes.map(each -> new WishedSize(facts, policy(), each).outcome())
                .orElseGet(() -> new Sizing(facts, policy()).outcome());
    }

    private Optional<Plan> isOfThatSize() {
        int present = facts.cluster().nodes();
        return nodes.filter(each -> each == present)
                .map(
                        each ->
                                new Plan.NotNeeded(
                                        "no need of another size",
                                        facts.seenAt(),
                                        "Asked for were %d nodes, and the cluster has them."
                                                .formatted(each),
                                        evidence(List.of())));
    }

    /// Missing data is unknown, and never means that no room is needed. Neither does a low figure
    /// of a cluster that says it is full: the metric is a mean over nodes.
    private Optional<Plan> notNeeded() {
        Double disk = facts.diskPercent();
        boolean full = facts.cluster().condition().kind() == Kind.FULL;
        if (!cause.isAutomatic() || full || disk == null || disk >= policy().alarmPercent()) {
            return Optional.empty();
        }
        return Optional.of(
                new Plan.NotNeeded(
                        "no need",
                        facts.seenAt().plus(UNNEEDED),
                        "Disk use is %s, below the alarm's %d %%."
                                .formatted(Facts.observed(disk), policy().alarmPercent()),
                        evidence(List.of())));
    }

    private Plan inTheWay(Obstacle obstacle) {
        return inTheWay(obstacle, List.of());
    }

    /// Who was told of it already is not served by another wait, which keeps everybody else out.
    private Plan inTheWay(Obstacle obstacle, List<Rejected> rejected) {
        boolean isTold = cause.isAutomatic() && about(obstacle.about()).equals(told);
        Duration patience = isCritical() ? CRITICAL_PATIENCE : PATIENCE;
        if (obstacle.passes() && !isTold && waited.compareTo(patience) < 0) {
            return new Plan.NotYet(
                    Pace.CHANGE.waitSeconds(waited), obstacle.sentence(), evidence(rejected));
        }
        return new Plan.Refused(
                about(obstacle.about()),
                facts.seenAt().plus(SOON),
                obstacle.passes() && !waited.isZero()
                        ? obstacle.sentence()
                                + " Headroom has waited for %s.".formatted(new Span(waited))
                        : obstacle.sentence(),
                obstacle.wayOut(),
                evidence(rejected));
    }

    /// What stood still while there was time is told once more when there is none.
    private String about(String obstacle) {
        return isCritical() ? obstacle + ", at a critical level" : obstacle;
    }

    private Duration pause(ResizeMethod method) {
        Duration length = expected(method).length();
        return method == ResizeMethod.ELASTIC && facts.hasServerlessTasks()
                ? length.plus(SERVERLESS_START)
                : length;
    }

    private ExpectedPause expected(ResizeMethod method) {
        return ExpectedPause.of(method, facts, policy());
    }

    private Plan.Resize resize(
            Sizing.Chosen chosen, Duration pause, Optional<Obstacle> inTheWayNow) {
        var cluster = facts.cluster();
        Allowance allowance = facts.allowance(settings);
        List<String> said = new ArrayList<>(List.of(allowance.inWords(pause)));
        expected(chosen.method()).source(policy()).ifPresent(said::add);
        List<PausedTask> tasks =
                facts.tasks().stream()
                        .filter(each -> each.state() == State.RUNNING)
                        .map(Replication::toPause)
                        .toList();
        List<String> leaveAlone =
                facts.tasks().stream()
                        .filter(each -> each.state() != State.RUNNING)
                        .map(Replication::sentence)
                        .toList();
        return new Plan.Resize(
                cluster.nodes(),
                chosen.size().nodes(),
                cluster.nodeType(),
                chosen.method(),
                facts.diskPercent(),
                chosen.size().expectedDiskPercent(),
                (int) pause.toMinutes(),
                seconds(allowance.beforeResize(pause)),
                seconds(allowance.left()),
                isCritical(),
                takesPrecopy(),
                tasks,
                leaveAlone,
                remarks(chosen, pause, inTheWayNow),
                cluster.address(),
                cluster.stack(),
                "%s %s from %d to %d x %s with %s paused; disk use %s, expected %s."
                        .formatted(
                                chosen.method() == ResizeMethod.ELASTIC
                                        ? "Resize"
                                        : "Classic resize of",
                                cluster.identifier(),
                                cluster.nodes(),
                                chosen.size().nodes(),
                                cluster.nodeType(),
                                tasks.size() == 1 ? "1 DMS task" : tasks.size() + " DMS tasks",
                                Facts.observed(facts.diskPercent()),
                                Facts.expected(chosen.size().expectedDiskPercent())),
                evidence(chosen.rejected(), said.toArray(String[]::new)));
    }

    /// A log that is kept for ever, so to say, needs no more than a number can hold.
    private static int seconds(Duration length) {
        return (int) Math.min(Integer.MAX_VALUE, length.toSeconds());
    }

    /// While the disk is critical, stopping its writers is what comes first.
    private boolean takesPrecopy() {
        return policy().precopy() && precopy == Precopy.PENDING && !isCritical();
    }

    private List<String> remarks(
            Sizing.Chosen chosen, Duration pause, Optional<Obstacle> inTheWayNow) {
        boolean outOfTurn = isCritical() && cause.isAutomatic() && waitsForItsTurn();
        return new Remarks(facts, policy(), precopy, outOfTurn).of(chosen, pause, inTheWayNow);
    }

    /// A resize that nobody has asked for waits for a person or for its window, unless the disk is
    /// critical, or it has begun with its pre-copy. Empty if it need not.
    private Optional<Plan> unasked(Plan.Resize resize) {
        boolean hasBegun = precopy != Precopy.PENDING;
        if (!cause.isAutomatic() || isCritical() || hasBegun || !waitsForItsTurn()) {
            return Optional.empty();
        }
        if (policy().mode() == Mode.ASK) {
            return Optional.of(
                    new Plan.Ask(
                            resize,
                            "a resize to %d nodes".formatted(resize.to()),
                            facts.seenAt().plus(SOON),
                            "The mode is ask, so this is for a person to decide: "
                                    + resize.sentence()));
        }
        return policy().window().map(each -> deferred(resize, each));
    }

    private boolean waitsForItsTurn() {
        return policy().mode() == Mode.ASK
                || policy().window().filter(each -> !each.isOpenAt(facts.seenAt())).isPresent();
    }

    private Plan deferred(Plan.Resize resize, Window window) {
        Instant opens = window.opensAfter(facts.seenAt());
        Instant soon = facts.seenAt().plus(SOON);
        return new Plan.Deferred(
                resize,
                opens,
                "the window at " + opens,
                opens.isBefore(soon) ? opens : soon,
                "Put off until %s, when the window %s opens: %s"
                        .formatted(opens, window, resize.sentence()));
    }

    private boolean isCritical() {
        return facts.isCritical(policy());
    }

    private Policy policy() {
        return settings.policy();
    }

    private Evidence evidence(List<Rejected> rejected, String... more) {
        List<String> seen = new ArrayList<>(facts.seen(settings));
        seen.addAll(List.of(more));
        return new Evidence(seen, rejected);
    }
}
