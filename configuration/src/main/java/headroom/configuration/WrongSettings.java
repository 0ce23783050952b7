package headroom.configuration;

import headroom.settings.Setting;

import java.util.List;
import java.util.function.Function;
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
    static WrongSettings nothing(List<Schema> schemas) {
        String message =
                """
                nothing is configured. Give one %s with -c:
                %s
                or any number of them in headroom.json, or in the context of cdk.json:
                %s
                %s\
                """
                        .formatted(
                                joined(schemas, " or ", Schema::entry),
                                joined(schemas, "\n", each -> "  " + inCommand(each)),
                                joined(schemas, "\n", each -> "  " + each.exampleOfList()),
                                joined(schemas, "\n", WrongSettings::explained));
        return new WrongSettings(
                message,
                List.of(
                        "There is %s; expected the settings of one. Example: %s"
                                .formatted(
                                        joined(schemas, " and ", each -> "no " + each.entry()),
                                        joined(schemas, ", or ", Schema::exampleOfEntry))));
    }

    private static String inCommand(Schema schema) {
        return schema.required().stream().map(Setting::inCommand).collect(Collectors.joining(" "));
    }

    private static String explained(Schema schema) {
        return schema.settings().stream()
                .map(each -> "  " + each.key() + ": " + each.expected())
                .collect(
                        Collectors.joining(
                                "\n", "All settings of a " + schema.entry() + ":\n", ""));
    }

    private static String joined(
            List<Schema> schemas, String between, Function<Schema, String> each) {
        return schemas.stream().map(each).collect(Collectors.joining(between));
    }
}
