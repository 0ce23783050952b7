package headroom.redshift.plan;

import headroom.cases.Choices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Draws a situation. What is in the way is rare enough that many situations have a plan, and the
/// numbers cluster where the decision turns.
final class RandomSituation {
    /// With how many nodes a case has to do at most.
    private static final int NODES = 40;

    private final Choices choices;
    private final Situation situation = new Situation();

    private RandomSituation(Choices choices) {
        this.choices = choices;
    }

    static Situation from(Choices choices) {
        return new RandomSituation(choices).draw();
    }

    private Situation draw() {
        put("cause", choices.one("ALARM", "MANUAL", "WATCH", "RECOVER"));
        int nodes = 1 + (choices.onceIn(3) ? choices.below(NODES) : choices.below(8));
        put("cluster", cluster(nodes));
        put("disk", choices.onceIn(8) ? "unknown" : choices.one("84", "90", "79.99", percent()));
        rarely(8, "sustained", "84", "90", "unknown");
        put("permitted", permitted(nodes));
        put("tasks", tasks());
        policy(nodes);
        rarely(3, "waited", "PT4H", "PT3H59M59S", "PT9H");
        rarely(20, "told", "a full load", "the ceiling", "a snapshot in flight");
        rarely(12, "lastResize", "SUCCEEDED", "FAILED", "NONE", "IN_PROGRESS", "CANCELLING");
        rarely(
                20,
                "pending",
                "MasterUserPassword",
                "NumberOfNodes",
                "ClusterVersion",
                "recolour-nodes");
        rarely(25, "snapshot", "nightly");
        rarely(12, "strangers", "returns", "returns refunds");
        rarely(
                8,
                "maintenance",
                "2026-11-28T22:00:00Z",
                "2026-11-22T04:29:59Z",
                "2026-11-22T05:15:00Z",
                "2026-11-22T05:15:01Z",
                "2026-11-22T20:00:00Z");
        return situation;
    }

    private void put(String key, String value) {
        situation.but(key, value);
    }

    private void rarely(int times, String key, String... values) {
        if (choices.onceIn(times)) {
            put(key, choices.one(values));
        }
    }

    private String cluster(int nodes) {
        String type =
                choices.one("ra3.4xlarge", "ra3.xlplus", "dc2.large", "dc2.8xlarge", "rg.xlarge");
        return (choices.onceIn(8) ? status() + ": " : "") + nodes + " x " + type;
    }

    private String status() {
        return choices.one(
                "available",
                "available (Maintenance)",
                "available (Failed)",
                "available, resize-cleanup",
                "resizing",
                "rebooting",
                "storage-full",
                "paused",
                "hardware-failure",
                "recolouring");
    }

    private String percent() {
        return String.format(Locale.ROOT, "%.1f", choices.below(1000) / 10.0);
    }

    /// Each number of nodes once at most, in any order.
    private String permitted(int present) {
        List<Integer> sizes = new ArrayList<>();
        for (int left = choices.below(6); left > 0; left--) {
            int nodes =
                    choices.onceIn(2) ? 2 + choices.below(2 * present) : 2 + choices.below(NODES);
            if (!sizes.contains(nodes)) {
                sizes.add(nodes);
            }
        }
        return sizes.isEmpty()
                ? "none"
                : String.join(" ", sizes.stream().map(each -> each + "=" + estimate()).toList());
    }

    private String estimate() {
        return choices.onceIn(6) ? "?" : choices.one("56", "60", "60.01", percent());
    }

    private String tasks() {
        List<String> tasks = new ArrayList<>();
        for (int left = choices.onceIn(20) ? 0 : 1 + choices.below(3); left > 0; left--) {
            String status =
                    choices.onceIn(12)
                            ? choices.one("running/loading", "stopping", "resting")
                            : choices.one(
                                    "running",
                                    "stopped",
                                    "failed",
                                    "ready/loading",
                                    "running/serverless");
            tasks.add("task" + left + "=" + status);
        }
        return tasks.isEmpty() ? "none" : String.join(" ", tasks);
    }

    private void policy(int present) {
        put("maxNodes", Integer.toString(Math.max(1, present - 2 + choices.below(NODES))));
        put("growth", choices.one("double", "fit"));
        put("targetPercent", choices.one("60", "50", "75"));
        put("mode", choices.onceIn(4) ? "ask" : "auto");
        put("sourceLogRetentionHours", choices.one("24", "1", "14"));
        rarely(2, "classicHours", "12", "24");
        rarely(4, "criticalPercent", "95", "85");
        rarely(4, "otherEndpoints", "ignore");
        rarely(
                3,
                "window",
                "SUN 01:00-05:00 UTC",
                "SAT 01:00-05:00 UTC",
                "daily 22:00-04:30 UTC",
                "SAT 22:00-06:00 Europe/Berlin");
    }
}
