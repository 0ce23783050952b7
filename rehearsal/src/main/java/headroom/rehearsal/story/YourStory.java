package headroom.rehearsal.story;

import headroom.rehearsal.stage.Scene;

import java.time.Duration;
import java.util.Optional;

/// A story in a scene of the reader's own. Nobody knows how it ends, but that it comes to rest.
public final class YourStory {
    private static final Duration LONGEST = Duration.ofDays(12);

    /// After the alarm, for the answer to it.
    private static final Duration AFTER_ALARM = Duration.ofMinutes(20);

    private YourStory() {}

    /// @param message that a person publishes soon; without one the alarm has the first word
    public static Story in(Scene scene, String told, Optional<String> message) {
        String published = message.isEmpty() ? "" : " A message is published after two minutes.";
        String upset = scene.faults().isEmpty() ? "" : " Upset by: " + scene.faults();
        return new Story(
                "your_cluster",
                told + published + upset,
                scene,
                message.map(Story::asked).orElse(_ -> {}),
                Duration.ofMinutes(scene.policy().alarmMinutes()).plus(AFTER_ALARM),
                LONGEST,
                Optional.empty());
    }
}
