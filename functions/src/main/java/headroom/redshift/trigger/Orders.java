package headroom.redshift.trigger;

import headroom.trigger.Excerpt;
import headroom.trigger.Notification;
import headroom.trigger.Order;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The fields that a person may write. What is not understood, to the last field, plans only.
final class Orders {
    private static final String DRY_RUN = "dryRun";
    private static final String RESIZE = "resize";
    private static final String NODES = "nodes";
    private static final String FORGET = "forget";
    private static final String DRILL = "drill";

    private static final String KNOWN =
            "Known are {\"resize\": true}, {\"dryRun\": true}, {\"nodes\": 6}, {\"drill\": true}"
                    + " and {\"forget\": [\"TASK\"]}, and plain text.";

    /// A text that begins with `drill` asks for no resize; `nodes: 12`, `"resize": false}`,
    /// `"forget": ["a"]}`, `message={"nodes": 6}`.
    static final Notification.Vocabulary VOCABULARY =
            new Notification.Vocabulary(
                    Pattern.compile(
                            "\\W*(?:message\\W+)?(?:(?:(?:resize|nodes|drill)\\W+(?:true|false|yes|no|\\d+)\\W*)+|forget\\W*[:=].*|drill\\b.*)",
                            Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
                    KNOWN);

    private Orders() {}

    static Wish read(Notification.Fields message) {
        var order = new Order(message.json(), List.of(DRY_RUN, RESIZE, NODES, FORGET, DRILL));
        boolean dryRun = order.flag(DRY_RUN, false);
        boolean resize = order.flag(RESIZE, !order.fields().contains(DRILL));
        Integer nodes = order.wholeNumber(NODES, 1, "6");
        boolean drill = drill(order);
        List<String> forget = forget(order);
        String notUnderstood = order.notUnderstood(KNOWN);
        if (notUnderstood != null) {
            return new Wish.Resize(true, nodes, notUnderstood);
        }
        if (!forget.isEmpty()) {
            return new Wish.Forget(forget);
        }
        if (drill) {
            return new Wish.Drill(dryRun);
        }
        return resize || dryRun
                ? new Wish.Resize(dryRun, nodes, null)
                : new Wish.Nothing(Excerpt.of(message.text()));
    }

    /// Whether a drill is asked for. Such a message asks for nothing else but its plan.
    private static boolean drill(Order order) {
        boolean drill = order.flag(DRILL, false);
        if (order.fields().contains(DRILL) && !Set.of(DRILL, DRY_RUN).containsAll(order.fields())) {
            order.complain(
                    "the field \"drill\" stands beside others; expected is it alone, or with"
                            + " \"dryRun\".");
        }
        return drill;
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
