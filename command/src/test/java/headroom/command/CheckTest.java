package headroom.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.command.cluster.Access;
import headroom.command.cluster.Services;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

final class CheckTest {
    private static final String ENDPOINT = "arn:aws:dms:eu-west-1:111122223333:endpoint:ABC";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;
    private Path here;
    private Path project;

    @BeforeEach
    void folders() throws IOException {
        here = Files.createDirectory(folder.resolve("here"));
        project = Files.createDirectory(folder.resolve("project"));
    }

    @Test
    void saysALineForEachClusterThatIsRight() throws IOException {
        write(
                here.resolve("cdk.json"),
                """
                {"app": "x", "context": {"@aws-cdk/core:flag": true, "clusters": [
                  {"cluster": "analytics", "endpoints": ["%s"], "maxNodes": 16.0},
                  {"cluster": "sales", "endpoints": ["%sD"], "maxNodes": 8, "mode": "ask",
                   "operatorsEmail": null, "sourceLogRetentionHours": 36}
                ]}}
                """
                        .formatted(ENDPOINT, ENDPOINT));

        assertEquals(Headroom.DONE, run("check"), this::err);

        assertEquals(
                """
                analytics is right: alarm at 80 %, critical at 90 %, each after 15 min; at most 16 nodes, doubling, never classic, mode auto, at any time, with a pre-copy; the source's log is kept for 24 h.
                sales is right: alarm at 80 %, critical at 90 %, each after 15 min; at most 8 nodes, doubling, never classic, mode ask, at any time, with a pre-copy; the source's log is kept for 36 h.
                """,
                out());
    }

    @Test
    void saysALineForEachGroupThatIsRight() throws IOException {
        write(
                here.resolve("cdk.json"),
                """
                {"app": "x", "context": {"caches": [
                  {"replicationGroup": "sessions", "maxShards": 6, "maxReplicasPerShard": 3},
                  {"replicationGroup": "catalog", "maxShards": 12, "maxReplicasPerShard": 5,
                   "largestNodeType": "cache.r7g.2xlarge", "headroomFactor": 1.5, "mode": "ask", "backup": "off",
                   "window": "daily 01:00-05:00 UTC"}
                ]}}
                """);

        assertEquals(Headroom.DONE, run("check"), this::err);

        assertEquals(
                """
                Replication group sessions is right: alarms at 70 % of a processor and 75 % of memory; at most 6 shards and 3 replicas on each, never another node type, ready for 2.0 times the load, 2 more shards in a step at most, mode auto, at any time, with a backup.
                Replication group catalog is right: alarms at 70 % of a processor and 75 % of memory; at most 12 shards and 5 replicas on each, node types up to cache.r7g.2xlarge, ready for 1.5 times the load, 2 more shards in a step at most, mode ask, window daily 01:00-05:00 UTC, without a backup.
                """,
                out());
    }

    @Test
    void saysAllMistakesAtOnce() throws IOException {
        Path file =
                write(
                        here.resolve("mine.json"),
                        """
                        {"context": {"cluster": "Analytics", "endpoints": ["%s"], "maxNodes": 1.5,
                                     "windwo": "daily 00:00-04:00 UTC"}}
                        """
                                .formatted(ENDPOINT));

        assertEquals(Headroom.TO_DO, run("check", "mine.json"));

        assertTrue(err().startsWith(file + ": the settings are wrong:\n"), this::err);
        assertTrue(err().contains("windwo is not a setting; did you mean window?"), this::err);
        assertTrue(err().contains("cluster is \"Analytics\"; expected "), this::err);
        assertTrue(err().contains("maxNodes is 1.5; expected a whole number"), this::err);
        assertEquals("", out());
    }

    @Test
    void takesTheProjectsFileWhereThereIsNoneHere() throws IOException {
        write(project.resolve("cdk.json"), "{\"app\": \"x\"}");

        assertEquals(Headroom.TO_DO, run("check"));

        assertTrue(
                err().startsWith(project.resolve("cdk.json") + ": nothing is configured."),
                this::err);
    }

    @Test
    void findsAHeadroomJsonBesideTheCdkJson() throws IOException {
        write(
                project.resolve("cdk.json"),
                "{\"app\": \"x\", \"context\": {\"@aws-cdk/core:flag\": true}}");
        write(
                project.resolve("headroom.json"),
                """
                {"$schema": "./headroom.schema.json", "defaults": {"maxNodes": 8}, "clusters": [
                  {"cluster": "sales", "account": "111122223333", "endpoints": ["%s"]}]}
                """
                        .formatted(ENDPOINT));

        assertEquals(Headroom.DONE, run("check"), this::err);

        assertTrue(out().contains("at most 8 nodes"), this::out);
    }

    @Test
    void takesAHeadroomJsonThatStandsAlone() throws IOException {
        write(
                here.resolve("headroom.json"),
                "{\"clusters\": [{\"cluster\": \"sales\", \"endpoints\": [\"%s\"], \"maxNodes\": 1}]}"
                        .formatted(ENDPOINT));

        assertEquals(Headroom.TO_DO, run("check"));

        assertTrue(
                err().startsWith(
                                here.resolve("headroom.json")
                                        + ": the settings are wrong:\n"
                                        + "  headroom.json: clusters[0].maxNodes is 1; expected "),
                this::err);
    }

    @Test
    void refusesSettingsBesideAHeadroomJson() throws IOException {
        write(project.resolve("cdk.json"), "{\"app\": \"x\", \"context\": {\"mode\": \"ask\"}}");
        write(
                project.resolve("headroom.json"),
                "{\"clusters\": [{\"cluster\": \"sales\", \"endpoints\": [\"%s\"], \"maxNodes\": 4}]}"
                        .formatted(ENDPOINT));

        assertEquals(Headroom.TO_DO, run("check", "-c", "maxNodes=8"));

        assertTrue(
                err().contains("Beside headroom.json there is maxNodes, mode, with -c or in"),
                this::err);
    }

    @Test
    void knowsAFileOfSettingsByWhatStandsInIt() throws IOException {
        write(
                here.resolve("staging.json"),
                "{\"defaults\": {\"maxNodes\": \"4\"}, \"clusters\": [{\"cluster\": \"a\", \"endpoints\": [\"%s\"]}]}"
                        .formatted(ENDPOINT));

        assertEquals(Headroom.TO_DO, run("check", "staging.json"));

        assertTrue(
                err().contains("  staging.json: defaults.maxNodes is \"4\"; expected "), this::err);
    }

    @Test
    void saysWhereAHeadroomJsonIsNoJson() throws IOException {
        write(here.resolve("headroom.json"), "{\n  \"clusters\": [,]\n}");

        assertEquals(Headroom.TO_DO, run("check", "headroom.json"));

        assertTrue(
                err().contains(
                                "  headroom.json: line 2, column 16 is no JSON: Unexpected"
                                        + " character"),
                this::err);
    }

    @Test
    void takesSettingsOfTheCommandLineOnTop() throws IOException {
        write(project.resolve("cdk.json"), "{\"app\": \"x\", \"context\": {\"maxNodes\": 0}}");

        assertEquals(
                Headroom.DONE,
                run(
                        "check",
                        "-c",
                        "cluster=sales",
                        "-c",
                        "endpoints=" + ENDPOINT,
                        "-c",
                        "maxNodes=4"),
                this::err);

        assertTrue(out().startsWith("sales is right: "), this::out);
    }

    @Test
    void takesAFileThatIsAContextItself() throws IOException {
        write(
                here.resolve("cluster.json"),
                "{\"cluster\": \"a\", \"endpoints\": \"%s\", \"maxNodes\": 4}".formatted(ENDPOINT));

        assertEquals(Headroom.DONE, run("check", "cluster.json"), this::err);
    }

    @Test
    void saysWhereAFileIsNoJson() throws IOException {
        Path file = write(here.resolve("cdk.json"), "{\n  \"context\": {,}\n}");

        assertEquals(Headroom.TO_DO, run("check"));

        assertTrue(err().startsWith(file + " is no JSON: Unexpected character (','"), this::err);
        assertTrue(err().endsWith(", in line: 2, column: 15\n"), this::err);
    }

    @Test
    void saysWhatIsNoContext() throws IOException {
        Path file = write(here.resolve("cdk.json"), "{\"context\": [1]}");

        assertEquals(Headroom.TO_DO, run("check"));

        assertEquals(
                "The context in %s is [1]; expected an object with settings.\n".formatted(file),
                err());
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertEquals(Headroom.TO_DO, run("check", "nothing.json"));
        assertEquals(
                "There is no file %s; expected one such as cdk.json.\n"
                        .formatted(here.resolve("nothing.json")),
                err());
    }

    @Test
    void explainsItself() {
        assertEquals(Headroom.DONE, run("--help"));
        assertEquals(Headroom.DONE, run("status", "--help"));
        assertTrue(out().startsWith("usage: ./headroom status CLUSTER\n"), this::out);
    }

    @Test
    void answersWhatItDoesNotUnderstandWithItsUsage() {
        assertEquals(Headroom.NOT_UNDERSTOOD, run("chekc"));
        assertTrue(
                err().startsWith(
                                """
                                "chekc" is not known; did you mean ./headroom check?

                                usage: ./headroom status CLUSTER
                                """),
                this::err);
        assertEquals("", out());
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }

    private int run(String... words) {
        var headroom =
                new Headroom(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        CheckTest::none,
                        Clock.systemUTC(),
                        new CheckSettings(here, project));
        return headroom.run(List.of(words));
    }

    private static Services none(Access access) {
        throw new AssertionError("AWS is asked of " + access);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
