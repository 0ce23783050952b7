package headroom.rehearsal.story;

import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.stage.Stage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// @param name snake_case; the transcript's file name and what a user types
/// @param told one sentence
/// @param plot what happens from outside
/// @param least for how long it is played, even if all has come to rest before
/// @param curtain when it falls at the latest: a trouble that stays lets the watch try for ever
/// @param ending how it has to end; empty if nobody can know
public record Story(
        String name,
        String told,
        Scene scene,
        Consumer<Stage> plot,
        Duration least,
        Duration curtain,
        Optional<Ending> ending) {
    /// An execution may take three weeks by its definition; a story that takes longer hangs.
    private static final Duration LONGEST = Duration.ofDays(40);

    /// Before the alarm of an ordinary scene, which looks at a quarter of an hour.
    private static final Duration ASKED_AFTER = Duration.ofMinutes(2);

    /// For a run of hours, and for what the watch makes of it.
    private static final Duration A_DAY = Duration.ofDays(1);

    /// A story that ends when all has come to rest.
    static Story of(String name, String told, Scene scene, Consumer<Stage> plot, Ending ending) {
        return new Story(name, told, scene, plot, Duration.ZERO, LONGEST, Optional.of(ending));
    }

    /// A story of which nobody knows the ending.
    static Story open(
            String name, String told, Scene scene, Consumer<Stage> plot, Duration curtain) {
        return new Story(name, told, scene, plot, Duration.ZERO, curtain, Optional.empty());
    }

    /// The same story, ended after a while even if more would follow.
    Story endedAfter(Duration time) {
        return new Story(name, told, scene, plot, least, time, ending);
    }

    /// The same story, played for so long, even if nothing more seems to follow.
    Story lasting(Duration time) {
        return new Story(name, told, scene, plot, time, time, ending);
    }

    /// The same scene, where somebody asks for the plan alone, once CloudWatch knows how full the
    /// disk is.
    public Story asDryRun() {
        return open(
                name,
                told,
                scene.with(List.of()),
                asked("{\"dryRun\": true}"),
                ASKED_AFTER.plusMinutes(1));
    }

    /// The same scene with its troubles, where a person publishes a message of his own.
    public Story begunBy(String message) {
        return open(
                "your_message",
                "A message from a file is published, in the scene of %s.".formatted(name),
                scene,
                asked(message),
                A_DAY);
    }

    /// Where somebody publishes a message, once CloudWatch knows how full the disk is.
    static Consumer<Stage> asked(String message) {
        return stage -> stage.agenda().after(ASKED_AFTER, () -> stage.publish(message));
    }
}
