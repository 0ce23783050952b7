package headroom.redshift.plan;

import headroom.redshift.cluster.ResizeMethod;
import headroom.step.Json;
import headroom.text.Moment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a drill has measured on a restored copy of the cluster.
///
/// @param at when the copy was resized
/// @param from the number of nodes before it
/// @param to the number of nodes after it
/// @param megabytes that were on the cluster's disks, if that was known
/// @param unavailableMinutes for how long the copy answered no queries
/// @param writableMinutes from the request until the copy took writes with its new size
/// @param minutes until nothing of the resize was under way any more
public record Drilled(
        Instant at,
        String nodeType,
        int from,
        int to,
        ResizeMethod method,
        Optional<Double> megabytes,
        int unavailableMinutes,
        int writableMinutes,
        int minutes) {
    /// Where the measures stand on the cluster's lease.
    public static final String ATTRIBUTE = "measures";

    /// Data, load and Redshift itself change within a season.
    static final Duration STALE = Duration.ofDays(92);

    /// A measure tells of clusters that are up to so many times as large, or as small, and hold up
    /// to so many times as much. What is farther away is another cluster.
    private static final double FAR = 2;

    /// A copy has no load, and two resizes of the same cluster differ.
    private static final double MARGIN = 1.5;

    private record Kept(List<Drilled> measures) {}

    /// What is kept beside the lease. What is not understood, is as if it were not there: no plan
    /// depends on it.
    public static List<Drilled> read(String text) {
        String kept = "{\"measures\":" + text + "}";
        try {
            return Json.read(kept.getBytes(StandardCharsets.UTF_8), Kept.class).measures();
        } catch (RuntimeException notUnderstood) {
            return List.of();
        }
    }

    /// The newest that tells of such a resize.
    ///
    /// @param from the cluster's number of nodes
    /// @param megabytes on its disks, if that is known
    public static Optional<Drilled> newest(
            List<Drilled> all,
            String nodeType,
            int from,
            ResizeMethod method,
            Optional<Double> megabytes,
            Instant now) {
        return all.stream()
                .filter(each -> each.nodeType.equals(nodeType) && each.method == method)
                .filter(each -> now.isBefore(each.at.plus(STALE)))
                .filter(each -> isNear((double) from / each.from))
                .filter(each -> isNear(each.growth(megabytes)))
                .max((one, other) -> one.at.compareTo(other.at));
    }

    private static boolean isNear(double times) {
        return times <= FAR && times >= 1 / FAR;
    }

    /// What was on the disks then is unknown: as much as now.
    private double growth(Optional<Double> now) {
        return megabytes
                .filter(each -> each > 0)
                .flatMap(then -> now.map(each -> each / then))
                .orElse(1.0);
    }

    /// How long until writes are possible, of a cluster of so many nodes that holds so much: more
    /// data takes longer, and more nodes move it faster. Never less than was measured, and a margin
    /// on top.
    public Duration expected(int nodes, Optional<Double> now) {
        double times = Math.max(1, growth(now) * from / nodes);
        return Duration.ofMinutes((long) Math.ceil(Math.max(1, writableMinutes) * times * MARGIN));
    }

    /// For people.
    public String sentence() {
        return "a drill of %s resized a copy from %d to %d x %s in %d min until writes were possible"
                .formatted(Moment.of(at), from, to, nodeType, writableMinutes);
    }
}
