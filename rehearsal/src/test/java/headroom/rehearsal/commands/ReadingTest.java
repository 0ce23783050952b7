package headroom.rehearsal.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class ReadingTest {
    private static final String GET =
            "aws dynamodb get-item --region REGION --table-name LEASE_TABLE";

    private final Reading reading = new Reading();
    @TempDir private Path folder;

    @Test
    void joinsTheLinesOfACommandInABlock() throws IOException {
        document("1. Look:\n\n   ```\n   " + GET + " \\\n       --key '{\"a\": 1}'\n   ```\n");
        assertEquals(
                List.of(
                        "aws dynamodb get-item --region eu-west-1 --table-name"
                                + " headroom-redshift-analytics-Lease-1ABC --key '{\"a\": 1}'"),
                commands());
        assertEquals(List.of(), reading.complaints());
    }

    @Test
    void takesACommandBetweenBackticksOfOneLine() throws IOException {
        document("Run `" + GET + "`, and `aws` is the CLI.\n");
        assertEquals(1, commands().size());
        assertEquals(List.of(), reading.complaints());
    }

    @ParameterizedTest
    @CsvSource({
        "'Run `aws sns publish --region REGION\n--topic-arn TOPIC_ARN`.', breaks inside this line",
        "'Run `aws\nsns publish --region REGION --topic-arn TOPIC_ARN`.', breaks inside this line",
        "'Run aws sns publish --region REGION.', stands in prose",
        "'```\n$ aws sns publish --region REGION\n```', does not begin its line",
    })
    void refusesWhatNobodyCanPaste(String text, String why) throws IOException {
        document(text);
        assertEquals(1, reading.complaints().size(), reading.complaints()::toString);
        String complaint = reading.complaints().getFirst();
        assertEquals(why, complaint.contains(why) ? why : complaint);
        assertEquals("page.md:1", complaint.replaceFirst(".*(page.md:)[12]: (?s).*", "$11"));
    }

    @ParameterizedTest
    @CsvSource({
        "aws sns publish --topic-arn TOPIC_ARN, has no --region",
        "aws sns publish --region REGION --topic-arn THE_TOPIC, nobody knows what THE_TOPIC stands"
                + " for",
        "aws sns publish --region REGION --message two words | wc, is not one command",
        "aws sns publish --region REGION --message $now, is not one command",
        "'aws sns publish --region REGION --message ''{\"nodes\": 6''', and is none: {\"nodes\": 6",
        "aws dms start-replication-task --region REGION --start-replication-task-type resume, has"
                + " resume",
    })
    void refusesWhatTheCliWouldTake(String command, String why) throws IOException {
        document("`" + command + "`");
        assertEquals(1, reading.complaints().size(), reading.complaints()::toString);
        String complaint = reading.complaints().getFirst();
        assertEquals(why, complaint.contains(why) ? why : complaint);
    }

    @Test
    void wantsALineOfItsOwnInAMail() {
        reading.mail("Subject", "Run this:\n  aws sns publish --region eu-west-1\nDone.");
        assertEquals(List.of("aws sns publish --region eu-west-1"), commands());
        assertEquals(List.of(), reading.complaints());
        reading.mail("Subject", "Or run aws sns publish --region eu-west-1");
        assertEquals(
                List.of(
                        "Subject: a command stands in a sentence; give it a line of its own,"
                                + " indented by two spaces: Or run aws sns publish --region"
                                + " eu-west-1"),
                reading.complaints());
    }

    @Test
    void tellsCommandsApartByMoreThanArnsAndNumbers() {
        String shape = shape("aws sns publish --topic-arn arn:aws:sns:eu-west-1:1:a --message 1");
        assertEquals(
                shape, shape("aws sns publish --topic-arn arn:aws:sns:eu-west-1:2:b --message 22"));
        assertEquals(
                "aws sns publish --topic-arn ARN --mesage 1",
                shape("aws sns publish --topic-arn arn:aws:sns:eu-west-1:2:b --mesage 3"));
    }

    private static String shape(String text) {
        return new Printed("", text).shape();
    }

    private void document(String text) throws IOException {
        reading.document(Files.writeString(folder.resolve("page.md"), text));
    }

    private List<String> commands() {
        return reading.commands().stream().map(Printed::text).toList();
    }
}
