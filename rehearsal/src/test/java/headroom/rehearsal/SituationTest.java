package headroom.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.Policy;
import headroom.rehearsal.redshift.scenarios.YourScenario;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.simulated.redshift.SimulatedNodeType;
import headroom.simulated.redshift.SimulatedTask;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class SituationTest {
    private static final String ENDPOINT = "arn:aws:dms:eu-west-1:111122223333:endpoint:ABC";

    @TempDir private Path folder;

    @Test
    void isTheDefaultSceneAtItsAlarmWhereNothingIsSaid() {
        Setup setup = situation("--nodes 4").setup();
        assertEquals(
                List.of(Setup.CLUSTER, 4, 80.0, 24),
                List.of(
                        setup.cluster(),
                        setup.nodes(),
                        setup.diskPercent(),
                        setup.sourceLogHours()));
        assertEquals(Setup.ORDINARY.policy(), setup.policy());
        assertEquals(Setup.ORDINARY.redshift(), setup.redshift());
        assertEquals(Setup.ORDINARY.tasks().get().size(), setup.tasks().get().size());
    }

    @Test
    void takesTheSettingsOfACluster() throws IOException {
        String file =
                file(
                        """
                        {"cluster": "sales", "endpoints": "%s", "maxNodes": 24, "alarmPercent": 70,
                         "sourceLogRetentionHours": 48}
                        """
                                .formatted(ENDPOINT));
        Setup setup = situation("--settings " + file).setup();
        Policy policy = setup.policy();
        assertEquals(
                List.of("sales", 24, 70.0, 48),
                List.of(
                        setup.cluster(),
                        policy.maxNodes(),
                        setup.diskPercent(),
                        setup.sourceLogHours()));
    }

    @Test
    void takesWhatTheFlagsSayOfTheCluster() {
        Setup setup =
                situation("--nodes 6 --node-type ra3.xlplus --disk 83.5 --tasks 12 --lag 30")
                        .setup();
        List<SimulatedTask> tasks = setup.tasks().get();
        assertEquals(
                List.of(6, SimulatedNodeType.RA3_XLPLUS, 83.5, 12),
                List.of(
                        setup.nodes(),
                        setup.redshift().nodeType(),
                        setup.diskPercent(),
                        tasks.size()));
        Instant later = Instant.parse("2026-11-22T09:00:00Z");
        assertTrue(
                tasks.stream().allMatch(each -> each.behind(later).equals(Duration.ofMinutes(30))));
    }

    @ParameterizedTest
    @CsvSource({
        "--nodes 4, 2 3 6 8 12 16",
        "--nodes 5, 10 15 20",
        "--nodes 6, 3 9 12 18 24",
        "--nodes 20 --node-type ra3.xlplus, 10 15 30",
        "--nodes 4 --sizes 5, 5"
    })
    void letsTheClusterBecomeWhatIsInProportion(String typed, String sizes) {
        List<String> open =
                situation(typed).setup().redshift().sizes().stream().map(String::valueOf).toList();
        assertEquals(sizes, String.join(" ", open));
    }

    @Test
    void countsGrowthSoThatEachGivenSizeIsOpen() {
        assertEquals(
                Optional.of(5),
                situation("--nodes 8 --node-type ra3.xlplus --sizes 6,9,10")
                        .setup()
                        .redshift()
                        .original());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --nodes 0 | --nodes is "0"; expected a whole number from 1 to 64, the nodes that the cluster has now.
                    --nodes 33 --node-type dc2.large | --nodes is "33"; expected a whole number from 1 to 32, the nodes that the cluster has now.
                    --nodes six | --nodes is "six"; expected a whole number from 1 to 64, the nodes that the cluster has now.
                    --disk 100.5 | --disk is "100.5"; expected a number from 0 to 100, the percentage of the disk that is used.
                    --disk 83% | --disk is "83%"; expected a number from 0 to 100, the percentage of the disk that is used.
                    --tasks 601 | --tasks is "601"; expected a whole number from 0 to 600, the DMS tasks that write into the cluster.
                    --lag 1441 | --lag is "1441"; expected a whole number from 0 to 1440, the minutes that the tasks are behind their source, which keeps its log for 24 h.
                    --sizes 6,a | --sizes is "6,a"; expected whole numbers from 2 to 128 with commas between them, as Redshift shows them in ElasticResizeNumberOfNodeOptions.
                    --node-type ra3.4xlage | --node-type is "ra3.4xlage"; did you mean ra3.4xlarge? It is one of dc2.large, dc2.8xlarge, ra3.large, ra3.xlplus, ra3.4xlarge, ra3.16xlarge, rg.large, rg.xlarge, rg.4xlarge, rg.12xlarge.
                    --node-type t3 | --node-type is "t3"; expected one of dc2.large, dc2.8xlarge, ra3.large, ra3.xlplus, ra3.4xlarge, ra3.16xlarge, rg.large, rg.xlarge, rg.4xlarge, rg.12xlarge.
                    --nodes 4 --fault redshift | Found the fault "redshift"; expected PLACE#NTH:WHAT, such as dynamodb.GetItem#3:THROTTLED, with x2 after NTH for twice in a row, or + for good.
                    """)
    void refusesWhatIsOutOfItsBounds(String typed, String answer) {
        assertEquals(
                answer,
                assertThrows(NotUnderstood.class, () -> situation(typed).setup()).getMessage());
    }

    @Test
    void picksOneOfSeveralClusters() throws IOException {
        String file = clusters();
        assertEquals("hr", situation("--settings " + file + " --cluster hr").setup().cluster());
        assertEquals(
                "Found 2 clusters in %s: sales, hr; expected to be told which. Type --cluster sales, say."
                        .formatted(file),
                refusal("--settings " + file));
        assertEquals(
                "There is no cluster sale in %s; did you mean sales? It has sales, hr."
                        .formatted(file),
                refusal("--settings " + file + " --cluster sale"));
        assertEquals(
                "There is no cluster warehouse in %s. It has sales, hr.".formatted(file),
                refusal("--settings " + file + " --cluster warehouse"));
    }

    @Test
    void picksOneOfSeveralPlacesInAFileOfSettings() throws IOException {
        String file =
                file(
                        """
                        {"defaults": {"maxNodes": 12}, "clusters": [
                          {"cluster": "sales", "region": "eu-west-1", "endpoints": ["arn:aws:dms:eu-west-1:111122223333:endpoint:A"]},
                          {"cluster": "sales", "region": "us-east-1", "endpoints": ["arn:aws:dms:us-east-1:111122223333:endpoint:A"]}]}
                        """);
        assertEquals(
                "sales",
                situation("--settings " + file + " --cluster sales.us-east-1").setup().cluster());
        assertEquals(
                "There is no cluster sales in %s. It has sales.eu-west-1, sales.us-east-1."
                        .formatted(file),
                refusal("--settings " + file + " --cluster sales"));
        String wrong =
                file(
                        "{\"defaults\": {\"maxNodes\": \"12\"}, \"clusters\": [{\"cluster\": \"sales\", \"endpoints\": [\"%s\"]}]}"
                                .formatted(ENDPOINT));
        assertTrue(
                refusal("--settings " + wrong).contains(": defaults.maxNodes is \"12\"; expected "),
                refusal("--settings " + wrong));
    }

    @Test
    void tellsWhatIsWrongWithTheSettings() throws IOException {
        String wrong =
                file(
                        "{\"cluster\": \"sales\", \"endpoints\": \"%s\", \"maxNodes\": 1}"
                                .formatted(ENDPOINT));
        assertEquals(
                "Nothing runs, because the settings in %s are wrong:\n  maxNodes is 1; expected a whole number from 2 to 128, the size that no resize goes above. Example: -c maxNodes=16"
                        .formatted(wrong),
                refusal("--settings " + wrong));
        String empty = file("{\"app\": \"x\"}");
        assertTrue(
                refusal("--settings " + empty)
                        .contains(
                                "There is no cluster and no replication group; expected the"
                                        + " settings of one. Example: {"));
        String caches =
                file(
                        "{\"replicationGroup\": \"sessions\", \"maxShards\": 6,"
                                + " \"maxReplicasPerShard\": 3}");
        assertEquals(
                "There is no cluster in %s; expected the settings of one.".formatted(caches),
                refusal("--settings " + caches));
        String list = file("{\n[]");
        assertEquals(
                "The file %s is no JSON object (line 2, column 1); expected a cdk.json, or an object with the settings of a cluster."
                        .formatted(list),
                refusal("--settings " + list));
        String context = file("{\"context\": 7}");
        assertEquals(
                "In %s, context is no object; expected one with the settings, as in a cdk.json."
                        .formatted(context),
                refusal("--settings " + context));
    }

    @Test
    void tellsAndPlaysWhatAReaderSays() throws IOException {
        Situation yours =
                situation("--settings " + clusters() + " --cluster sales --nodes 6 --disk 83");
        List<String> lines = new ArrayList<>();
        ScenarioRun<RedshiftSimulation> run =
                ScenarioRun.tell(
                        YourScenario.in(yours.setup(), yours.told(), Optional.empty()), lines::add);
        assertEquals(
                List.of(
                        "your_cluster",
                        "sales, under the settings of settings.json: 6 x ra3.4xlarge, disk use 83"
                                + " %, 3 DMS tasks that write.",
                        "Endpoints, account and source are the rehearsal's."),
                lines.subList(0, 3));
        assertTrue(lines.contains("nodes               6 -> 12"), () -> String.join("\n", lines));
        assertEquals(List.of(), run.violations());
    }

    @Test
    void saysWhenTheAlarmDoesNotRing() {
        assertEquals(
                "analytics, under default settings, at most 16 nodes: 4 x ra3.4xlarge, disk use 60"
                    + " % (the alarm rings at 80 %), 2 DMS tasks that write and stay 5 min behind."
                    + " Endpoints, account and source are the rehearsal's.",
                situation("--disk 60 --tasks 2 --lag 5").told());
    }

    private static String refusal(String typed) {
        return String.valueOf(
                assertThrows(NotUnderstood.class, () -> situation(typed).setup()).getMessage());
    }

    private static Situation situation(String typed) {
        return new Situation(Words.of(List.of(typed.split(" "))));
    }

    private String clusters() throws IOException {
        return file(
                """
                {"app": "x", "context": {"@aws-cdk/core:x": true, "clusters": [
                  {"cluster": "sales", "endpoints": "%1$s", "maxNodes": 24},
                  {"cluster": "hr", "endpoints": "%1$sD", "maxNodes": 24}]}}
                """
                        .formatted(ENDPOINT));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("settings.json"), text).toString();
    }
}
