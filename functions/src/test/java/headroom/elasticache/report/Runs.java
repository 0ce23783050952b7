package headroom.elasticache.report;

import headroom.elasticache.Given;
import headroom.elasticache.Outcome;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.effect.Reading;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.Role;
import headroom.elasticache.plan.Option;
import headroom.elasticache.plan.Plan;
import headroom.elasticache.plan.Unhelped;
import headroom.elasticache.plan.Wish;
import headroom.report.Asked;
import headroom.report.Before;
import headroom.report.Evidence;
import headroom.report.Failure;
import headroom.report.Told;
import headroom.run.Cause;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Runs that reports are composed of. It is 04:30 on the 22nd, and they began an hour ago.
final class Runs {
    static final String EXECUTION =
            "arn:aws:states:eu-west-1:111122223333:execution:headroom-elasticache-sessions:alarm-1";
    static final Change SHARDS = new Change.AddShards(3, 5);
    static final Failure FAILURE = new Failure("headroom.elasticache.group.ScaleRefused", "No.");
    static final Instant SOON = Given.NOW.plus(Duration.ofMinutes(15));

    private static final Plan.Basis BASIS = basis(List.of(finding(Finding.Kind.BUSY)));
    static final Plan.Scale SCALE = scale(false, Optional.empty());
    static final Plan.Scale CRITICAL = scale(true, Optional.empty());
    static final Plan NOT_NEEDED =
            new Plan.NotNeeded("no need", SOON, "All is well.", Optional.of(basis(List.of())));
    static final Plan ASK = new Plan.Ask(SCALE, "a step", SOON, "For a person to decide.");
    static final Plan DEFERRED =
            new Plan.Deferred(SCALE, Given.NOW, "the window", SOON, "Put off.");
    static final Plan REFUSED =
            new Plan.Refused("a ceiling", SOON, "No step.", "Raise it.", Optional.of(BASIS));
    static final Plan NOT_YET = new Plan.NotYet(60, "A backup is taken.", Optional.of(BASIS));

    private final Outcome outcome;
    private Cause cause = Cause.ALARM;
    private boolean byHand;
    private boolean dryRun;
    private Optional<String> notUnderstood = Optional.empty();
    private @Nullable Wish wish;
    private @Nullable Plan plan;
    private @Nullable Failure failure;
    private @Nullable Unhelped unhelped;
    private Done done =
            new Done(
                    null,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty());
    private Before before =
            new Before(0, Optional.empty(), false, Told.first(Told.NOTHING, Given.NOW));

    private Runs(Outcome outcome) {
        this.outcome = outcome;
    }

    static Runs of(Outcome outcome) {
        return new Runs(outcome);
    }

    Runs planned(Plan made) {
        plan = made;
        return this;
    }

    Runs recovers() {
        cause = Cause.RECOVER;
        return this;
    }

    Runs byHand() {
        cause = Cause.MANUAL;
        byHand = true;
        return this;
    }

    Runs dryRun() {
        dryRun = true;
        return byHand();
    }

    Runs misread(String what) {
        notUnderstood = Optional.of(what);
        return dryRun();
    }

    Runs wishing(Wish asked) {
        wish = asked;
        return byHand();
    }

    Runs failing(Failure why) {
        failure = why;
        return this;
    }

    Runs unhelped(Unhelped step) {
        unhelped = step;
        return this;
    }

    Runs before(int failures, Told told) {
        return before(new Before(failures, Optional.empty(), false, told));
    }

    Runs before(Before lease) {
        before = lease;
        return this;
    }

    Runs backedUp() {
        return done(done.change(), false, Optional.of("backup-1"), false, Optional.empty());
    }

    /// It was to take a step, and ElastiCache took none.
    Runs tried(Change change) {
        return done(change, false, done.backup(), false, Optional.empty());
    }

    Runs owing(Change change) {
        return done(change, true, done.backup(), false, Optional.empty());
    }

    /// It took a step, and did not see its end in time.
    Runs unfinished(Change change) {
        return tried(change)
                .failing(
                        new Failure(
                                "headroom.step.PhaseTimedOut",
                                "The step took longer than its limit of 24 h. Last seen: it is"
                                        + " modifying."));
    }

    /// It took a step, and saw its end.
    Runs scaled(Change change) {
        return done(change, false, done.backup(), true, Optional.empty());
    }

    Runs measured(Change change, String effect) {
        return done(change, false, done.backup(), true, Optional.of(effect));
    }

    private Runs done(
            @Nullable Change change,
            boolean owed,
            Optional<String> backup,
            boolean scaled,
            Optional<String> effect) {
        done =
                new Done(
                        change,
                        owed,
                        backup,
                        Optional.of("It is available with 5 shards.").filter(_ -> scaled),
                        Optional.of(Given.ago(Duration.ofHours(1))).filter(_ -> change != null),
                        Optional.of(Given.ago(Duration.ofMinutes(20))).filter(_ -> scaled),
                        List.of(),
                        effect.isEmpty() ? List.of() : List.of(reading("0001", Role.PRIMARY, 40)),
                        effect);
        return this;
    }

    /// The figures of the run that it takes over from.
    Runs figures(List<Reading> readings) {
        done =
                new Done(
                        done.change(),
                        done.owed(),
                        done.backup(),
                        done.scaled(),
                        done.from(),
                        done.to(),
                        readings,
                        done.after(),
                        done.effect());
        return this;
    }

    ComposeReport.Input input() {
        return new ComposeReport.Input(
                new Asked(
                        EXECUTION,
                        "arn:aws:sns:eu-west-1:111122223333:requests",
                        byHand ? "message 1" : "alarm x",
                        cause,
                        byHand,
                        dryRun,
                        cause == Cause.RECOVER ? EXECUTION.replace("alarm-1", "dead-1") : "nobody",
                        notUnderstood),
                wish,
                outcome,
                plan,
                done,
                failure,
                before,
                unhelped);
    }

    ComposeReport.Answer told() {
        return new ComposeReport(Given.SETTINGS, Given.CLOCK, _ -> {}).run(input());
    }

    /// What stands under a title of the mail.
    String part(String title) {
        String from = ("\n" + told().body()).split("\n" + title + "\n", 2)[1];
        return from.split("\n\n", 2)[0];
    }

    static Finding finding(Finding.Kind kind) {
        return new Finding(
                kind, List.of("0001"), "Seen: %s.".formatted(kind), "Mend %s.".formatted(kind));
    }

    static Plan.Basis basis(List<Finding> findings) {
        return new Plan.Basis(
                findings,
                List.of(
                        new Option(Optional.of(SHARDS), "five shards", "at most 43 %", true, ""),
                        new Option(Optional.of(SHARDS), "four", "at most 60 %", false, "too few"),
                        new Option(Optional.empty(), "replicas", "", false, "most is written")),
                List.of(reading("0001", Role.PRIMARY, 82)),
                new Evidence(List.of("Group: sessions.", "Now: 82 %."), List.of()));
    }

    static Plan.Tell tell(Finding.Kind... kinds) {
        List<Finding> findings = List.of(kinds).stream().map(Runs::finding).toList();
        return new Plan.Tell(
                kinds[0].name(),
                SOON,
                findings.getFirst().sentence() + " Nothing is scaled for it.",
                Optional.of(basis(findings)));
    }

    static Plan.Tell held(Plan.Tell tell, Wish step) {
        return new Plan.Tell(
                tell.about() + Plan.CRITICALLY,
                tell.until(),
                tell.sentence(),
                Optional.of(step),
                tell.basis());
    }

    static Plan.Scale scale(boolean critical, Optional<String> stack) {
        return new Plan.Scale(
                SHARDS,
                4,
                critical,
                true,
                List.of("Clients read from replicas."),
                stack,
                "Headroom will go from 3 to 5 shards: %s".formatted("Seen: BUSY."),
                Optional.of(BASIS));
    }

    static Reading reading(String shard, Role role, double cpu) {
        return new Reading(
                shard,
                role,
                1,
                Optional.of(cpu),
                Optional.of(40.0),
                Optional.of(9_000.0),
                Optional.of(1_000.4),
                Optional.of(55.0),
                Optional.empty());
    }
}
