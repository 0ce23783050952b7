package headroom.rehearsal.pictures;

import headroom.rehearsal.scenario.Line;
import headroom.rehearsal.simulation.Glance;
import headroom.rehearsal.simulation.Glance.Mood;
import headroom.rehearsal.simulation.Simulation;
import headroom.rehearsal.states.Execution;
import headroom.simulated.journal.Entry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks at a simulation whenever something is written down, and keeps in lanes what it sees.
final class Recorder implements Consumer<Entry> {
    /// Of more users no reader looks at each.
    private static final int MOST_USERS = 8;

    /// A function's answer comes sooner.
    private static final Duration AT_ONCE = Duration.ofSeconds(4);

    private static final Pattern CHANGE = Pattern.compile("(\\w+) -> (\\w+)(?:, shard (\\w+))?.*");
    private static final String MESSAGES = "messages";
    private static final String UPSETS = "faults";
    private static final String OUTSIDE = "others";
    private static final String EXECUTION = "execution";
    private static final String WATCH = "watch";
    private static final String OPERATORS = "operators";

    private final Simulation simulation;
    private final Instant begin;
    private final Map<String, Lane> alarms = new LinkedHashMap<>();
    private final Map<String, Lane> own = new LinkedHashMap<>();
    private final List<Lane> executions = new ArrayList<>(List.of(new Lane(EXECUTION)));
    private final Map<String, Lane> laneOf = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private final Map<String, Lane> resource = new LinkedHashMap<>();
    private final Map<String, Lane> figures = new LinkedHashMap<>();
    private final Map<String, Lane> users = new LinkedHashMap<>();
    private final List<Course.Pause> pauses = new ArrayList<>();
    private Optional<Glance.Stretch> open = Optional.empty();

    Recorder(Simulation simulation) {
        this.simulation = simulation;
        begin = simulation.scheduler().now();
        List.of(MESSAGES, UPSETS, OUTSIDE, WATCH, OPERATORS)
                .forEach(each -> own.put(each, new Lane(each)));
        look(begin);
    }

    @Override
    public void accept(Entry entry) {
        switch (entry.kind()) {
            case ALARM -> alarm(entry);
            case STATE -> {
                Lane lane = laneOf.computeIfAbsent(entry.by(), this::taken);
                Mood mood = entry.name().startsWith("Wait") ? Mood.STILL : Mood.BUSY;
                lane.is(entry.name(), entry.by(), mood, entry.at());
            }
            case EXECUTION -> {
                boolean ended =
                        simulation.execution(entry.name()).filter(Execution::isRunning).isEmpty();
                if (ended && running.remove(entry.name())) {
                    execution(entry.name()).end(entry.at());
                }
            }
            case SCENARIO,
                    MESSAGE,
                    LOG,
                    METRIC,
                    STEP,
                    CALL,
                    CLUSTER,
                    TASK,
                    REPORT,
                    FAULT,
                    PERSON,
                    VIOLATION -> {}
        }
        look(entry.at());
    }

    private void alarm(Entry entry) {
        Matcher change = CHANGE.matcher(entry.detail());
        if (change.matches()) {
            Lane lane =
                    alarms.computeIfAbsent(
                            key(entry.name(), entry.detail()),
                            key -> begun(key, change.group(1), mood(change.group(1))));
            lane.is(change.group(2), entry.name(), mood(change.group(2)), entry.at());
        }
    }

    /// The end of an alarm's name says what it is about.
    private static String key(String name, String detail) {
        Matcher change = CHANGE.matcher(detail);
        String about = name.substring(name.lastIndexOf('-') + 1);
        return change.matches() && change.group(3) != null
                ? about + ", " + change.group(3)
                : "alarm " + about;
    }

    private Lane begun(String label, String word, Mood mood) {
        Lane lane = new Lane(label);
        lane.is(word, "", mood, begin);
        return lane;
    }

    private static Mood mood(String alarm) {
        return switch (alarm) {
            case "OK" -> Mood.WELL;
            case "ALARM" -> Mood.ILL;
            default -> Mood.STILL;
        };
    }

    /// The first lane on which no execution runs.
    private Lane taken(String execution) {
        Set<Lane> busy = running.stream().map(this::execution).collect(Collectors.toSet());
        running.add(execution);
        Optional<Lane> free = executions.stream().filter(each -> !busy.contains(each)).findFirst();
        if (free.isEmpty()) {
            executions.add(new Lane("%s %d".formatted(EXECUTION, executions.size() + 1)));
        }
        return free.orElseGet(executions::getLast);
    }

    private Lane execution(String name) {
        return laneOf.getOrDefault(name, executions.getFirst());
    }

    private void look(Instant now) {
        Glance glance = simulation.glance();
        glance.resource()
                .forEach((what, word) -> lane(resource, what).is(word, "", Mood.PLAIN, now));
        resource.forEach(
                (what, lane) -> {
                    if (!glance.resource().containsKey(what)) {
                        lane.end(now);
                    }
                });
        glance.figures().forEach((what, value) -> lane(figures, what).measures(now, value));
        if (glance.users().size() <= MOST_USERS) {
            glance.users()
                    .forEach(
                            (who, status) ->
                                    lane(users, who).is(status.word(), "", status.mood(), now));
        } else {
            long well =
                    glance.users().values().stream()
                            .filter(each -> each.mood() == Mood.WELL)
                            .count();
            lane(users, "running, of %d".formatted(glance.users().size()))
                    .measures(now, (double) well);
        }
        if (!open.equals(glance.stretch())) {
            pause(glance.stretch(), now);
        }
    }

    private static Lane lane(Map<String, Lane> lanes, String label) {
        return lanes.computeIfAbsent(label, Lane::new);
    }

    private void pause(Optional<Glance.Stretch> next, Instant now) {
        boolean same = next.map(Glance.Stretch::since).equals(open.map(Glance.Stretch::since));
        if (!same) {
            open.ifPresent(
                    each ->
                            pauses.add(
                                    new Course.Pause(
                                            each.what(), each.since(), now, each.until())));
        }
        open = next;
    }

    /// Ends all lanes, and puts each line of the transcript on its own.
    void end(List<Line> lines) {
        Instant now = lines.stream().map(Line::at).max(Instant::compareTo).orElse(begin);
        look(now);
        pause(Optional.empty(), now);
        for (int each = 0; each < lines.size(); each++) {
            of(lines.get(each)).tells(each);
        }
        all().forEach(each -> each.endAll(now));
        executions.forEach(each -> each.smooth(AT_ONCE));
    }

    private Lane of(Line line) {
        return switch (line.kind()) {
            case ALARM -> alarms.getOrDefault(key(line.who(), line.what()), lane(own, MESSAGES));
            case MESSAGE, LOG -> lane(own, MESSAGES);
            case FAULT, VIOLATION -> lane(own, UPSETS);
            case SCENARIO, PERSON -> lane(own, OUTSIDE);
            case REPORT -> lane(own, OPERATORS);
            case STEP -> line.by().isEmpty() ? lane(own, WATCH) : execution(line.by());
            case CALL -> user(line.what().split(",", 2)[0]).orElseGet(() -> execution(line.by()));
            case TASK -> user(line.who()).orElseGet(() -> users.values().iterator().next());
            case CLUSTER -> resource.values().iterator().next();
            case EXECUTION, STATE, METRIC -> execution(line.by());
        };
    }

    private Optional<Lane> user(String name) {
        return Optional.ofNullable(users.get(name));
    }

    List<Lane> lanes() {
        return all().filter(each -> !each.isEmpty()).toList();
    }

    private Stream<Lane> all() {
        return Stream.of(
                        alarms.values(),
                        List.of(lane(own, MESSAGES), lane(own, UPSETS), lane(own, OUTSIDE)),
                        executions,
                        List.of(lane(own, WATCH)),
                        resource.values(),
                        figures.values(),
                        users.values(),
                        List.of(lane(own, OPERATORS)))
                .flatMap(each -> each.stream());
    }

    List<Course.Pause> pauses() {
        return pauses;
    }
}
