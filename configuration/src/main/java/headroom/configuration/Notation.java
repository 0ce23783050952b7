package headroom.configuration;

import headroom.settings.Setting;
import headroom.settings.Type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How settings are written down.
enum Notation {
    /// As the CDK hands them over: what `-c` says is text, and JavaScript has seen the rest. A
    /// `null` says nothing.
    CONTEXT {
        @Override
        boolean writes(Map<?, ?> written, Setting<?> setting) {
            return written.get(setting.key()) != null;
        }

        @Override
        boolean takesText(Type<?> type, String text) {
            return true;
        }
    },

    /// As JSON means them: a number is a number, a list a list, and `null` is a mistake, as it
    /// could be meant to take a default away.
    JSON {
        @Override
        boolean writes(Map<?, ?> written, Setting<?> setting) {
            return written.containsKey(setting.key());
        }

        @Override
        boolean takesText(Type<?> type, String text) {
            return switch (type) {
                case Type.WholeNumber _, Type.Decimal _, Type.Texts _ -> false;
                case Type.MonthDay _ -> text.equals(Type.MonthDay.OFF);
                case Type.Text _, Type.Choice<?> _, Type.Hours _ -> true;
            };
        }
    };

    abstract boolean writes(Map<?, ?> written, Setting<?> setting);

    abstract boolean takesText(Type<?> type, String text);

    /// As it would be written after `-c`; empty if no setting of the type is written so.
    Optional<String> text(Type<?> type, Object found) {
        return switch (found) {
            case String text when takesText(type, text) -> Optional.of(text);
            case Number number
                    when type instanceof Type.WholeNumber
                            || type instanceof Type.Decimal
                            || type instanceof Type.MonthDay ->
                    Optional.of(number.toString());
            case List<?> list
                    when type instanceof Type.Texts && list.stream().allMatch(Notation::isOne) ->
                    Optional.of(
                            list.stream().map(String::valueOf).collect(Collectors.joining(",")));
            default -> Optional.empty();
        };
    }

    /// A text that commas would not make several.
    private static boolean isOne(Object found) {
        return found instanceof String text && !text.matches(".*[,\\s].*");
    }
}
