package headroom.elasticache.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.GroupPages;
import headroom.elasticache.Outcome;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.group.Change;
import headroom.elasticache.plan.Plan;
import headroom.report.Asked;
import headroom.report.Before;
import headroom.report.Evidence;
import headroom.report.Mail;
import headroom.report.RunbookPage;
import headroom.report.Told;
import headroom.run.Cause;
import headroom.watch.Left;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Holds the runbook and the subjects of reports together.
final class RunbookTest {
    private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");

    /// What belongs to no report.
    private static final Set<String> BY_HAND =
            Set.of("Before you touch anything", "What clients must have");

    /// The headings of what the watch tells of what it sees itself.
    private static final Set<String> OF_THE_WATCH =
            Set.of(
                    "Headroom (late): ANY REPORT",
                    "Headroom WARNING: no figures, GROUP",
                    "Headroom WARNING: there is no such group, GROUP");

    @Test
    void hasASectionForEachReportAndNoOther() throws IOException {
        Set<String> reports = new TreeSet<>(OF_THE_WATCH);
        runs().map(Heading::of).forEach(reports::add);
        reports.addAll(ofTheStateMachine());
        var left = new Left(GroupPages.MAIL, "sessions", "people");
        Stream.of(left.answer("No."), left.foreign("An event."))
                .map(Mail::heading)
                .forEach(reports::add);

        Set<String> headings = new TreeSet<>(new RunbookPage(GroupPages.MAIL).headings());
        assertTrue(headings.removeAll(BY_HAND));
        headings.removeIf(each -> each.startsWith("Alarm"));
        assertEquals(reports, headings);
    }

    /// Each way in which a run ends, with each finding that may decide.
    private static Stream<ComposeReport.Input> runs() {
        List<ComposeReport.Input> runs = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            for (boolean owed : List.of(true, false)) {
                for (boolean scaled : List.of(true, false)) {
                    runs.add(run(outcome, null, done(owed, scaled)));
                    runs.add(run(outcome, NOT_YET, done(owed, scaled)));
                }
            }
        }
        runs.add(Runs.of(Outcome.FAILED).unfinished(Runs.SHARDS).input());
        for (Finding.Kind kind : Finding.Kind.values()) {
            runs.add(run(Outcome.TOLD, told(kind), done(false, false)));
        }
        return runs.stream();
    }

    private static final Plan NOT_YET = new Plan.NotYet(60, "A backup.", Optional.empty());

    private static Plan told(Finding.Kind kind) {
        var finding = new Finding(kind, List.of(), "It is so.", "Mend it.");
        return new Plan.Tell(
                "it",
                NOW,
                "It is so.",
                Optional.of(
                        new Plan.Basis(
                                List.of(finding),
                                List.of(),
                                List.of(),
                                new Evidence(List.of(), List.of()))));
    }

    private static Done done(boolean owed, boolean scaled) {
        return new Done(
                new Change.AddShards(2, 3),
                owed,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW).filter(_ -> scaled),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static ComposeReport.Input run(Outcome outcome, @Nullable Plan plan, Done done) {
        return new ComposeReport.Input(
                new Asked(
                        "arn:aws:states:eu-west-1:111122223333:execution:sessions:run",
                        "arn:aws:sns:eu-west-1:111122223333:requests",
                        "a person",
                        Cause.MANUAL,
                        true,
                        false,
                        "nobody",
                        Optional.empty()),
                null,
                outcome,
                plan,
                done,
                null,
                new Before(0, Optional.empty(), false, Told.first(Told.NOTHING, NOW)),
                null);
    }

    /// The subjects that the state machine itself publishes under.
    private static Set<String> ofTheStateMachine() throws IOException {
        JsonNode definition =
                JsonNode.parser()
                        .parse(
                                Files.readString(
                                        Path.of(
                                                "..",
                                                "statemachine",
                                                "elasticache-scale.asl.json")));
        assertEquals(
                "{% 'Headroom' & ($owed ? ' CRITICAL, a change may be under way' : '') &"
                        + " ': ${LeaseKey}, report not composed' %}",
                definition
                        .field("States")
                        .flatMap(states -> states.field("Compose report"))
                        .flatMap(state -> state.field("Catch"))
                        .flatMap(rules -> rules.index(0))
                        .flatMap(rule -> rule.field("Assign"))
                        .flatMap(variables -> variables.field("subject"))
                        .map(JsonNode::text)
                        .orElse("nothing"));
        return Set.of(
                "Headroom: elasticache/GROUP, report not composed",
                "Headroom CRITICAL, a change may be under way: elasticache/GROUP, report not"
                        + " composed");
    }
}
