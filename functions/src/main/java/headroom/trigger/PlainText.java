package headroom.trigger;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a person wrote in plain words: a wish for a run, unless it says no or speaks of a plan.
final class PlainText {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// `don` is what is left of `don't` before its apostrophe.
    private static final Set<String> NO =
            Set.of(
                    "stop", "cancel", "abort", "no", "halt", "false", "not", "never", "don", "dont",
                    "wait");

    /// Say nothing by themselves, and stand before either.
    private static final Set<String> FILLERS = Set.of("please", "do");

    private PlainText() {}

    static Notification read(String text, Notification.Vocabulary vocabulary) {
        List<String> words = words(text);
        if (!words.isEmpty() && NO.contains(words.getFirst())) {
            return new Notification.SaysNo(Excerpt.of(text));
        }
        if (speaksOfPlan(words)) {
            return Notification.Asked.PLAN;
        }
        // What half a field asks for is not what a text starts.
        return vocabulary.halfWritten().matcher(text).matches()
                ? Notification.Asked.notUnderstood(
                        "it is a field of JSON without its braces. " + vocabulary.known())
                : Notification.Asked.ACT;
    }

    private static List<String> words(String text) {
        return Stream.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .filter(each -> !each.isEmpty() && !FILLERS.contains(each))
                .toList();
    }

    private static boolean speaksOfPlan(List<String> words) {
        return words.contains("plan")
                || words.contains("dryrun")
                || (" " + String.join(" ", words) + " ").contains(" dry run ");
    }
}
