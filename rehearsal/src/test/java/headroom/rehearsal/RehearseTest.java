package headroom.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class RehearseTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void playsTheDefaultScenario() {
        assertEquals(Rehearse.WENT_WELL, run());
        assertTrue(out().startsWith("a_disk_alarm_resizes_the_cluster\n"));
        assertTrue(out().endsWith("ended as told       yes\n"));
    }

    @Test
    void answersAnUnknownScenarioWithWhatThereIs() {
        assertEquals(Rehearse.NOT_UNDERSTOOD, run("no_such_scenario"));
        assertTrue(err().startsWith("There is no scenario named no_such_scenario. There are:"));
    }

    @Test
    void printsThePlanThatAnOperatorWouldGet() {
        assertEquals(Rehearse.WENT_WELL, run("--dry-run", "fit_chooses_six_of_four_six_and_eight"));
        assertTrue(
                out().startsWith(
                                """
                                Headroom: analytics could be resized (plan only)

                                WHAT HAPPENED
                                Resize analytics from 3 to 6 x ra3.4xlarge with 3 DMS tasks paused;\
                                """),
                out());
        assertTrue(out().contains("Not chosen: 4 (60 %) nodes: expected disk use is above"), out());
    }

    @Test
    void printsNoPlanForAnUnknownScenario() {
        assertEquals(Rehearse.NOT_UNDERSTOOD, run("--dry-run", "no_such_scenario"));
        assertTrue(err().startsWith("There is no scenario named no_such_scenario. There are:"));
    }

    @Test
    void answersAMisspeltScenarioWithTheNearest() {
        assertEquals(Rehearse.NOT_UNDERSTOOD, run("--dry-run", "a_disk_alarm_resize_a_cluster"));
        assertEquals(
                "There is no scenario named a_disk_alarm_resize_a_cluster; did you mean"
                        + " a_disk_alarm_resizes_the_cluster? ./rehearse --list names them all.\n",
                err());
    }

    @Test
    void printsThePlanOfTheDefaultScenario() {
        assertEquals(Rehearse.WENT_WELL, run("--dry-run"), this::err);
        assertTrue(out().startsWith("Headroom: analytics could be resized (plan only)\n"), out());
    }

    /// It is asked for when the shard is hot, and no other run holds the lease.
    @Test
    void printsThePlanOfTheDefaultScenarioOfCaches() {
        assertEquals(Rehearse.WENT_WELL, run("elasticache", "--dry-run"), this::err);
        assertTrue(
                out().startsWith(
                                """
                                Headroom: sessions could be scaled (plan only)

                                WHAT HAPPENED
                                Headroom will go from 1 to 2 replicas on shard 0002: \
                                """),
                out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --quickly           | There is no flag --quickly. ./rehearse --help says what there is.
                    --seeds 10          | --seeds is "10"; expected two whole numbers, as in 1..1000.
                    --seeds 5..1        | --seeds is "5..1", which holds no seed; expected the smaller number first, \
                    as in 1..5.
                    --seeds 1..1000001  | --seeds is "1..1000001"; expected 1,000,000 seeds at most. Run them one part \
                    after the other.
                    --seed two          | --seed is "two"; expected one whole number of at most nine digits.
                    """)
    void answersWhatItDoesNotUnderstandWithAHint(String typed, String answer) {
        assertEquals(Rehearse.NOT_UNDERSTOOD, run(typed.split(" ")));
        assertEquals(answer + "\n", err());
    }

    @Test
    void namesEachFlagInItsHelp() {
        assertEquals(Rehearse.WENT_WELL, run("-h"));
        assertEquals(List.of(), Flag.all().stream().filter(each -> !out().contains(each)).toList());
        assertEquals(List.of(), out().lines().filter(each -> each.length() > 100).toList());
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path missing = Path.of("no-such-message.json");
        assertEquals(Rehearse.NOT_UNDERSTOOD, run("--message", missing.toString()));
        assertEquals("There is no file " + missing.toAbsolutePath() + ".\n", err());
    }

    @Test
    void beginsWithAMessageOfTheUsersOwn(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("message.txt"), "more room");
        assertEquals(Rehearse.WENT_WELL, run("--message", file.toString()));
        assertTrue(out().contains("nodes               4 -> 8\n"));
        assertTrue(out().endsWith("nothing was told of the ending\n"));
    }

    @Test
    void playsAMessageOfTheUsersOwnInTheSceneOfAnyScenario(@TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("message.txt"), "{ broken");
        String scenario = "fit_chooses_six_of_four_six_and_eight";

        assertEquals(
                Rehearse.WENT_WELL,
                run("--message", file.toString(), "--scenario", scenario),
                this::err);

        assertTrue(
                out().startsWith(
                                "your_message\nA message from a file is published, in the setup of "
                                        + scenario
                                        + ".\n"),
                out());
        assertTrue(out().contains("Not understood: it is no JSON"), out());
        assertTrue(out().contains("nodes               3 -> 6\n"), out());
    }

    @Test
    void answersAMessageInTheSceneOfAnUnknownScenarioWithWhatThereIs() {
        assertEquals(
                Rehearse.NOT_UNDERSTOOD,
                run("--message", "message.txt", "--scenario", "no_such_scenario"));
        assertTrue(err().startsWith("There is no scenario named no_such_scenario. There are:"));
    }

    @Test
    void printsOneEventALineAsJson() throws IOException {
        assertEquals(Rehearse.WENT_WELL, run("an_alarm_that_ends_does_nothing", "--json"));
        List<String> lines = out().lines().toList();
        JsonNode first = new ObjectMapper().readTree(lines.getFirst());
        assertEquals(
                List.of("time", "kind", "name", "detail"),
                first.propertyStream().map(Map.Entry::getKey).toList());
        assertEquals("2026-11-22T04:00:00Z", first.get("time").asText());
        assertEquals("message", first.get("kind").asText());
    }

    @Test
    void listsEveryScenarioWithASentence() {
        assertEquals(Rehearse.WENT_WELL, run("--list"));
        assertTrue(
                out().startsWith(
                                "a_disk_alarm_resizes_the_cluster\n"
                                        + "    The alarm fires; four nodes"));
    }

    @Test
    void upsetsTheDefaultScenarioByAFault() {
        assertEquals(Rehearse.WENT_WELL, run("--fault", "redshift.DescribeClusters#3:THROTTLED"));
        assertTrue(out().contains("fault     redshift.DescribeClusters call 3: THROTTLED\n"));
    }

    @Test
    void upsetsAnyScenarioByItsOwnWorkflowsFaults() {
        assertEquals(
                Rehearse.WENT_WELL,
                run(
                        "elasticache",
                        "a_migration_is_taken_back",
                        "--fault",
                        "elasticache.ModifyReplicationGroup#1:ANSWER_LOST",
                        "minute#3:PUBLISH_FINISH"),
                this::err);
        assertTrue(
                out().contains("fault     elasticache.ModifyReplicationGroup call 1: ANSWER_LOST"),
                out());
        assertTrue(out().contains("cluster mode disabled"), out());
    }

    @Test
    void answersFaultsOfAnUnknownScenarioWithTheNearest() {
        assertEquals(
                Rehearse.NOT_UNDERSTOOD,
                run("a_migration_is_taken_bak", "--fault", "minute#3:ABORT"));
        assertTrue(err().contains("did you mean a_migration_is_taken_back?"), err());
    }

    @Test
    void answersAMisspeltWorkflowWithTheNearest() {
        assertEquals(Rehearse.NOT_UNDERSTOOD, run("elasticach", "--faults"));
        assertEquals("There is no scenario named elasticach; did you mean elasticache?\n", err());
    }

    @Test
    void answersAFaultThatIsNoneWithWhatWasExpected() {
        assertEquals(Rehearse.NOT_UNDERSTOOD, run("--fault", "redshift"));
        assertTrue(err().startsWith("Found the fault \"redshift\"; expected PLACE#NTH:WHAT"));
    }

    @Test
    void tellsOneSeed() {
        assertEquals(Rehearse.WENT_WELL, run("--seed", "2"));
        assertTrue(out().startsWith("upset\nUpset by: ["), this::out);
    }

    @Test
    void countsWhatCameOfManySeeds() {
        assertEquals(Rehearse.WENT_WELL, run("--seeds", "1..3"));
        assertTrue(out().startsWith("scenarios"), this::out);
        assertTrue(out().endsWith("violations                                             0\n"));
    }

    @Test
    void upsetsAMessageOfTheUsersOwn(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("message.txt"), "more room");
        assertEquals(
                Rehearse.WENT_WELL,
                run(
                        "--message",
                        file.toString(),
                        "--fault",
                        "redshift.DescribeClusters#3:THROTTLED"),
                this::err);
        assertTrue(
                out().contains("fault     redshift.DescribeClusters call 3: THROTTLED\n"), out());
        assertTrue(out().contains("nodes               4 -> 8\n"), out());
    }

    @Test
    void saysThatItsOutputDoesNotArrive() {
        Rehearse command =
                new Rehearse(
                        new PrintStream(new Output(new FullDisk()), true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(Rehearse.NOT_WRITTEN, command.run(List.of()));
        assertEquals(
                "The output cannot be written: No space left on device. What was printed before"
                        + " that is not all; expected a file, a pipe or a terminal that takes"
                        + " everything.\n",
                err());
    }

    /// Takes as much as the head of a scenario.
    private static final class FullDisk extends OutputStream {
        private int left = 2_000;

        @Override
        public void write(int one) throws IOException {
            if (left-- <= 0) {
                throw new IOException("No space left on device");
            }
        }
    }

    private int run(String... arguments) {
        Rehearse command =
                new Rehearse(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return command.run(List.of(arguments));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
