package headroom.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.stream.Collectors.joining;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whatever is wrong with a file of figures is said at once: what was found, what was expected, and
/// what to do.
final class CapacityWrongFilesTest {
    private static final String FIGURES =
            """
            {"EngineCPUUtilization": 40, "DatabaseMemoryUsageCountedForEvictPercentage": 30,
             "ProcessedCommands": 60000, "GetTypeCmds": 40000, "SetTypeCmds": 15000, "CurrConnections": 50, "NewConnections": 6,
             "NetworkBaselineUsageInPercentage": 10, "NetworkBaselineUsageOutPercentage": 10}
            """;

    private static final String OWN =
            """
            {"group": "sessions", "clusterMode": "enabled", "to": "2026-11-27T20:15Z", "shards": [
              {"shard": "0001", "slots": "0-8191", "nodes": [
                {"node": "a-1", "type": "cache.r7g.xlarge", "role": "primary", "figures": FIGURES},
                {"node": "a-2", "type": "cache.r7g.xlarge", "role": "replica", "figures": FIGURES}]},
              {"shard": "0002", "slots": "8192-16383", "nodes": [
                {"node": "b-1", "type": "cache.r7g.xlarge", "role": "primary", "figures": FIGURES}]}]}
            """
                    .replace("FIGURES", FIGURES);

    private static final Path ANSWER =
            Path.of("..", "docs/capacity/connections-for-each-command.json");

    @TempDir private Path folder;

    @Test
    void whatIsEditedBelowIsRight() throws IOException {
        Files.writeString(folder.resolve("own.json"), OWN);
        assertEquals(Headroom.DONE, Typing.of(folder, "own.json").status());
    }

    /// A node that is overloaded, or replaced, may say nothing at the worst of times.
    @Test
    void minutesOfWhichTooLittleIsKnownAreNotPassedOver() throws IOException {
        String hour =
                IntStream.range(0, 60)
                        .mapToObj(minute -> minute >= 20 && minute < 45 ? "null" : "40")
                        .collect(joining(", ", "[", "]"));
        Files.writeString(folder.resolve("own.json"), OWN.replaceFirst(": 40,", ": " + hour + ","));
        Typing typing = Typing.of(folder, "own.json", "--factor", "1.1");
        assertEquals(Headroom.TO_DO, typing.status());
        assertTrue(
                typing.out().contains("Not judged are 15 of these 60 minutes: too little is known"),
                typing.out());
    }

    /// Each edit replaces what it finds first.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    not JSON            | "group"                    | group | FILE is no JSON: Unexpected character ('g' (code 103)): was expecting double-quote to start field name, in line: 1, column: 2
                    no group            | "group": "sessions",       | `` | FILE: group is missing; expected the ElastiCache replication group's identifier: at most 40 lower-case letters, digits and single hyphens, with a letter first and no hyphen last.
                    a field misspelt    | "clusterMode"              | "clustermode" | FILE: clustermode is no field of this file; did you mean clusterMode? && FILE: clusterMode is missing; expected one of enabled, disabled, compatible.
                    a field of nowhere  | "group":                   | "colour": 1, "group": | FILE: colour is no field of this file; expected one of group, clusterMode, to, shards.
                    another mode        | "enabled"                  | "on" | FILE: clusterMode is "on"; expected one of enabled, disabled, compatible.
                    no minute           | 2026-11-27T20:15Z          | yesterday | FILE: to is "yesterday"; expected a full minute such as "2026-11-27T20:15Z".
                    within a minute     | 20:15Z                     | 20:15:30Z | FILE: to is "2026-11-27T20:15:30Z"; expected a full minute such as "2026-11-27T20:15Z".
                    shards no list      | "shards": [                | "shards": 2, "x": [ | FILE: x is no field of this file; expected one of group, clusterMode, to, shards. && FILE: shards is 2; expected a list with at least one shard.
                    a type misspelt     | cache.r7g.xlarge           | cache.r7g.xlrge | FILE: shards[0].nodes[0].type is "cache.r7g.xlrge"; expected a node type, such as cache.r7g.large, of the sizes micro, small, medium, large, xlarge, 2xlarge, 4xlarge, 8xlarge, 10xlarge, 12xlarge, 16xlarge, 24xlarge.
                    no type             | "type": "cache.r7g.xlarge", | `` | FILE: shards[0].nodes[0].type is missing; expected a node type, such as cache.r7g.large, of the sizes micro, small, medium, large, xlarge, 2xlarge, 4xlarge, 8xlarge, 10xlarge, 12xlarge, 16xlarge, 24xlarge.
                    no primary          | "primary"                  | "replica" | Shard 0001 has no primary; expected one node with the role primary.
                    two primaries       | "replica"                  | "primary" | Shard 0001 has 2 primaries; expected one node with the role primary.
                    another role        | "replica"                  | "slave" | FILE: shards[0].nodes[1].role is "slave"; expected primary or replica.
                    a node twice        | a-2                        | a-1 | FILE: shards[0].nodes[1].node is a-1 for the second time; expected another.
                    a shard twice       | "0002"                     | "0001" | FILE: shards[1].shard is 0001 for the second time; expected another.
                    negative            | 40000                      | -1 | FILE: shards[0].nodes[0].figures.GetTypeCmds is -1; expected a number, 0 or more.
                    above 100           | ": 40,                     | ": 140, | FILE: shards[0].nodes[0].figures.EngineCPUUtilization is 140; expected a number from 0 to 100.
                    too many clients    | ": 50,                     | ": 65001, | FILE: shards[0].nodes[0].figures.CurrConnections is 65001; expected a number from 0 to 65000.
                    text for a figure   | ": 40,                     | ": "40 %", | FILE: shards[0].nodes[0].figures.EngineCPUUtilization is "40 %"; expected a number from 0 to 100.
                    a figure misspelt   | GetTypeCmds                | GetTypeCmd | FILE: shards[0].nodes[0].figures.GetTypeCmd is no figure; did you mean GetTypeCmds?
                    few minutes         | ": 40,                     | ": [40, 41, 42, 43], | FILE: shards[0].nodes[0].figures.EngineCPUUtilization has 4 minutes; expected 10 to 1440, or one number for all of them.
                    a wrong minute      | ": 40,                     | ": [1,2,3,4,5,6,7,8,9,null,"x"], | FILE: shards[0].nodes[0].figures.EngineCPUUtilization is "x"; expected a number from 0 to 100.
                    slots twice         | 8192-16383                 | 8000-16383 | The slots 8000-8191 are held by more than one shard (0001, 0002); expected each of 0-16383 on one.
                    slots left out      | 8192-16383                 | 8200-16382 | The slots 8192-8199, 16383 are held by no shard; expected each of 0-16383 on one. Leave slots out of all shards if they are not known.
                    slots of nowhere    | 8192-16383                 | 8192-16384 | FILE: shards[1].slots is "8192-16384"; expected its slots, such as "0-5460" or "0-99,200-299", each of 0-16383 once.
                    slots when disabled | "enabled"                  | "disabled" | A shard has slots, and the cluster mode is disabled; expected no slots, or cluster mode enabled.
                    the queries         | {"group"                   | {"MetricDataQueries": [], "group" | FILE has the queries, not their answer; expected what aws cloudwatch get-metric-data --cli-input-json file://FILE prints.
                    a description       | {"group"                   | {"ReplicationGroups": [], "group" | FILE describes a group and has no figures; expected those of its nodes. ./capacity --queries FILE prints what CloudWatch is to be asked.
                    """)
    void isRefusedInOurOwnForm(String name, String found, String instead, String expected)
            throws IOException {
        assertTrue(OWN.contains(found), found);
        assertRefused(edited(OWN, found, instead), expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    pages left        | "Messages": []       | "NextToken": "x", "Messages": [] | FILE has a NextToken, so there are more pages of it; expected all of them. Ask CloudWatch once more, without --no-paginate and --max-items.
                    a message         | "Messages": []       | "Messages": [{"Code": "X"}] | FILE has a message of CloudWatch's: {"Code": "X"}. Ask CloudWatch once more.
                    not whole         | "Complete"           | "PartialData" | FILE has PartialData for CPUUtilization of orders-001; expected Complete. Ask CloudWatch once more.
                    not answered      | "Complete"           | "InternalError" | FILE has InternalError for CPUUtilization of orders-001; expected Complete. Ask CloudWatch once more.
                    no results        | "MetricDataResults": [ | "MetricDataResults": [], "Other": [ | FILE: MetricDataResults is empty; expected at least one result.
                    another label     | group=orders         | hello=orders | FILE: MetricDataResults[0] has the label "hello=orders mode=disabled nodes=2 shard=0001 node=orders...", which lacks group; expected the label of a query that ./capacity --queries GROUP prints.
                    a default label   | "Label": "           | "Label": "CPUUtilization", "Other": " | FILE: MetricDataResults[0] has the label "CPUUtilization", which lacks group, mode, nodes, shard, node, type, metric, statistic, period; expected the label of a query that ./capacity --queries GROUP prints.
                    another statistic | statistic=Average    | statistic=Maximum | FILE: MetricDataResults[0] has the label statistic=Maximum; expected Average, which alone tells enough of EngineCPUUtilization. Ask CloudWatch with what ./capacity --queries GROUP prints, unchanged.
                    another period    | period=60            | period=300 | FILE: MetricDataResults[0] has the label period=300; expected 60, since it is judged by the minute. Ask CloudWatch with what ./capacity --queries GROUP prints, unchanged.
                    another metric    | metric=EngineCPUUtilization | metric=EngineCPUUtilisation | FILE: MetricDataResults[0] has the label metric=EngineCPUUtilisation; expected EngineCPUUtilization. Ask CloudWatch with what ./capacity --queries GROUP prints, unchanged.
                    another mode      | mode=disabled        | mode=on | FILE: MetricDataResults[0] has the label mode=on; expected enabled, disabled or compatible. Ask CloudWatch with what ./capacity --queries GROUP prints, unchanged.
                    no number         | nodes=2              | nodes=all | FILE: MetricDataResults[0] has the label nodes=all; expected how many the group has. Ask CloudWatch with what ./capacity --queries GROUP prints, unchanged.
                    several groups    | group=orders         | group=others | The labels tell more than one replication group: orders, others; expected one. Hand in the answers to one list of queries.
                    several types     | type=cache.r7g.large | type=cache.r7g.xlarge | The labels of orders-001 tell different types or roles of it; expected the same in all. Ask with one list of queries, before or after a change.
                    no figure there   | 1795810440           | "today" | FILE: MetricDataResults[0].Timestamps[0] is "today"; expected a full minute such as "2026-11-27T20:15Z".
                    within a minute   | 1795810440           | 1795810441 | FILE: MetricDataResults[0].Timestamps[0] is 1795810441; expected a full minute such as "2026-11-27T20:15Z".
                    twice a minute    | 1795810380,          | 1795810440, | EngineCPUUtilization of orders-001 is 57.0 and 55.86 in the same minute, 2026-11-27T20:14:00Z; expected one figure. Hand in each answer once.
                    negative          | 57.0                 | -57.0 | FILE: MetricDataResults[0].Values[0] is -57.0; expected a number, 0 or more.
                    one value more    | 57.0                 | 57.0, 57.0 | FILE: MetricDataResults[0] has 8 Timestamps and 9 Values; expected as many of each.
                    two days          | 1795810440           | 1795637640 | There are figures from 2026-11-25T20:14:00Z to 2026-11-27T20:14:00Z; expected 24 hours at the most. Hand in the day with the peak.
                    """)
    void isRefusedOfCloudWatchsAnswers(String name, String found, String instead, String expected)
            throws IOException {
        String answer = Files.readString(ANSWER);
        assertTrue(answer.contains(found), found);
        assertRefused(edited(answer, found, instead), expected);
    }

    /// CloudWatch answers so to dimensions that do not exist.
    @Test
    void aNodeWithoutAnyFigureIsNoIdleNode() throws IOException {
        assertRefused(
                withoutFigures(Files.readString(ANSWER), "orders-002", 0),
                "orders-002 has no figure of any metric. CloudWatch answers so, without an error,"
                        + " where there is no such node, or where the dimensions, the region or the"
                        + " account are others; expected those that ./capacity --queries GROUP"
                        + " prints, of minutes in which the node was there.");
    }

    @Test
    void aFewMinutesAreTooFew() throws IOException {
        assertRefused(
                withoutFigures(Files.readString(ANSWER), "orders", 7),
                "There are figures of 7 minutes, from 2026-11-27T20:08:00Z; expected at least 10,"
                        + " one a minute. Ask for a quarter of an hour with the period 60.");
    }

    /// A group of which one part was handed in.
    @Test
    void aPartAloneIsNotAll() throws IOException {
        assertRefused(
                Files.readString(ANSWER).replace("nodes=2", "nodes=3"),
                "There are figures of 2 nodes, and the group has 3; expected all. Hand in the"
                        + " answers to all parts at once: ./capacity FILE FILE...");
    }

    /// Of what the label names, the newest so many.
    private static String withoutFigures(String answer, String named, int left) {
        return Stream.of(answer.split("(?=\"Label\")", -1))
                .map(
                        each ->
                                each.contains("node=" + named)
                                        ? each.replaceAll(
                                                "(?s)(Timestamps|Values)\": \\[.*?\\]",
                                                "$1\": ["
                                                        + IntStream.range(0, left)
                                                                .mapToObj(
                                                                        one ->
                                                                                ""
                                                                                        + (1795810440L
                                                                                                - 60L
                                                                                                        * one))
                                                                .collect(joining(","))
                                                        + "]")
                                        : each)
                .collect(joining());
    }

    @Test
    void everythingIsSaidAtOnce() throws IOException {
        assertRefused(
                edited(
                        edited(edited(OWN, "\"replica\"", "\"primary\""), ": 40,", ": 400,"),
                        "\"group\"",
                        "\"grp\""),
                "FILE: grp is no field of this file; did you mean group? && FILE: group is missing;"
                    + " expected the ElastiCache replication group's identifier: at most 40"
                    + " lower-case letters, digits and single hyphens, with a letter first and no"
                    + " hyphen last. && Shard 0001 has 2 primaries; expected one node with the role"
                    + " primary. && FILE: shards[0].nodes[0].figures.EngineCPUUtilization is 400;"
                    + " expected a number from 0 to 100.");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Typing typing = Typing.of(folder, "none.json", "neither.json");
        assertEquals(Headroom.TO_DO, typing.status());
        assertEquals(
                """
                %1$s/none.json, %1$s/neither.json cannot be judged. 2 things are wrong:
                - There is no file %1$s/none.json; expected one such as figures.json.
                - There is no file %1$s/neither.json; expected one such as figures.json.
                docs/capacity.md has what a file may hold.
                """
                        .formatted(folder),
                typing.err());
    }

    @Test
    void formsAreNotMixed() throws IOException {
        Path own = Files.writeString(folder.resolve("own.json"), OWN);
        Path answer = Files.copy(ANSWER, folder.resolve("answer.json"));
        String err = Typing.of(folder, own.toString(), answer.toString()).err();
        assertTrue(err.contains("own.json is written by hand, and another file is an answer"), err);
        Path other = Files.writeString(folder.resolve("other.json"), OWN);
        String twice = Typing.of(folder, own.toString(), other.toString()).err();
        assertTrue(twice.contains("There are 2 files, and none is an answer"), twice);
    }

    private static String edited(String text, String found, String instead) {
        int at = text.indexOf(found);
        return text.substring(0, at) + instead + text.substring(at + found.length());
    }

    private void assertRefused(String text, String expected) throws IOException {
        Path file = Files.writeString(folder.resolve("figures.json"), text);
        Typing typing = Typing.of(folder, "figures.json");
        assertEquals(Headroom.TO_DO, typing.status());
        assertEquals("", typing.out());
        assertEquals(
                Stream.of(expected.split(" && ", -1))
                        .map(
                                each ->
                                        "- "
                                                + each.replaceAll(
                                                        "FILE(?!\\.\\.\\.| FILE)", file.toString()))
                        .toList(),
                typing.err().lines().filter(each -> each.startsWith("- ")).toList());
    }
}
