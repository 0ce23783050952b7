package headroom.elasticache.trigger;

import headroom.elasticache.plan.Wish;
import headroom.trigger.Excerpt;
import headroom.trigger.Notification;
import headroom.trigger.Order;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The fields that a person may write. What is not understood, to the last field, plans only.
final class Orders {
    private static final String DRY_RUN = "dryRun";
    private static final String SCALE = "scale";
    private static final String REPLICAS = "replicas";
    private static final String SHARDS = "shards";
    private static final String REBALANCE = "rebalance";
    private static final String NODE_TYPE = "nodeType";
    private static final String MIGRATE = "migrate";

    /// Of which a message names one, as a run takes one step.
    private static final List<String> STEPS =
            List.of(REPLICAS, SHARDS, REBALANCE, NODE_TYPE, MIGRATE);

    private static final String KNOWN =
            "Known are {\"scale\": true}, {\"dryRun\": true}, {\"replicas\": {\"0002\": 2}},"
                    + " {\"shards\": 6}, {\"rebalance\": true}, {\"nodeType\":"
                    + " \"cache.r7g.xlarge\"} and {\"migrate\": \"start\"}, and plain text.";

    /// `shards: 6`, `"rebalance": true}`, `replicas: {"0002": 2}`, `message={"shards": 6}`.
    static final Notification.Vocabulary VOCABULARY =
            new Notification.Vocabulary(
                    Pattern.compile(
                            "\\W*(?:message\\W+)?(?:(?:(?:scale|shards|rebalance)\\W+(?:true|false|yes|no|\\d+)\\W*)+|(?:replicas|node\\W?type|migrate)\\W*[:=].*)",
                            Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
                    KNOWN);

    private Orders() {}

    static Asked read(Notification.Fields message) {
        var order =
                new Order(
                        message.json(),
                        List.of(DRY_RUN, SCALE, REPLICAS, SHARDS, REBALANCE, NODE_TYPE, MIGRATE));
        boolean dryRun = order.flag(DRY_RUN, false);
        boolean scale = order.flag(SCALE, true);
        // Asked for once, as what is no answer is complained of each time.
        boolean rebalance = order.flag(REBALANCE, true);
        Wish wish = wish(order, rebalance);
        String notUnderstood = order.notUnderstood(KNOWN);
        if (notUnderstood != null) {
            return new Asked.Step(true, wish, notUnderstood);
        }
        return (scale && rebalance) || dryRun
                ? new Asked.Step(dryRun, wish, null)
                : new Asked.Nothing(Excerpt.of(message.text()));
    }

    private static @Nullable Wish wish(Order order, boolean rebalance) {
        List<String> named = STEPS.stream().filter(order.fields()::contains).toList();
        if (named.size() > 1) {
            order.complain(
                    "the fields \"%s\" stand beside each other; expected is one of them, as a run takes one step."
                            .formatted(String.join("\" and \"", named)));
        }
        return replicas(order)
                .or(() -> shards(order))
                .or(() -> nodeType(order))
                .or(() -> migrate(order))
                .or(
                        () ->
                                Optional.of(REBALANCE)
                                        .filter(order.fields()::contains)
                                        .filter(_ -> rebalance)
                                        .map(_ -> new Wish.Rebalance()))
                .orElse(null);
    }

    private static Optional<Wish> replicas(Order order) {
        return order.numbered(REPLICAS, 0, "one shard and its replicas, such as {\"0002\": 2}")
                .map(each -> new Wish.Replicas(each.getKey(), each.getValue()));
    }

    private static Optional<Wish> shards(Order order) {
        return Optional.ofNullable(order.wholeNumber(SHARDS, 1, "6")).map(Wish.Shards::new);
    }

    private static Optional<Wish> nodeType(Order order) {
        return Optional.ofNullable(order.text(NODE_TYPE, "a text such as \"cache.r7g.xlarge\""))
                .map(Wish.NodeType::new);
    }

    private static Optional<Wish> migrate(Order order) {
        String stage = order.text(MIGRATE, "\"start\", \"finish\" or \"back\"");
        if (stage == null) {
            return Optional.empty();
        }
        Optional<Wish> wish =
                Stream.of(Wish.Stage.values())
                        .filter(each -> each.name().equalsIgnoreCase(stage.strip()))
                        .findFirst()
                        .map(Wish.Migrate::new);
        if (wish.isEmpty()) {
            order.complain(
                    "the field \"migrate\" is \"%s\"; expected is \"start\", \"finish\" or \"back\"."
                            .formatted(stage));
        }
        return wish;
    }
}
