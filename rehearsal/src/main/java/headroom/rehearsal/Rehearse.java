package headroom.rehearsal;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.states.Json;
import headroom.rehearsal.story.Performance;
import headroom.rehearsal.story.Stories;
import headroom.rehearsal.story.Story;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command `./rehearse`.
public final class Rehearse {
    static final int WENT_WELL = 0;
    static final int WENT_WRONG = 1;
    static final int NOT_UNDERSTOOD = 2;

    private static final String USAGE =
            """
            usage: ./rehearse [STORY | --message FILE [--story STORY] | --list] [--json]
                   ./rehearse --dry-run STORY
                   ./rehearse --fault FAULT... | --seed N [--json]
                   ./rehearse --faults | --seeds A..B

              (nothing)        plays the default story: the disk alarm, from end to end
              STORY            plays another one; --list names them
              --dry-run STORY  prints the plan alone, as an operator would get it in that situation
              --message FILE   begins with a notification or message from a file, long before the
                               disk is full, or in the scene of STORY
              --fault FAULT... upsets the default story, as redshift.DescribeClusters#3:THROTTLED does
              --seed N         plays one random story
              --faults         plays every fault alone, and every pair of a fault and an abort
              --seeds A..B     plays many random stories
              --json           prints one event a line: time, kind, name, detail

            Exit status: 0 if the story ended as told and every invariant held, 1 if not, 2 if the
            command was not understood.
            """;

    private final PrintStream out;
    private final PrintStream err;

    Rehearse(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Rehearse(out, err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        List<String> words = new ArrayList<>(arguments);
        boolean json = words.remove("--json");
        if (words.contains("--help") || words.contains("-h")) {
            out.print(USAGE);
            return WENT_WELL;
        }
        if (words.equals(List.of("--list"))) {
            Stories.all().forEach(each -> out.println(each.name() + "\n    " + each.told()));
            return WENT_WELL;
        }
        if (words.size() == 2 && words.getFirst().equals("--dry-run")) {
            return named(words.getLast()).map(this::dryRun).orElse(NOT_UNDERSTOOD);
        }
        Optional<Integer> trials = new TrialCommand(out, err).run(words, json);
        if (trials.isPresent()) {
            return trials.get();
        }
        return story(words).map(each -> play(each, json, out)).orElse(NOT_UNDERSTOOD);
    }

    private Optional<Story> story(List<String> words) {
        if (words.isEmpty()) {
            return Optional.of(Stories.all().getFirst());
        }
        if (words.size() == 2 && words.getFirst().equals("--message")) {
            return message(Path.of(words.getLast())).map(Stories::ofMessage);
        }
        if (words.size() == 4
                && words.getFirst().equals("--message")
                && words.get(2).equals("--story")) {
            return named(words.getLast())
                    .flatMap(each -> message(Path.of(words.get(1))).map(each::begunBy));
        }
        if (words.size() > 1 || words.getFirst().startsWith("-")) {
            err.println("Not understood: " + String.join(" ", words) + "\n");
            err.print(USAGE);
            return Optional.empty();
        }
        return named(words.getFirst());
    }

    private Optional<Story> named(String name) {
        Optional<Story> found =
                Stories.all().stream().filter(each -> each.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            err.println("There is no story named " + name + ". There are:");
            Stories.all().forEach(each -> err.println("  " + each.name()));
        }
        return found;
    }

    private Optional<String> message(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException missing) {
            err.println("There is no file " + file.toAbsolutePath() + ".");
        } catch (IOException unreadable) {
            err.println("The file " + file + " cannot be read as UTF-8 text: " + unreadable);
        }
        return Optional.empty();
    }

    static int play(Story story, boolean json, PrintStream out) {
        Performance performance =
                json
                        ? new Performance(story).play(entry -> out.println(line(entry)))
                        : Performance.tell(story, out::println);
        return performance.wentWell() ? WENT_WELL : WENT_WRONG;
    }

    private int dryRun(Story story) {
        Performance performance = new Performance(story.asDryRun()).play(_ -> {});
        Optional<Entry> report = performance.stage().journal().entries(Kind.REPORT).findFirst();
        report.ifPresent(each -> out.println(each.name() + "\n\n" + each.detail().strip()));
        if (report.isEmpty()) {
            err.println("No report came. Play the story to see why: ./rehearse " + story.name());
        }
        return report.isPresent() ? WENT_WELL : WENT_WRONG;
    }

    private static String line(Entry entry) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("time", entry.at().toString());
        fields.put("kind", entry.kind().label());
        fields.put("name", entry.name());
        fields.put("detail", entry.detail());
        return Json.write(fields);
    }
}
