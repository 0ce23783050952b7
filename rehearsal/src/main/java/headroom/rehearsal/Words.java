package headroom.rehearsal;

import headroom.configuration.Spelling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was typed behind `./rehearse`, read whole: each flag is one that there is, has what it
/// wants, and does something beside the others.
///
/// @param flags each with the words behind it
/// @param scenario the name that stands alone
record Words(Map<Flag, List<String>> flags, Optional<String> scenario) {
    private static final int NEAR = 3;

    /// What a scenario that is named alone goes with: it has its own setup and its own course.
    private static final Set<Flag> WITH_SCENARIO =
            EnumSet.of(Flag.DRY_RUN, Flag.FAULT, Flag.JSON, Flag.HTML, Flag.FAULTS);

    /// @throws NotUnderstood with what was found and what was expected
    static Words of(List<String> typed) {
        Map<Flag, List<String>> flags = new EnumMap<>(Flag.class);
        List<String> alone = new ArrayList<>();
        List<String> left = new ArrayList<>(typed);
        while (!left.isEmpty()) {
            String word = left.removeFirst();
            if (word.startsWith("-")) {
                Flag flag = Flag.of(word).orElseThrow(() -> unknown(word));
                if (flags.put(flag, behind(flag, left)) != null) {
                    throw new NotUnderstood(flag.typed() + " is there twice; expected it once.");
                }
            } else {
                alone.add(word);
            }
        }
        if (alone.size() > 1) {
            throw new NotUnderstood(
                    "Found the scenarios %s; expected one at most."
                            .formatted(String.join(" and ", alone)));
        }
        Words words = new Words(flags, alone.stream().findFirst());
        if (!words.has(Flag.HELP)) {
            words.refuseIdle();
        }
        return words;
    }

    private static NotUnderstood unknown(String word) {
        String meant =
                Spelling.nearest(word, Flag.all(), NEAR)
                        .map(each -> "; did you mean " + each + "?")
                        .orElse(".");
        return new NotUnderstood(
                "There is no flag " + word + meant + " ./rehearse --help says what there is.");
    }

    /// Takes the words that are the flag's off those that are left.
    private static List<String> behind(Flag flag, List<String> left) {
        List<String> taken = new ArrayList<>();
        Iterator<String> words = left.iterator();
        boolean more = flag.takes() != Flag.Takes.NOTHING;
        while (more && words.hasNext()) {
            String word = words.next();
            more = !word.startsWith("--") && flag.takes() == Flag.Takes.SOME;
            if (!word.startsWith("--")) {
                taken.add(word);
                words.remove();
            }
        }
        if (taken.isEmpty() && flag.takes() != Flag.Takes.NOTHING) {
            throw new NotUnderstood(
                    "%s stands alone; expected %s behind it."
                            .formatted(
                                    flag.typed(),
                                    flag == Flag.FAULT
                                            ? "faults, such as"
                                                    + " redshift.DescribeClusters#3:THROTTLED,"
                                            : "a value"));
        }
        return taken;
    }

    private void refuseIdle() {
        for (Flag one : flags.keySet()) {
            Set<Flag> company = one.company();
            for (Flag other : flags.keySet()) {
                if (company != null && one != other && !company.contains(other)) {
                    throw idle(other.typed(), one.typed() + " " + one.reason());
                }
            }
            if (scenario.isPresent() && !WITH_SCENARIO.contains(one)) {
                throw idle(
                        one.typed(), scenario.get() + " is a scenario, with a setup and a course");
            }
        }
        needs(Flag.CLUSTER, Flag.SETTINGS);
        needs(Flag.SCENARIO, Flag.MESSAGE);
        needs(Flag.ALL, Flag.HTML);
    }

    private static NotUnderstood idle(String flag, String because) {
        return new NotUnderstood(
                "%s does nothing here, as %s. Leave one of the two out.".formatted(flag, because));
    }

    private void needs(Flag one, Flag other) {
        if (has(one) && !has(other)) {
            throw new NotUnderstood(
                    "%s does nothing without %s; expected both."
                            .formatted(one.typed(), other.typed()));
        }
    }

    boolean has(Flag flag) {
        return flags.containsKey(flag);
    }

    /// The word behind a flag; empty if the flag is not there.
    Optional<String> one(Flag flag) {
        return all(flag).stream().findFirst();
    }

    List<String> all(Flag flag) {
        return flags.getOrDefault(flag, List.of());
    }

    /// The first of the flags that say so.
    Flag situation() {
        return Flag.SITUATION.stream().filter(this::has).findFirst().orElseThrow();
    }

    /// Whether anything is said of the reader's own cluster.
    boolean tellSituation() {
        return Flag.SITUATION.stream().anyMatch(this::has);
    }
}
