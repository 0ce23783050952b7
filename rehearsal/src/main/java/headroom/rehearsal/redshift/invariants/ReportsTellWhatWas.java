package headroom.rehearsal.redshift.invariants;

import headroom.redshift.cluster.RunSnapshot;
import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// S18: no report says that something was stopped, resized, copied, paused for so long, or left
/// alone, without the fact behind it.
///
/// A report that comes late was true when it was composed, and is not asked again. What a person
/// did to a cluster or a task between a run's look and its report, no run can know.
public final class ReportsTellWhatWas implements Invariant<RedshiftSimulation> {
    private static final Pattern PAUSE =
            Pattern.compile("The pause took (?:(\\d+) h)? ?(?:(\\d+) min)?");
    private static final Pattern NODES = Pattern.compile("The cluster has (\\d+) nodes");

    private final Set<String> touchers = new HashSet<>();
    private final Set<String> changers = new HashSet<>();
    private final Set<String> copiers = new HashSet<>();
    private final Map<String, Set<Integer>> nodes = new HashMap<>();
    private final Set<String> stopped = new HashSet<>();
    private boolean stood;
    private boolean resizeAsked;
    private boolean copied;
    private Instant firstStop = Instant.MAX;
    private Instant lastRunning = Instant.MIN;

    /// Each sentence, and what has to be so where a report has it.
    private final Map<String, BiPredicate<Entry, RedshiftSimulation>> sentences =
            Map.of(
                    "DMS tasks were stopped", (report, _) -> stood,
                    "No resize was asked for.", (report, _) -> !resizeAsked,
                    "It was not touched.", (report, _) -> !touchers.contains(report.by()),
                    "WHAT WAS CHANGED\nNothing.\n", (report, _) -> !changers.contains(report.by()),
                    "A first snapshot was begun", (report, _) -> copiers.contains(report.by()),
                    "A snapshot was taken before.", (_, _) -> copied,
                    "The pause took", this::isAsLongAs,
                    "The cluster has ", this::hasNodes);

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        // Tasks that join a pause are part of it.
        if (Calls.recordsPause(entry) && entry.detail().contains("pausedSince")) {
            begin();
        }
        note(entry, simulation);
        if (entry.kind() != Kind.REPORT || entry.by().isEmpty()) {
            return Optional.empty();
        }
        return sentences.entrySet().stream()
                .filter(each -> entry.detail().contains(each.getKey()))
                .filter(each -> !each.getValue().test(entry, simulation))
                .map(each -> "\"%s\" says: %s".formatted(entry.name(), each.getKey().strip()))
                .sorted()
                .findFirst();
    }

    private void begin() {
        stopped.clear();
        stood = false;
        resizeAsked = false;
        copied = false;
        firstStop = Instant.MAX;
        lastRunning = Instant.MIN;
    }

    private void note(Entry entry, RedshiftSimulation simulation) {
        if (Calls.stopsTask(entry) || Calls.startsTask(entry)) {
            touchers.add(entry.by());
            changers.add(entry.by());
        }
        if (Calls.stopsTask(entry)) {
            stood = true;
            stopped.add(Calls.task(entry));
            firstStop = entry.at().isBefore(firstStop) ? entry.at() : firstStop;
        }
        if (Calls.changesCluster(entry)) {
            changers.add(entry.by());
            copied |= Calls.takesSnapshot(RunSnapshot.BACKUP, entry, simulation);
        }
        if (Calls.takesSnapshot(RunSnapshot.PRECOPY, entry, simulation)) {
            copiers.add(entry.by());
        }
        resizeAsked |= Calls.resizes(entry);
        if (entry.kind() == Kind.TASK
                && entry.detail().equals("running")
                && stopped.contains(entry.name())) {
            lastRunning = entry.at();
        }
        if (!entry.by().isEmpty()) {
            nodes.computeIfAbsent(entry.by(), _ -> new HashSet<>())
                    .add(simulation.redshift().nodes());
        }
    }

    /// Whoever looks each minute or two may be late by that, and is not early: a pause is as long
    /// as it was, and by no more than a look too long. With faults, a look may come later.
    private boolean isAsLongAs(Entry report, RedshiftSimulation simulation) {
        if (firstStop.isAfter(lastRunning)) {
            return stood;
        }
        Matcher told = PAUSE.matcher(report.detail());
        if (!told.find()) {
            return false;
        }
        Duration said = Duration.ofHours(number(told.group(1))).plusMinutes(number(told.group(2)));
        Duration was = Duration.between(firstStop, lastRunning);
        boolean isShorter = said.plusMinutes(1).compareTo(was) < 0;
        boolean isLonger = said.compareTo(was.plusMinutes(3)) > 0;
        return !isShorter && (!isLonger || !simulation.faults().planned().isEmpty());
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }

    /// The number that some look of this run could see.
    private boolean hasNodes(Entry report, RedshiftSimulation simulation) {
        Matcher told = NODES.matcher(report.detail());
        return told.find()
                && nodes.getOrDefault(report.by(), Set.of())
                        .contains(Integer.parseInt(told.group(1)));
    }
}
