package headroom.rehearsal.simulation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a picture shows of a resource and of what works with it, at one moment.
///
/// @param resource how it is, by what of it: such as its nodes
/// @param figures by what they are of, with their unit
/// @param users the status of each that works with it, by name
/// @param stretch what is under way and should not take long
public record Glance(
        Map<String, String> resource,
        Map<String, Double> figures,
        Map<String, Status> users,
        Optional<Stretch> stretch) {
    /// Where nothing is drawn.
    public static final Glance NOTHING = new Glance(Map.of(), Map.of(), Map.of(), Optional.empty());

    public Glance {
        resource = inOrder(resource);
        figures = inOrder(figures);
        users = inOrder(users);
    }

    /// @param word as AWS has it, or a sentence
    public record Status(String word, Mood mood) {}

    /// What a status means to people.
    public enum Mood {
        WELL,
        BUSY,
        STILL,
        ILL,
        PLAIN
    }

    /// @param what it is called
    /// @param until when its budget is spent; empty if it has none
    public record Stretch(String what, Instant since, Optional<Instant> until) {}

    private static <V> Map<String, V> inOrder(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
