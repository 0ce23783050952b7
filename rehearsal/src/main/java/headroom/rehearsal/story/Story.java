package headroom.rehearsal.story;

import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.stage.Stage;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// @param name snake_case; the transcript's file name and what a user types
/// @param told one sentence
/// @param plot what happens from outside
/// @param curtain when it falls at the latest: a trouble that stays lets the watch try for ever
/// @param ending how it has to end; empty if nobody can know
public record Story(
        String name,
        String told,
        Scene scene,
        Consumer<Stage> plot,
        Duration curtain,
        Optional<Ending> ending) {
    /// An execution may take three weeks by its definition; a story that takes longer hangs.
    static final Duration LONGEST = Duration.ofDays(40);

    /// The same story, ended after a while even if more would follow.
    Story endedAfter(Duration time) {
        return new Story(name, told, scene, plot, time, ending);
    }
}
