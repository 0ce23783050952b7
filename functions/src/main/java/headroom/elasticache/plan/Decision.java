package headroom.elasticache.plan;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.effect.Reading;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Group;
import headroom.report.Evidence;
import headroom.run.Cause;
import headroom.step.Pace;
import headroom.text.Span;

import java.time.Duration;
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

    /// Figures that fell may rise again, and those that told too little tell more by then.
    static final Duration UNNEEDED = Duration.ofMinutes(15);

    /// Clients are changed in days.
    static final Duration BETWEEN_MODES = Duration.ofHours(6);

    /// A wait of less is told to nobody: the run had just begun.
    private static final Duration WORTH_TELLING = Duration.ofMinutes(1);

    /// What has been over its limit for minutes is so in the mean by then, or was a spike.
    static final Duration MINUTES_TELL = Duration.ofMinutes(15);

    Plan plan() {
        var obstacles = new Obstacles(facts);
        Optional<Obstacle> mode = isMigration() ? Optional.empty() : obstacles.mode();
        if (mode.isPresent() && wish.isEmpty() && group().mode() == ClusterMode.COMPATIBLE) {
            return new Migration(facts, policy, diagnosis).between(basis(List.of()));
        }
        return obstacles
                .others()
                .or(() -> mode)
                .or(obstacles::settling)
                .map(each -> inTheWay(each, List.of()))
                .orElseGet(() -> wish.map(this::wished).orElseGet(this::diagnosed));
    }

    private Plan wished(Wish asked) {
        return switch (new WishedStep(facts, policy, diagnosis).of(asked)) {
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
                    diagnosis.traffic().isEmpty() && !isMigration()
                            ? unknown(diagnosis.first().orElseThrow())
                            : step(step.change(), List.of(), "a person asked for it.");
        };
    }

    private boolean isMigration() {
        return wish.filter(Wish.Migrate.class::isInstance).isPresent();
    }

    private Plan diagnosed() {
        if (isYetToBeSeen()) {
            return new Plan.NotYet(
                    Pace.UNHURRIED.waitSeconds(waited),
                    diagnosis.risingInWords(),
                    basis(List.of()));
        }
        if (diagnosis.first().isEmpty()) {
            return new Plan.NotNeeded(
                    "no need",
                    facts.seenAt().plus(UNNEEDED),
                    "All is well: no figure of the last quarter of an hour asks for a step.",
                    basis(List.of()));
        }
        Finding first = diagnosis.first().get();
        if (first.kind() == Finding.Kind.UNKNOWN) {
            return unknown(first);
        }
        if (first.kind().isOfClients() && !goesOnAnyway()) {
            return tell(
                    first,
                    List.of(),
                    "Nothing is scaled for it, as no node that is bought cures it." + memory());
        }
        return bottleneck()
                .map(this::answered)
                .orElseGet(
                        () ->
                                tell(
                                        first,
                                        List.of(),
                                        first.kind() == Finding.Kind.BUSY_NODE
                                                ? "Nothing is scaled for it."
                                                : "Nothing is scaled for it, as scaling does not"
                                                        + " cure it."));
    }

    /// A fault of the clients explains busy processors, and no full memory.
    private String memory() {
        return diagnosis.findings().stream()
                .filter(each -> each.kind() == Finding.Kind.MEMORY_BOUND)
                .findFirst()
                .map(each -> " Beside it: " + each.sentence())
                .map(each -> each + " A message that names a step has it carried out.")
                .orElse("");
    }

    /// An alarm speaks after a few minutes, and no step is taken for a few. A person's message is
    /// answered at once.
    private boolean isYetToBeSeen() {
        return cause.isAutomatic()
                && diagnosis.hasJustRisen()
                && waited.compareTo(MINUTES_TELL) < 0;
    }

    /// A critical group whose owner has allowed one step although its clients are at fault.
    private boolean goesOnAnyway() {
        return diagnosis.critical()
                && policy.scalesDespiteClientFaults()
                && bottleneck().isPresent();
    }

    /// The step that is not taken while clients are at fault, where that may not wait for them.
    private Optional<Wish> held() {
        return bottleneck()
                .filter(_ -> diagnosis.critical())
                .flatMap(each -> new Options(facts, policy, diagnosis, each).wish(preconditions()));
    }

    /// The first that a step may cure.
    private Optional<Finding> bottleneck() {
        return diagnosis.findings().stream()
                .filter(each -> Options.mayCure(each.kind()))
                // What one large key fills, a larger node only puts off.
                .filter(each -> each.kind() != Finding.Kind.BIG_KEY || diagnosis.critical())
                .findFirst();
    }

    private Plan answered(Finding finding) {
        var options = new Options(facts, policy, diagnosis, finding);
        List<Option> all = options.all();
        List<Option> candidates = options.candidates(all);
        if (candidates.isEmpty()) {
            return new Plan.Refused(
                    about("no step helps"),
                    facts.seenAt().plus(SOON),
                    finding.sentence() + " No step that is permitted helps.",
                    Option.wayOut(all, group().mode() == ClusterMode.DISABLED, policy.migrates()),
                    basis(all));
        }
        var selection = new Selection(candidates, preconditions());
        Option taken = selection.taken();
        List<Option> judged = selection.judged(all);
        Change change = Selection.change(taken);
        if (isUnhelped(change)) {
            return tell(
                    finding.with(Unhelped.LOOK_FURTHER),
                    judged,
                    unhelped.orElseThrow().insteadOf(change));
        }
        String shortOf = taken.enough() && taken.why().isEmpty() ? "" : " But " + taken.why() + ".";
        return step(change, judged, finding.sentence() + shortOf);
    }

    private Preconditions preconditions() {
        return new Preconditions(facts, policy, diagnosis, cause, begun);
    }

    private boolean isUnhelped(Change change) {
        return cause.isAutomatic()
                && unhelped.filter(each -> each.holdsBack(change, facts.seenAt())).isPresent();
    }

    private Plan step(Change change, List<Option> options, String why) {
        int newNodes = Preconditions.newNodes(group(), change);
        Optional<Obstacle> lasting = preconditions().lasting(change);
        if (lasting.isPresent()) {
            return inTheWay(lasting.get(), options);
        }
        // Asked for the subnets of an empty list, EC2 answers with all that there are.
        if (newNodes > 0 && !facts.addressesCounted() && !facts.subnets().isEmpty()) {
            return new Plan.CountAddresses(
                    facts.subnets(),
                    "The step needs %d addresses, and how many are free is to be seen."
                            .formatted(newNodes));
        }
        List<Obstacle> passing = preconditions().of(change);
        var turn = new Turn(policy, cause, diagnosis.critical(), begun, facts.seenAt());
        var scale =
                new Plan.Scale(
                        change,
                        newNodes,
                        diagnosis.critical(),
                        policy.backup(),
                        new Remarks(facts, policy, diagnosis, turn.isOvertaken())
                                .of(change, newNodes, passing),
                        group().stack(),
                        "Headroom will %s: %s".formatted(change.inWords(), why),
                        basis(options));
        return turn.insteadOf(scale)
                .or(() -> passing.stream().findFirst().map(each -> inTheWay(each, options)))
                .orElse(scale);
    }

    private Plan tell(Finding finding, List<Option> options, String then) {
        String about = about(finding.topic());
        // What has passed may come again and stay, whether or not it was told of today.
        boolean isNews =
                finding.kind().isOfMinutes() || (finding.kind().passes() && !about.equals(told));
        return new Plan.Tell(
                about,
                facts.seenAt().plus(isNews ? UNNEEDED : SOON),
                finding.sentence() + " " + then,
                finding.kind().isOfClients() ? held() : Optional.empty(),
                basis(options).map(each -> each.with(finding)));
    }

    private Plan unknown(Finding finding) {
        return tell(finding, List.of(), "Nothing is changed while that is so.");
    }

    /// Who was told of it already is not served by another wait, which keeps everybody else out.
    private Plan inTheWay(Obstacle obstacle, List<Option> options) {
        boolean isTold = cause.isAutomatic() && about(obstacle.about()).equals(told);
        Duration patience = diagnosis.critical() ? CRITICAL_PATIENCE : PATIENCE;
        if (obstacle.passes() && !isTold && waited.compareTo(patience) < 0) {
            return new Plan.NotYet(
                    Pace.UNHURRIED.waitSeconds(waited), obstacle.sentence(), basis(options));
        }
        return new Plan.Refused(
                about(obstacle.about()),
                facts.seenAt().plus(SOON),
                obstacle.passes() && waited.compareTo(WORTH_TELLING) >= 0
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
                        new Evidence(facts.seen(policy, diagnosis.traffic()), List.of())));
    }

    private Group group() {
        return facts.figures().group();
    }
}
