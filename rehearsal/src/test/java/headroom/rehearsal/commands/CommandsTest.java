package headroom.rehearsal.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import headroom.rehearsal.elasticache.scenarios.CacheScenarios;
import headroom.rehearsal.redshift.scenarios.Scenarios;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Played;
import headroom.rehearsal.scenario.Transcripts;
import headroom.report.Mail;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds the AWS CLI's commands that mails and documents print against the committed
/// `commands.txt`, which `build/aws-commands.sh` gives to the CLI itself. After a change that is
/// meant: `mvn verify -Dtranscripts=rewrite`.
final class CommandsTest {
    private static final Path COMMANDS = Path.of("commands.txt");
    private static final Path ROOT = Path.of("..");
    private static final Path CODE = ROOT.resolve("functions/src/main/java");

    private static final Reading MAILS = new Reading();
    private static final Reading DOCUMENTS = new Reading();

    @BeforeAll
    static void reads() throws IOException {
        Scenarios.all().stream().map(Played::of).forEach(CommandsTest::readMails);
        CacheScenarios.all().stream().map(Played::of).forEach(CommandsTest::readMails);
        // What is mailed in no scenario that has a transcript.
        readMails(
                Played.anew(
                        Scenarios.upset(
                                Setup.ORDINARY
                                        .withServerless("clicks")
                                        .with("start.clicks#1x9:FAILS"))));
        for (Path page : pages()) {
            DOCUMENTS.document(page);
        }
    }

    private static void readMails(Played scenario) {
        scenario.reports().forEach(each -> MAILS.mail(each.name(), each.detail()));
    }

    @Test
    void mailsAndDocumentsPrintWhatIsWritten() throws IOException {
        SortedMap<String, String> examples = new TreeMap<>();
        Stream.of(MAILS, DOCUMENTS)
                .flatMap(each -> each.commands().stream())
                .forEach(each -> examples.merge(each.shape(), each.text(), CommandsTest::first));
        String written = String.join("\n", new TreeSet<>(examples.values())) + "\n";
        if (Transcripts.REWRITE) {
            Files.writeString(COMMANDS, written);
        }
        assertEquals(Files.readString(COMMANDS), written);
    }

    /// The order of scenarios and documents does not matter then.
    private static String first(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Test
    void everyCommandOfAMailCanBePastedWhole() {
        assertEquals("", String.join("\n", MAILS.complaints()));
    }

    @Test
    void everyCommandOfADocumentCanBePastedWhole() {
        assertEquals("", String.join("\n", DOCUMENTS.complaints()));
    }

    /// Whoever follows a mail's link finds what to do.
    @Test
    void everySectionThatAMailNamesIsThere() throws IOException {
        Set<String> dead = new TreeSet<>(MAILS.links());
        assertFalse(dead.isEmpty());
        for (Path page : pages()) {
            String path = ROOT.relativize(page).toString();
            Files.readAllLines(page).stream()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> path + "#" + Mail.anchor(line.replaceFirst("#+ ", "")))
                    .forEach(dead::remove);
        }
        assertEquals(Set.of(), dead);
    }

    /// A command that no mail shows is given to the CLI by nobody.
    @Test
    void everyCommandInTheCodeIsSeenInAMail() throws IOException {
        Set<String> mailed =
                MAILS.commands().stream()
                        .map(Printed::operation)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(written(), mailed);
    }

    private static NavigableSet<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(each -> each.toString().endsWith(".java"))
                    .map(CommandsTest::read)
                    .map(text -> text.replaceAll("\"\\s*\\+\\s*\"", ""))
                    .flatMap(text -> Printed.ANYWHERE.matcher(text).results())
                    .map((MatchResult each) -> each.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of("", "docs", "statemachine", "benchmarks")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                files.filter(each -> each.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }
}
