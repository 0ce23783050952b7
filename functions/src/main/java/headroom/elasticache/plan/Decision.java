package headroom.elasticache.plan;

import headroom.elasticache.Policy;
import headroom.elasticache.Policy.Mode;
import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.effect.Reading;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.Group;
import headroom.elasticache.plan.Obstacles.Obstacle;
import headroom.report.Evidence;
import headroom.run.Cause;
import headroom.settings.Window;
import headroom.step.Pace;
import headroom.text.Moment;
import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The decision: a pure function of values.
///
/// First whether the group is Headroom's to scale, then what is wrong, then what answers it, then
/// what is in the way, and last whether a person or a window is to be asked.
///
/// @param told what operators were told within the last day that stands still, by [Plan]'s `about`
/// @param waited for how long the run has waited for something that is in the way
/// @param wish the step that a person asked for; empty if it is left to the plan
/// @param unhelped the step that did not help lately
/// @param begun whether the run has taken its backup, so that it waits for nobody any more
record Decision(
        Facts facts,
        Diagnosis diagnosis,
        List<Reading> readings,
        Policy policy,
        Cause cause,
        String told,
        Duration waited,
        Optional<Wish> wish,
        Optional<Unhelped> unhelped,
        boolean begun) {
    /// A backup or a resharding of somebody else's takes hours at the worst.
    static final Duration PATIENCE = Duration.ofHours(4);

    /// At a critical level a person should know at once, and decide.
    static final Duration CRITICAL_PATIENCE = Duration.ofMinutes(30);

    /// What was refused, told or asked for is planned again so often, since facts change.
    static final Duration SOON = Duration.ofHours(1);

    /// Figures that fell may rise again.
    static final Duration UNNEEDED = Duration.ofMinutes(15);

    Plan plan() {
        var obstacles = new Obstacles(facts, policy, diagnosis);
        Optional<Obstacle> first = obstacles.others().or(obstacles::mode).or(obstacles::settling);
        if (first.isPresent()) {
            return inTheWay(first.get(), List.of());
        }
        return wish.map(each -> wished(each, obstacles)).orElseGet(() -> diagnosed(obstacles));
    }

    private Plan wished(Wish asked, Obstacles obstacles) {
        return switch (new WishedStep(facts, policy).of(asked)) {
            case WishedStep.Already already ->
                    new Plan.NotNeeded(
                            "the shape that was asked for",
                            facts.seenAt(),
                            already.sentence(),
                            basis(List.of()));
            case WishedStep.Impossible no ->
                    new Plan.Refused(
                            "a step that was asked for",
                            // That a wish is refused keeps no alarm from asking.
                            facts.seenAt(),
                            no.sentence(),
                            no.wayOut(),
                            basis(List.of()));
            case WishedStep.Step step ->
                    diagnosis.traffic().isEmpty()
                            ? tell(
                                    diagnosis.first().orElseThrow(),
                                    List.of(),
                                    "Nothing is changed while that is unknown.")
                            : step(step.change(), List.of(), "a person asked for it", obstacles);
        };
    }

    private Plan diagnosed(Obstacles obstacles) {
        if (diagnosis.first().isEmpty()) {
            return new Plan.NotNeeded(
                    "no need",
                    facts.seenAt().plus(UNNEEDED),
                    "All is well: no figure of the last quarter of an hour asks for a step.",
                    basis(List.of()));
        }
        Finding first = diagnosis.first().get();
        if (first.kind().isOfClients() && !goesOnAnyway()) {
            return tell(
                    first,
                    List.of(),
                    "Nothing is scaled for it, as no node that is bought cures it.");
        }
        return bottleneck()
                .map(each -> answered(each, obstacles))
                .orElseGet(
                        () ->
                                tell(
                                        first,
                                        List.of(),
                                        "Nothing is scaled for it, as scaling does not cure it."));
    }

    /// A critical group whose owner has allowed one step although its clients are at fault.
    private boolean goesOnAnyway() {
        return diagnosis.critical()
                && policy.scalesDespiteClientFaults()
                && bottleneck().isPresent();
    }

    /// The first that a step may cure.
    private Optional<Finding> bottleneck() {
        return diagnosis.findings().stream()
                .filter(each -> !options(each).isEmpty())
                // What one large key fills, a larger node only puts off.
                .filter(each -> each.kind() != Finding.Kind.BIG_KEY || diagnosis.critical())
                .findFirst();
    }

    private List<Option> options(Finding finding) {
        return optionsFor(finding).all();
    }

    private Options optionsFor(Finding finding) {
        return new Options(facts, policy, diagnosis, finding);
    }

    private Plan answered(Finding finding, Obstacles obstacles) {
        List<Option> options = options(finding);
        Optional<Option> best = optionsFor(finding).best(options);
        if (best.isEmpty()) {
            return new Plan.Refused(
                    about("no step helps"),
                    facts.seenAt().plus(SOON),
                    finding.sentence() + " No step that is permitted helps.",
                    "See below why each was not taken. Raise a ceiling (maxShards,"
                            + " maxReplicasPerShard, largestNodeType) and deploy again, or have"
                            + " clients ask less of the group.",
                    basis(options));
        }
        Change change = best.get().change().orElseThrow();
        if (isUnhelped(change)) {
            return tell(
                    finding,
                    options,
                    "The step that would answer it, to %s, was taken lately and did not help. It is not tried again before %s."
                            .formatted(
                                    change.inWords(), Moment.of(unhelped.orElseThrow().until())));
        }
        return step(change, options, finding.sentence(), obstacles);
    }

    private boolean isUnhelped(Change change) {
        return cause.isAutomatic()
                && unhelped.filter(each -> facts.seenAt().isBefore(each.until()))
                        .filter(each -> sameKind(each.change(), change.inWords()))
                        .isPresent();
    }

    /// Whatever the numbers: a fourth shard helps no more than the third did.
    private static boolean sameKind(String one, String other) {
        return one.replaceAll("\\d+", "#").equals(other.replaceAll("\\d+", "#"));
    }

    private Plan step(Change change, List<Option> options, String why, Obstacles obstacles) {
        int newNodes = Obstacles.newNodes(group(), change);
        // Without a name, all subnets of the account would be counted.
        if (newNodes > 0 && !facts.addressesCounted() && !facts.subnets().isEmpty()) {
            return new Plan.CountAddresses(
                    facts.subnets(),
                    "The step needs %d addresses, and how many are free is to be seen."
                            .formatted(newNodes));
        }
        Optional<Obstacle> inTheWay =
                obstacles
                        .room(newNodes, change instanceof Change.ChangeNodeType)
                        .or(() -> obstacles.of(change))
                        .or(() -> begun ? Optional.empty() : obstacles.backup())
                        .or(() -> obstacles.windows(cause));
        if (inTheWay.isPresent()) {
            return inTheWay(inTheWay.get(), options);
        }
        var scale =
                new Plan.Scale(
                        change,
                        newNodes,
                        diagnosis.critical(),
                        policy.backup(),
                        remarks(newNodes),
                        group().stack(),
                        "Headroom will %s: %s".formatted(change.inWords(), why),
                        basis(options));
        return unasked(scale).orElse(scale);
    }

    private List<String> remarks(int newNodes) {
        List<String> remarks = new ArrayList<>(facts.unseen());
        diagnosis.findings().stream()
                .filter(each -> each.kind().isOfClients())
                .forEach(
                        each ->
                                remarks.add(
                                        "Beside it, the clients are at fault, and no step cures"
                                                + " that: "
                                                + each.sentence()
                                                + " "
                                                + each.remedy()));
        if (newNodes > 0 && facts.freeAddresses().isEmpty()) {
            remarks.add("How many addresses are free in its subnets could not be seen.");
        }
        if (newNodes > 0 && facts.nodeQuota().isEmpty()) {
            remarks.add("How many nodes a group may have in this account could not be seen.");
        }
        return remarks;
    }

    /// A step that nobody has asked for waits for a person or for its window, unless the group is
    /// critical, or the run has begun with its backup. Empty if it need not.
    private Optional<Plan> unasked(Plan.Scale scale) {
        if (!cause.isAutomatic() || begun) {
            return Optional.empty();
        }
        Instant soon = facts.seenAt().plus(SOON);
        if (policy.mode() == Mode.OBSERVE) {
            return Optional.of(
                    new Plan.Ask(
                            scale,
                            about("observed: " + scale.change().inWords()),
                            soon,
                            "The mode is observe, so nothing is done: " + scale.sentence()));
        }
        if (diagnosis.critical()) {
            return Optional.empty();
        }
        if (policy.mode() == Mode.ASK) {
            return Optional.of(
                    new Plan.Ask(
                            scale,
                            "a step to " + scale.change().inWords(),
                            soon,
                            "The mode is ask, so this is for a person to decide: "
                                    + scale.sentence()));
        }
        return policy.window()
                .filter(each -> !each.isOpenAt(facts.seenAt()))
                .map(each -> deferred(scale, each, soon));
    }

    private Plan deferred(Plan.Scale scale, Window window, Instant soon) {
        Instant opens = window.opensAfter(facts.seenAt());
        return new Plan.Deferred(
                scale,
                opens,
                "the window at " + opens,
                opens.isBefore(soon) ? opens : soon,
                "Put off until %s, when the window %s opens: %s"
                        .formatted(opens, window, scale.sentence()));
    }

    private Plan tell(Finding finding, List<Option> options, String then) {
        return new Plan.Tell(
                about(finding.kind() + " " + String.join(" ", finding.shards())),
                facts.seenAt().plus(SOON),
                finding.sentence() + " " + then,
                basis(options));
    }

    /// Who was told of it already is not served by another wait, which keeps everybody else out.
    private Plan inTheWay(Obstacle obstacle, List<Option> options) {
        boolean isTold = cause.isAutomatic() && about(obstacle.about()).equals(told);
        Duration patience = diagnosis.critical() ? CRITICAL_PATIENCE : PATIENCE;
        if (obstacle.passes() && !isTold && waited.compareTo(patience) < 0) {
            return new Plan.NotYet(
                    Pace.CHANGE.waitSeconds(waited), obstacle.sentence(), basis(options));
        }
        return new Plan.Refused(
                about(obstacle.about()),
                facts.seenAt().plus(SOON),
                obstacle.passes() && !waited.isZero()
                        ? obstacle.sentence()
                                + " Headroom has waited for %s.".formatted(new Span(waited))
                        : obstacle.sentence(),
                obstacle.wayOut(),
                basis(options));
    }

    /// What stood still while there was time is told once more when there is none.
    private String about(String what) {
        return diagnosis.critical() ? what + Plan.CRITICALLY : what;
    }

    private Optional<Plan.Basis> basis(List<Option> options) {
        return Optional.of(
                new Plan.Basis(
                        diagnosis.findings(),
                        options,
                        readings,
                        new Evidence(facts.seen(policy), List.of())));
    }

    private Group group() {
        return facts.figures().group();
    }
}
