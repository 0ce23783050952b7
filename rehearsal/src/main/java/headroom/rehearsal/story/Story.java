package headroom.rehearsal.story;

import java.util.Optional;
import java.util.function.Consumer;

/// @param name snake_case; the transcript's file name and what a user types
/// @param told one sentence
/// @param plot what happens from outside
/// @param ending how it has to end; empty if nobody can know
public record Story(
        String name, String told, Scene scene, Consumer<Stage> plot, Optional<Ending> ending) {}
