package headroom.text;

import java.util.List;

/// Puts what there may be hundreds of into a sentence. Step Functions cuts the cause of an error
/// off after 32,768 characters.
public final class Listing {
    /// What somebody reads.
    public static final int MOST = 20;

    private Listing() {}

    /// The first ones, and how many more there are.
    public static String of(List<String> items) {
        return items.size() <= MOST
                ? String.join(", ", items)
                : String.join(", ", items.subList(0, MOST)) + more(items);
    }

    private static String more(List<String> items) {
        return " and %d more".formatted(items.size() - MOST);
    }

    /// A text that is as long as permitted, or cut.
    public static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 3) + "...";
    }
}
