package headroom.rehearsal;

import headroom.rehearsal.faults.Fault;
import headroom.rehearsal.story.Story;
import headroom.rehearsal.trials.EveryFault;
import headroom.rehearsal.trials.RandomTrial;
import headroom.rehearsal.trials.Tally;
import headroom.rehearsal.trials.Trial;
import headroom.rehearsal.trials.Trials;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// The part of `./rehearse` that upsets stories: one to look at, or very many to count.
final class TrialCommand {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})\\.\\.(\\d{1,9})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final PrintStream out;
    private final PrintStream err;

    TrialCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /// @return the exit status; empty if the words are for somebody else
    Optional<Integer> run(List<String> words, boolean json) {
        String first = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (first) {
            case "--fault" -> Optional.of(fault(rest, json));
            case "--seed" -> Optional.of(seed(rest, json));
            case "--faults" -> rest.isEmpty() ? Optional.of(faults()) : Optional.empty();
            case "--seeds" -> Optional.of(seeds(rest));
            default -> Optional.empty();
        };
    }

    private int fault(List<String> texts, boolean json) {
        if (texts.isEmpty()) {
            return refuse("--fault wants faults, such as redshift.DescribeClusters#3:THROTTLED.");
        }
        try {
            List<Fault> faults = texts.stream().map(Fault::parse).toList();
            return play(Trial.of(faults).story(), json);
        } catch (IllegalArgumentException wrong) {
            return refuse(String.valueOf(wrong.getMessage()));
        }
    }

    private int seed(List<String> words, boolean json) {
        if (words.size() != 1 || !NUMBER.matcher(words.getFirst()).matches()) {
            return refuse("--seed wants one whole number of at most nine digits.");
        }
        return play(new RandomTrial().of(Long.parseLong(words.getFirst())).story(), json);
    }

    private int play(Story story, boolean json) {
        return Rehearse.play(story, json, out);
    }

    private int faults() {
        EveryFault every = new EveryFault();
        List<Trial> alone = every.alone();
        List<Trial> pairs = every.withAborts();
        out.printf("%,d faults alone, %,d with an abort%n", alone.size(), pairs.size());
        List<Trial> all = new ArrayList<>(alone);
        all.addAll(pairs);
        return tell(Trials.play(all));
    }

    private int seeds(List<String> words) {
        Matcher range = RANGE.matcher(words.size() == 1 ? words.getFirst() : "");
        if (!range.matches()) {
            return refuse("--seeds wants two whole numbers, as in 1..1000.");
        }
        RandomTrial random = new RandomTrial();
        long from = Long.parseLong(range.group(1));
        long to = Long.parseLong(range.group(2));
        return tell(Trials.play(LongStream.rangeClosed(from, to).mapToObj(random::of).toList()));
    }

    private int tell(Tally tally) {
        tally.lines().forEach(out::println);
        return tally.violations().isEmpty() ? Rehearse.WENT_WELL : Rehearse.WENT_WRONG;
    }

    private int refuse(String sentence) {
        err.println(sentence);
        return Rehearse.NOT_UNDERSTOOD;
    }
}
