package headroom.redshift.replication;

import headroom.text.Listing;

import org.jspecify.annotations.Nullable;

/// Tasks in sentences. An account may have 600 of them.
public final class TaskWords {
    /// The longest identifier of a task in what people read, in characters. DMS permits 255, and
    /// 600 tasks of such names would not go through Step Functions, whose payloads end at 256 KiB.
    private static final int LONGEST_NAME = 64;

    /// The same for what DMS says of a task, which is not bounded at all.
    private static final int LONGEST_REMARK = 200;

    private TaskWords() {}

    /// So many tasks, in words that agree.
    public static String tasks(int count) {
        return count == 1 ? "1 task" : count + " tasks";
    }

    /// All of so many tasks, as the subject of what they are.
    static String allTasks(int count) {
        return switch (count) {
            case 0 -> "No task has to be";
            case 1 -> "The task is";
            default -> "All " + count + " tasks are";
        };
    }

    static String cutName(String name) {
        return Listing.cut(name, LONGEST_NAME);
    }

    static @Nullable String cutRemark(@Nullable String remark) {
        return remark == null ? null : Listing.cut(remark, LONGEST_REMARK);
    }
}
