package headroom.rehearsal;

import headroom.configuration.ClusterConfiguration;
import headroom.configuration.Spelling;
import headroom.redshift.Policy;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.simulated.redshift.RedshiftBehaviour;
import headroom.simulated.redshift.SimulatedNodeType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The reader's own cluster, as the flags tell of it. What they do not say is as in the default
/// setup, under settings that say no more than they have to.
final class Situation {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");

    /// In a cluster of any type.
    private static final int MOST_NODES = 128;

    /// What DMS permits an account.
    private static final int MOST_TASKS = 600;

    private static final int NAME_LENGTH = 8;
    private static final int NEAR = 3;

    /// In seconds a second: the lag that a reader sees is there when the alarm rings, too.
    private static final double CATCHES_UP = 0;

    /// What the default setup's cluster may become, in proportion to what it is.
    private static final double[] PROPORTIONS = {0.5, 0.75, 1.5, 2, 3, 4};

    private final Words words;
    private final Optional<ClusterConfiguration> configuration;

    Situation(Words words) {
        this.words = words;
        configuration =
                words.one(Flag.SETTINGS)
                        .map(file -> new SettingsFile(Path.of(file)).of(words.one(Flag.CLUSTER)));
    }

    /// @throws NotUnderstood if a flag's value is out of its bounds
    Setup setup() {
        Setup setup = configuration.map(Situation::under).orElse(Setup.ORDINARY);
        SimulatedNodeType type =
                words.one(Flag.NODE_TYPE).map(Situation::type).orElse(setup.redshift().nodeType());
        int nodes =
                number(Flag.NODES, 1, type.largest(), "the nodes that the cluster has now")
                        .orElse(Setup.NODES);
        setup =
                setup.withNodes(nodes)
                        .withDisk(disk(setup.policy()))
                        .with(behaviour(setup.redshift().with(type), nodes));
        Optional<Integer> tasks =
                number(Flag.TASKS, 0, MOST_TASKS, "the DMS tasks that write into the cluster");
        if (tasks.isPresent()) {
            setup = setup.withTasks(tasks.get(), NAME_LENGTH);
        }
        int log = Math.toIntExact(Duration.ofHours(setup.sourceLogHours()).toMinutes());
        Optional<Integer> lag =
                number(
                        Flag.LAG,
                        0,
                        log,
                        "the minutes that the tasks are behind their source, which keeps its log"
                                + " for %d h".formatted(setup.sourceLogHours()));
        if (lag.isPresent()) {
            setup = setup.withTasksBehind(Duration.ofMinutes(lag.get()), CATCHES_UP);
        }
        return setup.with(Workflow.REDSHIFT.faults(words.all(Flag.FAULT)));
    }

    /// What a reader has to know to take the scenario for his own.
    String told() {
        Setup setup = setup();
        Policy policy = setup.policy();
        long writers =
                setup.tasks().get().stream()
                        .filter(each -> each.isRunning() && each.target().pointsAtCluster())
                        .count();
        String settings =
                words.one(Flag.SETTINGS)
                        .map(file -> "the settings of " + Path.of(file).getFileName())
                        .orElse("default settings, at most %d nodes".formatted(policy.maxNodes()));
        boolean quiet = setup.diskPercent() < policy.alarmPercent();
        return "%s, under %s: %d x %s, disk use %s %%%s, %d DMS tasks that write%s. Endpoints, account and source are the rehearsal's."
                .formatted(
                        setup.cluster(),
                        settings,
                        setup.nodes(),
                        setup.redshift().nodeType().shown(),
                        words.one(Flag.DISK).orElse(Integer.toString(policy.alarmPercent())),
                        quiet ? " (the alarm rings at %d %%)".formatted(policy.alarmPercent()) : "",
                        writers,
                        words.one(Flag.LAG).map(" and stay %s min behind"::formatted).orElse(""));
    }

    private static Setup under(ClusterConfiguration configuration) {
        return Setup.ORDINARY
                .withCluster(configuration.cluster())
                .with(configuration.settings().policy())
                .withSourceLog(configuration.settings().sourceLogRetentionHours());
    }

    private static SimulatedNodeType type(String written) {
        List<String> all = Stream.of(SimulatedNodeType.values()).map(each -> each.shown()).toList();
        String hint =
                Spelling.nearest(written, all, NEAR)
                                .map("did you mean %s? It is"::formatted)
                                .orElse("expected")
                        + " one of ";
        return Stream.of(SimulatedNodeType.values())
                .filter(each -> each.shown().equals(written))
                .findFirst()
                .orElseThrow(() -> wrong(Flag.NODE_TYPE, written, hint + String.join(", ", all)));
    }

    /// Where nothing is said of it, the disk is as full as the alarm wants it to be.
    private double disk(Policy policy) {
        Optional<String> written = words.one(Flag.DISK);
        if (written.isEmpty()) {
            return policy.alarmPercent();
        }
        double percent =
                PERCENT.matcher(written.get()).matches() ? Double.parseDouble(written.get()) : -1;
        if (percent < 0 || percent > 100) {
            throw wrong(
                    Flag.DISK,
                    written.get(),
                    "expected a number from 0 to 100, the percentage of the disk that is used");
        }
        return percent;
    }

    /// Redshift's list follows the size that the cluster was created with, so that what is given
    /// here is all of it.
    private RedshiftBehaviour behaviour(RedshiftBehaviour behaviour, int nodes) {
        Optional<String> written = words.one(Flag.SIZES);
        int growth = behaviour.nodeType().growth();
        if (written.isEmpty()) {
            return behaviour.withSizes(inProportion(nodes, behaviour.nodeType().largest()));
        }
        Integer[] sizes =
                Stream.of(written.get().split(",", -1)).map(this::size).toArray(Integer[]::new);
        int largest = Stream.of(sizes).mapToInt(Integer::intValue).max().orElse(nodes);
        return behaviour.withSizes(sizes).withOriginal(Math.ceilDiv(largest, growth));
    }

    private static Integer[] inProportion(int nodes, int largest) {
        return DoubleStream.of(PROPORTIONS)
                .map(each -> each * nodes)
                .filter(each -> each == Math.rint(each) && each <= largest)
                .mapToObj(each -> (int) each)
                .toArray(Integer[]::new);
    }

    private Integer size(String written) {
        return whole(written, 2, MOST_NODES)
                .orElseThrow(
                        () ->
                                wrong(
                                        Flag.SIZES,
                                        words.one(Flag.SIZES).orElse(""),
                                        "expected whole numbers from 2 to %d with commas between them, as Redshift shows them in ElasticResizeNumberOfNodeOptions"
                                                .formatted(MOST_NODES)));
    }

    private Optional<Integer> number(Flag flag, int least, int most, String meaning) {
        String expected =
                "expected a whole number from %d to %d, %s".formatted(least, most, meaning);
        return words.one(flag)
                .map(
                        written ->
                                whole(written, least, most)
                                        .orElseThrow(() -> wrong(flag, written, expected)));
    }

    private static Optional<Integer> whole(String written, int least, int most) {
        return Optional.of(written)
                .filter(each -> WHOLE.matcher(each).matches())
                .map(Integer::valueOf)
                .filter(each -> each >= least && each <= most);
    }

    private static NotUnderstood wrong(Flag flag, String found, String expected) {
        return new NotUnderstood("%s is \"%s\"; %s.".formatted(flag.typed(), found, expected));
    }
}
