package headroom.stress.scenes;

import headroom.simulated.journal.Entry;
import headroom.stress.servers.Binary;

import java.util.function.Consumer;

/// What a scene is played with.
///
/// @param binary that servers run
/// @param listener is told of what happens, as it happens
public record Means(Binary binary, Consumer<? super Entry> listener) {}
