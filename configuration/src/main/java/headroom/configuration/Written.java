package headroom.configuration;

import java.util.List;
import java.util.Map;

/// The settings of one resource as a program wrote them.
///
/// @param place of the program's object, for people
/// @param settings by their keys, each as JSON would have it
/// @param mistakes what is wrong already; takes what else is
public record Written(String place, Map<String, Object> settings, List<String> mistakes) {
    Entry entry(Schema schema) {
        return new Entry(
                schema.ofProgram(),
                new Place.Program(place),
                settings,
                Defaults.NONE,
                Notation.CONTEXT,
                mistakes);
    }

    void refuseMistakes() {
        if (!mistakes.isEmpty()) {
            throw WrongSettings.because(mistakes);
        }
    }
}
