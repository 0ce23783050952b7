package headroom.elasticache.watch;

import headroom.elasticache.CloudWatchStub;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/// What the nodes measure, in words: `cpu 80` of all of them, `0001-002 memory ?` of one, joined by
/// semicolons; a question mark stands for no figure. Where nothing is said, they are well.
final class NodeWords implements CloudWatchStub.Figure {
    private static final Map<String, String> METRICS =
            Map.of(
                    "EngineCPUUtilization", "cpu",
                    "CPUUtilization", "allCpu",
                    "SaveInProgress", "saving",
                    "DatabaseMemoryUsageCountedForEvictPercentage", "memory");

    private static final Map<String, String> WELL =
            Map.of("cpu", "20", "allCpu", "10", "saving", "0", "memory", "40");

    private final Map<String, String> words = new TreeMap<>(WELL);

    private NodeWords() {}

    static NodeWords of(String text) {
        var nodes = new NodeWords();
        for (String each : text.isEmpty() ? new String[0] : text.split("; ", -1)) {
            int figure = each.lastIndexOf(' ');
            String metric = each.substring(each.lastIndexOf(' ', figure - 1) + 1, figure);
            if (!WELL.containsKey(metric)) {
                throw new IllegalArgumentException("Not understood: " + each);
            }
            nodes.words.put(each.substring(0, figure), each.substring(figure + 1));
        }
        return nodes;
    }

    @Override
    public @Nullable Double of(String node, String metric) {
        String word = METRICS.getOrDefault(metric, "none");
        String own = node.replace("sessions-", "") + " " + word;
        String figure = words.getOrDefault(own, words.getOrDefault(word, "?"));
        return figure.equals("?") ? null : Double.valueOf(figure);
    }
}
