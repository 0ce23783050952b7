package headroom.configuration;

import headroom.redshift.RedshiftSettings;
import headroom.settings.Setting;
import headroom.settings.Type.Text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that can be written in an entry of one kind.
///
/// @param list the key of the entries in `cdk.json`
/// @param settings in the order in which they are explained
record Schema(String list, List<Setting<?>> settings) {
    static final Setting<String> OPERATORS_EMAIL =
            Setting.optional(
                    "operatorsEmail",
                    new Text("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
                    "the e-mail address that reports are sent to",
                    "operators@example.com");

    static final Schema CLUSTERS = ofStack("clusters", RedshiftSettings.ALL);

    /// @param told what the stack's functions are told
    private static Schema ofStack(String list, List<Setting<?>> told) {
        List<Setting<?>> ofEveryStack = List.of(Hosting.ARCHITECTURE, OPERATORS_EMAIL);
        return new Schema(list, Stream.concat(told.stream(), ofEveryStack.stream()).toList());
    }

    List<String> keys() {
        return settings.stream().map(Setting::key).toList();
    }

    List<Setting<?>> required() {
        return settings.stream().filter(Setting::isRequired).toList();
    }

    /// An example for `cdk.json` with as little as one can write.
    String exampleOfList() {
        return "\"%s\": [%s]".formatted(list, exampleOfEntry());
    }

    String exampleOfEntry() {
        return required().stream().map(Setting::inFile).collect(Collectors.joining(", ", "{", "}"));
    }
}
