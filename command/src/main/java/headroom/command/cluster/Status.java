package headroom.command.cluster;

import headroom.command.answer.Answer;
import headroom.lease.Lease;
import headroom.redshift.replication.Observed;
import headroom.redshift.replication.PauseRecord;
import headroom.redshift.replication.PausedTask;
import headroom.text.Listing;
import headroom.text.Span;

import software.amazon.awssdk.services.cloudwatch.model.Datapoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says how an installation is, and what to do.
public record Status(Services services, Installation installation, Clock clock) {

    public Answer look() {
        Situation situation = Situation.of(services, installation, clock);
        SourceLog log = SourceLog.of(situation.lease(), installation.sourceLog(), situation.now());
        Advice advice = new Advising(installation, situation, log).advice();
        String text =
                """
                %s in %s, account %s, at %s

                %s
                Last runs
                %s

                WHAT TO DO NOW
                %s\
                """
                        .formatted(
                                installation.cluster(),
                                installation.region(),
                                installation.account(),
                                seconds(situation.now()),
                                facts(situation, log),
                                situation.runs().inWords(runs -> lines(runs, situation.now())),
                                advice.inWords());
        return new Answer(text, advice.needsPerson());
    }

    private String facts(Situation situation, SourceLog log) {
        Lease lease = situation.lease();
        Instant now = situation.now();
        List<String> lines = new ArrayList<>();
        line(lines, "Lease", holder(situation));
        line(lines, "Paused", paused(lease, now));
        line(lines, "Log", log.inWords());
        line(lines, "Observed", observed(lease, now));
        waiting(lease).forEach(each -> line(lines, "Unsaid", each));
        Optional.ofNullable(lease.quietUntil())
                .filter(now::isBefore)
                .ifPresent(until -> line(lines, "Quiet", quiet(until, lease.unlessCritical())));
        Guards guards = situation.guards();
        line(lines, "Alarms", guards.alarms().inWords(Status::alarms));
        String watch = guards.watch().inWords(on -> on ? "its rule is on" : "its rule is OFF");
        line(lines, "Watch", watch);
        line(lines, "Reports", guards.readers().inWords(Guards.Readers::inWords));
        line(lines, "Disk", situation.disk().inWords(Status::disk));
        situation
                .drills()
                .ifPresent(
                        each -> line(lines, "Drills", each.inWords(drills -> drills(drills, now))));
        return String.join("\n", lines) + "\n";
    }

    private static final int INDENT = 10;
    private static final String NEXT_LINE = "\n" + " ".repeat(INDENT);

    private static void line(List<String> lines, String label, String text) {
        lines.add(label + " ".repeat(INDENT - label.length()) + text);
    }

    private static String alarms(List<Guards.Alarm> alarms) {
        return alarms.stream().map(Guards.Alarm::inWords).collect(Collectors.joining(NEXT_LINE));
    }

    private String drills(Drills drills, Instant now) {
        return String.join(NEXT_LINE, drills.inWords(installation.names().copy(), now));
    }

    private static String holder(Situation situation) {
        Instant now = situation.now();
        String since =
                Optional.ofNullable(situation.lease().takenAt())
                        .map(at -> " since %s, for %s,".formatted(seconds(at), span(at, now)))
                        .orElse(",");
        return switch (situation.holder()) {
            case Holder.Nobody _ -> "free";
            case Holder.AtWork(Run run) ->
                    "held by %s%s which is at work".formatted(run.name(), since);
            case Holder.Dead(Run run) ->
                    "held by %s%s which ENDED%s: %s%s"
                            .formatted(
                                    run.name(),
                                    since,
                                    Optional.ofNullable(run.endedAt())
                                            .map(at -> " at " + seconds(at))
                                            .orElse(""),
                                    run.status(),
                                    run.ending().map(each -> ", " + each).orElse(""));
            case Holder.Gone(String arn) ->
                    "held by %s%s which Step Functions does not know".formatted(arn, since);
        };
    }

    private static String paused(Lease lease, Instant now) {
        List<PausedTask> tasks = new PauseRecord(lease).recorded();
        Instant since = new PauseRecord(lease).pausedSince();
        return tasks.isEmpty()
                ? "no task"
                : "%s%s"
                        .formatted(
                                names(tasks.stream().map(PausedTask::name).toList()),
                                since == null
                                        ? ""
                                        : "; stopped, or about to be, since %s, for %s"
                                                .formatted(seconds(since), span(since, now)));
    }

    private static String observed(Lease lease, Instant now) {
        Map<Instant, List<String>> tasks = new LinkedHashMap<>();
        List<String> givenUp = new ArrayList<>();
        for (Observed each : new PauseRecord(lease).underObservation()) {
            if (each.isHopeless() && each.isTold()) {
                givenUp.add(each.task().name());
                continue;
            }
            String relapses =
                    each.task().relapses().map(" (started again %d times)"::formatted).orElse("");
            tasks.computeIfAbsent(each.until(), _ -> new ArrayList<>())
                    .add(each.task().name() + relapses);
        }
        List<String> all =
                tasks.entrySet().stream()
                        .map(each -> names(each.getValue()) + until(each.getKey(), now))
                        .collect(Collectors.toCollection(ArrayList::new));
        if (!givenUp.isEmpty()) {
            all.add(names(givenUp) + "; given up, until it runs or is deleted");
        }
        return all.isEmpty() ? "no task" : String.join(NEXT_LINE, all);
    }

    private static String until(Instant end, Instant now) {
        return "; until " + (end.isAfter(now) ? seconds(end) : "the watch's next round");
    }

    /// What the watch has yet to publish.
    static List<String> waiting(Lease lease) {
        List<String> waiting = new ArrayList<>();
        lease.reports().forEach((attribute, text) -> waiting.add(waiting(attribute, text)));
        if (lease.notes().answer() != null) {
            waiting.add("the answer to a message waits");
        }
        return waiting;
    }

    private static String waiting(String attribute, String text) {
        return "the %s waits: %s".formatted(attribute, text.lines().findFirst().orElse(""));
    }

    private static String quiet(Instant until, boolean unlessCritical) {
        return "nothing starts by itself before %s%s"
                .formatted(seconds(until), unlessCritical ? ", unless the disk is critical" : "");
    }

    private static String disk(Optional<Datapoint> latest) {
        return latest.map(
                        each ->
                                String.format(
                                        Locale.ROOT,
                                        "%.1f %% used, at its highest in the five minutes from %s",
                                        each.maximum(),
                                        each.timestamp()))
                .orElse("CloudWatch has no figure of the last six hours");
    }

    private static String lines(List<Run> runs, Instant now) {
        return runs.isEmpty()
                ? "  none"
                : runs.stream().map(each -> each.line(now)).collect(Collectors.joining("\n"));
    }

    static String names(List<String> names) {
        return "%d: %s".formatted(names.size(), Listing.of(names));
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Span span(Instant from, Instant to) {
        return new Span(Duration.between(from, to));
    }
}
