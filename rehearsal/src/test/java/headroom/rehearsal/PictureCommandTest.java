package headroom.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

final class PictureCommandTest {
    private static final String STORY = "an_alarm_that_ends_does_nothing";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;

    @Test
    void writesTheStoryAsOnePage() throws IOException {
        Path file = folder.resolve("story.html");
        assertEquals(Rehearse.WENT_WELL, run(STORY, "--html", file.toString()), this::err);
        assertEquals(file + " has " + STORY + ", with 3 lines of its transcript.\n", out());
        assertTrue(Files.readString(file).startsWith("<!DOCTYPE html>\n<html"));
    }

    @Test
    void writesAPageForEachStoryAndOneThatListsThem() throws IOException {
        Path pages = folder.resolve("new").resolve("pages");
        assertEquals(
                Rehearse.WENT_WELL, run("drill", "--html", pages.toString(), "--all"), this::err);
        List<String> files;
        try (Stream<Path> all = Files.list(pages)) {
            files = all.map(each -> each.getFileName().toString()).sorted().toList();
        }
        assertTrue(files.contains("index.html"), files::toString);
        String index = Files.readString(pages.resolve("index.html"));
        files.stream()
                .filter(each -> !each.equals("index.html"))
                .forEach(each -> assertTrue(index.contains("href=\"" + each + "\""), index));
        assertEquals(
                "%s lists %d stories.%n".formatted(pages.resolve("index.html"), files.size() - 1),
                out());
    }

    @Test
    void answersAnUnknownStoryAsEverywhere() {
        assertEquals(
                Rehearse.NOT_UNDERSTOOD,
                run("no_such_scenario", "--html", folder.resolve("story.html").toString()));
        assertTrue(err().startsWith("There is no scenario named no_such_scenario. There are:"));
    }

    @Test
    void answersAFileInAFolderThatIsMissing() {
        Path file = folder.resolve("missing").resolve("story.html");
        assertEquals(Rehearse.NOT_UNDERSTOOD, run(STORY, "--html", file.toString()));
        assertEquals(
                "--html is %s, and there is no folder %s; expected a file in a folder that there is. Make it first: mkdir -p %s%n"
                        .formatted(file, file.getParent(), file.getParent()),
                err());
    }

    @Test
    void answersAFolderWhereAFileIsExpected() {
        assertEquals(Rehearse.NOT_UNDERSTOOD, run(STORY, "--html", folder.toString()));
        assertEquals(
                "--html is %s, which is a folder; expected a file for the page, as in --html %s. With --all a folder is right: it gets a page for each scenario.%n"
                        .formatted(folder, folder.resolve(STORY + ".html")),
                err());
    }

    @Test
    void answersAFileWhereAFolderIsExpected() throws IOException {
        Path file = Files.writeString(folder.resolve("pages"), "text");
        assertEquals(Rehearse.NOT_UNDERSTOOD, run("drill", "--html", file.toString(), "--all"));
        assertEquals(
                "--html is %s, which is a file; expected a folder for the pages of --all. It may be one that is not there yet.%n"
                        .formatted(file),
                err());
        assertEquals("text", Files.readString(file));
    }

    @Test
    void answersAllWithoutAPlaceForIt() {
        assertEquals(Rehearse.NOT_UNDERSTOOD, run("--all"));
        assertEquals("--all does nothing without --html; expected both.\n", err());
    }

    @Test
    void answersTwoWaysToTellAStory() {
        assertEquals(Rehearse.NOT_UNDERSTOOD, run(STORY, "--html", "story.html", "--json"));
        assertEquals(
                "--json does nothing here, as --html draws what happens, into a file. Leave one of"
                        + " the two out.\n",
                err());
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
