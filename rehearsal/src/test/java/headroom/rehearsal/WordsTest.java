package headroom.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

final class WordsTest {
    @Test
    void readsFlagsInAnyOrder() {
        Words words = read("--json --nodes 6 --fault a#1:B c#2:D --settings cdk.json");
        assertEquals(Optional.of("6"), words.one(Flag.NODES));
        assertEquals(List.of("a#1:B", "c#2:D"), words.all(Flag.FAULT));
        assertEquals(Optional.of("cdk.json"), words.one(Flag.SETTINGS));
        assertEquals(Optional.empty(), words.scenario());
        assertEquals(read("a_scenario --json"), read("--json a_scenario"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --setings cdk.json    | There is no flag --setings; did you mean --settings? ./rehearse --help says what there is.
                    -x                    | There is no flag -x. ./rehearse --help says what there is.
                    --nodes               | --nodes stands alone; expected a value behind it.
                    --nodes --json        | --nodes stands alone; expected a value behind it.
                    --fault               | --fault stands alone; expected faults, such as redshift.DescribeClusters#3:THROTTLED, behind it.
                    --nodes 4 --nodes 6   | --nodes is there twice; expected it once.
                    one two               | Found the scenarios one and two; expected one at most.
                    --cluster sales       | --cluster does nothing without --settings; expected both.
                    --scenario one           | --scenario does nothing without --message; expected both.
                    --json --seeds 1..2   | --json does nothing here, as --seeds draws its own setups and faults, and prints what came of them. Leave one of the two out.
                    --faults --nodes 6    | --faults does nothing here, as --nodes makes a setup of your own. Leave one of the two out.
                    --list --json         | --json does nothing here, as --list only names the scenarios. Leave one of the two out.
                    --dry-run --json      | --json does nothing here, as --dry-run prints the plan alone, of a run that nothing upsets. Leave one of the two out.
                    one --nodes 6         | --nodes does nothing here, as one is a scenario, with a setup and a course. Leave one of the two out.
                    one --seed 1          | --seed does nothing here, as one is a scenario, with a setup and a course. Leave one of the two out.
                    --seed 1 --disk 80    | --seed does nothing here, as --disk makes a setup of your own. Leave one of the two out.
                    --dry-run --message m | --dry-run does nothing here, as --message begins a scenario of your own. Leave one of the two out.
                    --dry-run --fault a   | --fault does nothing here, as --dry-run prints the plan alone, of a run that nothing upsets. Leave one of the two out.
                    --message m --scenario s --disk 80 | --scenario does nothing here, as --disk makes a setup of your own. Leave one of the two out.
                    """)
    void refusesWhatDoesNothing(String typed, String answer) {
        assertEquals(answer, assertThrows(NotUnderstood.class, () -> read(typed)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--settings f --cluster c --nodes 6 --node-type t --sizes 8 --disk 9 --tasks 1"
                        + " --lag 2 --json",
                "--settings f --message m --fault a --json",
                "--nodes 6 --dry-run",
                "a_scenario --dry-run",
                "a_scenario --fault a#1:B --json",
                "--message m --scenario s --json",
                "--seed 1 --json",
                "--seeds 1..2 --help --json"
            })
    void takesWhatGoesTogether(String typed) {
        read(typed);
    }

    private static Words read(String typed) {
        return Words.of(List.of(typed.split(" ")));
    }
}
