package headroom.text;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Puts what there may be hundreds of into a sentence. An account may have 600 tasks, and Step
/// Functions cuts the cause of an error off after 32,768 characters.
public final class Listing {
    /// What somebody reads.
    public static final int MOST = 20;

    /// The longest identifier of a task in what people read, in characters. DMS permits 255, and
    /// 600 tasks of such names would not go through Step Functions, whose payloads end at 256 KiB.
    private static final int LONGEST_NAME = 64;

    /// The same for what DMS says of a task, which is not bounded at all.
    private static final int LONGEST_REMARK = 200;

    private Listing() {}

    /// The first ones, and how many more there are.
    public static String of(List<String> items) {
        return items.size() <= MOST
                ? String.join(", ", items)
                : String.join(", ", items.subList(0, MOST)) + more(items);
    }

    /// So many tasks, in words that agree.
    public static String tasks(int count) {
        return count == 1 ? "1 task" : count + " tasks";
    }

    /// All of so many tasks, as the subject of what they are.
    public static String allTasks(int count) {
        return switch (count) {
            case 0 -> "No task has to be";
            case 1 -> "The task is";
            default -> "All " + count + " tasks are";
        };
    }

    private static String more(List<String> items) {
        return " and %d more".formatted(items.size() - MOST);
    }

    public static String cutName(String name) {
        return cut(name, LONGEST_NAME);
    }

    public static @Nullable String cutRemark(@Nullable String remark) {
        return remark == null ? null : cut(remark, LONGEST_REMARK);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 3) + "...";
    }
}
