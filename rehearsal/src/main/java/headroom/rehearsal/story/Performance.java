package headroom.rehearsal.story;

import headroom.rehearsal.invariants.Invariants;
import headroom.rehearsal.invariants.Violation;
import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.stage.Stage;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// One performance of a story, from the first event until everything has come to rest.
public final class Performance {
    private final Story story;
    private final Stage stage;
    private final Invariants invariants;
    private final Ending before;
    private final double diskBefore;

    public Performance(Story story) {
        this.story = story;
        stage = new Stage(story.scene());
        invariants = new Invariants(stage);
        before = Ending.of(stage);
        diskBefore = stage.redshift().diskPercent();
    }

    /// Plays a story and writes it down for people: what is told of it, what happens, what came of
    /// it.
    public static Performance tell(Story story, Consumer<String> line) {
        line.accept(story.name());
        Columns.lines("", 0, story.told()).forEach(line);
        line.accept("");
        Transcript transcript = new Transcript(line);
        Performance performance = new Performance(story).play(transcript);
        transcript.end();
        line.accept("");
        performance.summary().lines().forEach(line);
        return performance;
    }

    /// Plays the story and tells the listener of each entry as it is written.
    public Performance play(Consumer<? super Entry> listener) {
        stage.journal().tell(listener);
        story.plot().accept(stage);
        Instant begin = stage.agenda().now();
        Instant least = begin.plus(story.least());
        Instant curtain = begin.plus(story.curtain());
        Rest rest = new Rest(stage);
        while (stage.agenda().now().isBefore(curtain)
                && (stage.agenda().now().isBefore(least) || !rest.isReached())) {
            stage.agenda().runNext();
        }
        invariants.atRest();
        return this;
    }

    /// In how far it did not end as told; empty if it did.
    public List<String> differences() {
        return story.ending().map(told -> told.differencesTo(Ending.of(stage))).orElse(List.of());
    }

    public List<Violation> violations() {
        return invariants.violations();
    }

    public boolean wentWell() {
        return differences().isEmpty() && invariants.violations().isEmpty();
    }

    private Summary summary() {
        return new Summary(story, stage, before, diskBefore, invariants, differences());
    }

    public Stage stage() {
        return stage;
    }
}
