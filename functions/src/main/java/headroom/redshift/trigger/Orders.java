package headroom.redshift.trigger;

import headroom.trigger.Excerpt;
import headroom.trigger.Notification;
import headroom.trigger.Order;

import java.util.List;
import java.util.regex.Pattern;

/// The fields that a person may write. What is not understood, to the last field, plans only.
final class Orders {
    private static final String DRY_RUN = "dryRun";
    private static final String RESIZE = "resize";
    private static final String NODES = "nodes";
    private static final String FORGET = "forget";

    private static final String KNOWN =
            "Known are {\"resize\": true}, {\"dryRun\": true}, {\"nodes\": 6} and {\"forget\":"
                    + " [\"TASK\"]}, and plain text.";

    /// `nodes: 12`, `"resize": false}`, `"forget": ["a"]}`, `message={"nodes": 6}`.
    static final Notification.Vocabulary VOCABULARY =
            new Notification.Vocabulary(
                    Pattern.compile(
                            "\\W*(?:message\\W+)?(?:(?:(?:resize|nodes)\\W+(?:true|false|yes|no|\\d+)\\W*)+|forget\\W*[:=].*)",
                            Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
                    KNOWN);

    private Orders() {}

    static Wish read(Notification.Fields message) {
        var order = new Order(message.json(), List.of(DRY_RUN, RESIZE, NODES, FORGET));
        boolean dryRun = order.flag(DRY_RUN, false);
        boolean resize = order.flag(RESIZE, true);
        Integer nodes = order.wholeNumber(NODES, 1, "6");
        List<String> forget = forget(order);
        String notUnderstood = order.notUnderstood(KNOWN);
        if (notUnderstood != null) {
            return new Wish.Resize(true, nodes, notUnderstood);
        }
        if (!forget.isEmpty()) {
            return new Wish.Forget(forget);
        }
        return resize || dryRun
                ? new Wish.Resize(dryRun, nodes, null)
                : new Wish.Nothing(Excerpt.of(message.text()));
    }

    /// The tasks to be forgotten, one or several. Such a message asks for nothing else.
    private static List<String> forget(Order order) {
        List<String> tasks = order.texts(FORGET, "a list of names or ARNs such as [\"orders\"]");
        if (order.fields().contains(FORGET) && order.fields().size() > 1) {
            order.complain("the field \"forget\" stands beside others; expected is it alone.");
        }
        return tasks;
    }
}
