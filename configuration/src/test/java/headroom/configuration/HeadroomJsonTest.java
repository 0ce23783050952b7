package headroom.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.Policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Facts: what a file comes to, beside what the tables of [SettingsSchemaTest] say is right or
/// wrong.
final class HeadroomJsonTest {
    private static final String CLUSTER =
            """
            "cluster": "a", "endpoints": ["arn:aws:dms:eu-west-1:111122223333:endpoint:A"]\
            """;
    private static final String GROUP =
            """
            "replicationGroup": "s", "maxShards": 6, "maxReplicasPerShard": 3\
            """;
    private static final Optional<Destination> CREDENTIALS =
            Optional.of(new Destination("444455556666", "us-east-1"));

    @TempDir private Path folder;

    @Test
    void anEntryComesBeforeTheDefaultsAndThoseBeforeWhatIsUsual() {
        Configuration read =
                read(
                        """
                        {"defaults": {"maxNodes": 8, "mode": "ask", "alarmPercent": 70, "cpuPercent": 60},
                         "clusters": [{%s, "alarmPercent": 75}], "caches": [{%s, "mode": "observe"}]}
                        """
                                .formatted(CLUSTER, GROUP));
        Policy ofCluster = read.clusters().getFirst().settings().policy();
        assertEquals(8, ofCluster.maxNodes());
        assertEquals(Policy.Mode.ASK, ofCluster.mode());
        assertEquals(75, ofCluster.alarmPercent());
        assertEquals(90, ofCluster.criticalPercent());
        var ofGroup = read.groups().getFirst().settings().policy();
        assertEquals(headroom.elasticache.Policy.Mode.OBSERVE, ofGroup.mode());
        assertEquals(60, ofGroup.cpuPercent());
        assertEquals(75, ofGroup.memoryPercent());
    }

    @Test
    void stacksOfOneNameHaveIdsOfTheirOwnAndThoseWithoutAPlaceKeepTheirs() {
        Configuration read =
                read(
                        """
                        {"clusters": [{%s, "maxNodes": 4}],
                         "caches": [{%2$s, "account": "111122223333"}, {%2$s, "account": "444455556666", "region": "us-east-1"}]}
                        """
                                .formatted(CLUSTER, GROUP));
        ClusterConfiguration cluster = read.clusters().getFirst();
        assertEquals("headroom-redshift-a", cluster.place().id(cluster.names().stack()));
        assertFalse(cluster.place().isNamed());
        assertEquals(
                List.of(
                        "headroom-elasticache-s.111122223333",
                        "headroom-elasticache-s.444455556666.us-east-1"),
                read.groups().stream().map(each -> each.place().id(each.names().stack())).toList());
        assertTrue(read.groups().stream().allMatch(each -> each.place().isNamed()));
    }

    @Test
    void whatAnEntrySaysOfItsPlaceComesBeforeTheCredentials() {
        String elsewhere = "{\"clusters\": [{%s, \"maxNodes\": 4%s}]}";
        assertEquals(
                1,
                parsed(
                                elsewhere.formatted(
                                        CLUSTER,
                                        ", \"account\": \"111122223333\", \"region\":"
                                                + " \"eu-west-1\""),
                                Map.of(),
                                CREDENTIALS)
                        .clusters()
                        .size());
        assertEquals(
                List.of(
                        "headroom.json: clusters[0].endpoints[0] is"
                            + " \"arn:aws:dms:eu-west-1:111122223333:endpoint:A\"; expected a DMS"
                            + " endpoint in partition aws, region us-east-1, account 111122223333,"
                            + " where your AWS credentials deploy to. Correct the ARN, or use the"
                            + " credentials of the endpoint's account and region. Example:"
                            + " arn:aws:dms:us-east-1:111122223333:endpoint:ABC"),
                mistakes(
                        elsewhere.formatted(CLUSTER, ", \"account\": \"111122223333\""),
                        Map.of(),
                        CREDENTIALS));
    }

    @Test
    void aWrongPlaceIsToldOnceAndComparedWithNothing() {
        List<String> mistakes =
                mistakes(
                        "{\"clusters\": [{%s, \"maxNodes\": 4, \"account\": \"1\", \"region\": \"eu-west-1\"}]}"
                                .formatted(CLUSTER),
                        Map.of(),
                        CREDENTIALS);
        assertEquals(1, mistakes.size(), mistakes::toString);
        assertTrue(
                mistakes.getFirst().startsWith("headroom.json: clusters[0].account is \"1\"; "),
                mistakes::toString);
    }

    @Test
    void refusesSettingsOfTheContextBesideItWithAllElseThatIsWrong() {
        assertEquals(
                List.of(
                        "headroom.json: caches[0].maxSteps is not a setting; did you mean maxStep?",
                        "mods is not a setting; did you mean mode?",
                        "Beside headroom.json there is clusters, maxNodes, with -c or in the"
                            + " context of cdk.json; expected all settings in one place, as neither"
                            + " could be seen to hold. Write them into headroom.json, or put that"
                            + " file away."),
                mistakes(
                        "{\"caches\": [{%s, \"maxSteps\": 3}]}".formatted(GROUP),
                        Map.of(
                                "maxNodes",
                                "16",
                                "clusters",
                                List.of(),
                                "mods",
                                "ask",
                                "aws:cdk:enable-path-metadata",
                                "true"),
                        Optional.empty()));
    }

    @Test
    void takesTheContextWhereThereIsNoFile() {
        Map<String, String> context =
                Map.of("replicationGroup", "s", "maxShards", "6", "maxReplicasPerShard", "3");
        assertEquals(
                Configuration.parse(context),
                Configuration.parse(HeadroomJson.in(folder), context, Optional.empty()));
    }

    @Test
    void refusesDefaultsInTheContext() {
        var refused =
                assertThrows(
                        WrongSettings.class,
                        () ->
                                Configuration.parse(
                                        Map.of(
                                                "defaults",
                                                Map.of(),
                                                "caches",
                                                List.of(
                                                        Map.of(
                                                                "replicationGroup",
                                                                "s",
                                                                "maxShards",
                                                                6,
                                                                "maxReplicasPerShard",
                                                                3)))));
        assertEquals(
                List.of(
                        "defaults stands in the context of cdk.json, where nothing would come of"
                            + " it; expected it in headroom.json, with the lists beside it. Move"
                            + " them there."),
                refused.mistakes());
    }

    @Test
    void isFoundInItsFolderAndReadWhole() throws IOException {
        assertEquals(Optional.empty(), HeadroomJson.in(folder));
        Files.writeString(folder.resolve("headroom.json"), "{\"caches\": [{" + GROUP + "}]}");
        assertEquals(
                List.of("s"),
                Configuration.parse(HeadroomJson.in(folder), Map.of(), Optional.empty())
                        .groups()
                        .stream()
                        .map(GroupConfiguration::group)
                        .toList());
    }

    @Test
    void saysThatItCannotBeReadAsText() throws IOException {
        Path file = folder.resolve("headroom.json");
        Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
        List<String> mistakes = unread();
        assertTrue(
                mistakes.getFirst()
                        .startsWith("headroom.json: The file cannot be read as UTF-8 text ("),
                mistakes::toString);
        Files.delete(file);
        Files.createDirectory(file);
        assertEquals(1, unread().size());
        Files.delete(file);
        Files.writeString(file, " \n");
        assertEquals(
                List.of("headroom.json: The file is empty; expected a JSON object."), unread());
        Files.writeString(file, "{\"caches\": [{" + GROUP + "}]}\n}");
        assertEquals(1, unread().size());
    }

    private List<String> unread() {
        return assertThrows(
                        WrongSettings.class,
                        () ->
                                Configuration.parse(
                                        HeadroomJson.in(folder), Map.of(), Optional.empty()))
                .mistakes();
    }

    @Test
    void isKnownByItsNameOrByWhatNoContextHas() {
        assertTrue(HeadroomJson.isOne("headroom.json", Set.of()));
        assertTrue(HeadroomJson.isOne("staging.json", Set.of("$schema", "clusters")));
        assertTrue(HeadroomJson.isOne("staging.json", Set.of("defaults", "clusters")));
        assertFalse(HeadroomJson.isOne("staging.json", Set.of("clusters")));
        assertFalse(HeadroomJson.isOne("cdk.json", Set.of("app", "context")));
    }

    private static Configuration read(String text) {
        return parsed(text, Map.of(), Optional.empty());
    }

    private static List<String> mistakes(
            String text, Map<String, ?> context, Optional<Destination> credentials) {
        return assertThrows(WrongSettings.class, () -> parsed(text, context, credentials))
                .mistakes();
    }

    private static Configuration parsed(
            String text, Map<String, ?> context, Optional<Destination> credentials) {
        return Configuration.parse(
                Optional.of(HeadroomJson.of(HeadroomJson.NAME, text)), context, credentials);
    }
}
