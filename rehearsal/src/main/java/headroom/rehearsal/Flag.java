package headroom.rehearsal;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may be typed behind `./rehearse`, beside the name of a scenario.
enum Flag {
    SETTINGS(Takes.ONE),
    CLUSTER(Takes.ONE),
    NODES(Takes.ONE),
    NODE_TYPE(Takes.ONE),
    SIZES(Takes.ONE),
    DISK(Takes.ONE),
    TASKS(Takes.ONE),
    LAG(Takes.ONE),
    MESSAGE(Takes.ONE),
    SCENARIO(Takes.ONE),
    DRY_RUN(Takes.NOTHING),
    FAULT(Takes.SOME),
    SEED(Takes.ONE),
    FAULTS(Takes.NOTHING),
    SEEDS(Takes.ONE),
    LIST(Takes.NOTHING),
    HTML(Takes.ONE),
    ALL(Takes.NOTHING),
    JSON(Takes.NOTHING),
    HELP(Takes.NOTHING);

    /// Those that say what the reader's own cluster is like.
    static final Set<Flag> SITUATION =
            EnumSet.of(SETTINGS, CLUSTER, NODES, NODE_TYPE, SIZES, DISK, TASKS, LAG);

    private final Takes takes;

    Flag(Takes takes) {
        this.takes = takes;
    }

    /// How many words a flag has behind it.
    enum Takes {
        NOTHING,
        ONE,
        SOME
    }

    Takes takes() {
        return takes;
    }

    String typed() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Flag> of(String word) {
        String typed = word.equals("-h") ? HELP.typed() : word;
        return Stream.of(values()).filter(each -> each.typed().equals(typed)).findFirst();
    }

    static List<String> all() {
        return Stream.of(values()).map(Flag::typed).toList();
    }

    /// Those that it goes with; null if that is for the others to say.
    @Nullable Set<Flag> company() {
        return switch (this) {
            case LIST, SEEDS, FAULTS -> EnumSet.noneOf(Flag.class);
            case SEED -> EnumSet.of(JSON, HTML);
            case DRY_RUN -> SITUATION;
            case SCENARIO -> EnumSet.of(MESSAGE, JSON, HTML);
            case SETTINGS, CLUSTER, NODES, NODE_TYPE, SIZES, DISK, TASKS, LAG ->
                    with(SITUATION, DRY_RUN, MESSAGE, FAULT, JSON, HTML);
            case MESSAGE -> with(SITUATION, SCENARIO, FAULT, JSON, HTML);
            case FAULT -> with(SITUATION, MESSAGE, JSON, HTML);
            case HTML -> with(SITUATION, SEED, SCENARIO, MESSAGE, FAULT, ALL);
            case ALL -> EnumSet.of(HTML);
            case JSON, HELP -> null;
        };
    }

    /// Why no others go with it.
    String reason() {
        return switch (this) {
            case LIST -> "only names the scenarios";
            case SEEDS -> "draws its own setups and faults, and prints what came of them";
            case FAULTS -> "upsets scenarios in every way, and prints what came of that";
            case SEED -> "draws its own setup and faults";
            case DRY_RUN -> "prints the plan alone, of a run that nothing upsets";
            case SCENARIO -> "names the setup of a --message";
            case SETTINGS, CLUSTER, NODES, NODE_TYPE, SIZES, DISK, TASKS, LAG ->
                    "makes a setup of your own";
            case MESSAGE -> "begins a scenario of your own";
            case FAULT -> "upsets a scenario";
            case JSON -> "prints events";
            case HTML -> "draws what happens, into a file";
            case ALL -> "draws every scenario as it is";
            case HELP -> "prints how the command is used";
        };
    }

    private static Set<Flag> with(Set<Flag> some, Flag... more) {
        return Stream.concat(some.stream(), Stream.of(more))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Flag.class)));
    }
}
