package headroom.configuration;

import headroom.settings.Setting;

import java.util.List;
import java.util.stream.Collectors;

/// The settings cannot be used. The message holds everything that is wrong with them.
public final class WrongSettings extends RuntimeException {
    private final String what;
    private final List<String> mistakes;

    private WrongSettings(String what, List<String> mistakes) {
        super("Nothing is synthesised, because " + what);
        this.what = what;
        this.mistakes = List.copyOf(mistakes);
    }

    /// What is wrong, for whoever only asks about it.
    public String what() {
        return what;
    }

    /// A sentence for each thing that is wrong, for whoever does not synthesise.
    public List<String> mistakes() {
        return mistakes;
    }

    static WrongSettings because(List<String> mistakes) {
        return new WrongSettings(
                mistakes.stream()
                        .collect(Collectors.joining("\n  ", "the settings are wrong:\n  ", "")),
                mistakes);
    }

    /// Nothing is configured at all.
    static WrongSettings noCluster(Schema schema) {
        String message =
                """
                no cluster is configured. Give one with -c:
                  %s
                or any number of them as "clusters" in the context of cdk.json:
                  %s
                All settings:
                %s\
                """
                        .formatted(
                                schema.required().stream()
                                        .map(Setting::inCommand)
                                        .collect(Collectors.joining(" ")),
                                schema.exampleOfList(),
                                schema.settings().stream()
                                        .map(each -> "  " + each.key() + ": " + each.expected())
                                        .collect(Collectors.joining("\n")));
        return new WrongSettings(
                message,
                List.of(
                        "There is no cluster; expected the settings of one. Example: "
                                + schema.exampleOfEntry()));
    }
}
