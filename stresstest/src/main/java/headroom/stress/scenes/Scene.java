package headroom.stress.scenes;

import java.io.IOException;
import java.util.Locale;

/// One of the things that are shown.
///
/// @param name that a person types
/// @param told what it shows, for people
/// @param course from its beginning to its end
public record Scene(String name, String told, Course course) {
    /// How it goes.
    public interface Course {
        /// @throws IOException if no server can be had
        Findings play(Means means) throws IOException;
    }

    /// What it shows, as a heading.
    public String title() {
        return told.substring(0, 1).toUpperCase(Locale.ROOT) + told.substring(1);
    }

    public Findings play(Means means) throws IOException {
        return course.play(means);
    }
}
