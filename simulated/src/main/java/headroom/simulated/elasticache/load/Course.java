package headroom.simulated.elasticache.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How traffic goes on from the beginning.
///
/// @param growth of the traffic in an hour, as a part of what it was at the beginning
/// @param grows for how long, from the beginning
public record Course(double growth, Duration grows, List<Spike> spikes) {
    public static final Course STEADY = growing(0);

    private static final double SECONDS_OF_HOUR = 3_600;

    /// For a while it is so many times as much.
    ///
    /// @param from since the beginning
    public record Spike(Duration from, Duration lasts, double times) {
        boolean isOn(Duration since) {
            return since.compareTo(from) >= 0 && since.compareTo(from.plus(lasts)) < 0;
        }
    }

    public Course {
        spikes = List.copyOf(spikes);
    }

    public static Course growing(double anHour) {
        return new Course(anHour, Duration.ofDays(365), List.of());
    }

    /// It stays as it is by then.
    public Course until(Duration sinceBegin) {
        return new Course(growth, sinceBegin, spikes);
    }

    public Course with(Spike spike) {
        List<Spike> more = new ArrayList<>(spikes);
        more.add(spike);
        return new Course(growth, grows, more);
    }

    /// How many times what it was.
    double times(Duration since) {
        Duration growing = since.compareTo(grows) < 0 ? since : grows;
        double grown = Math.max(0, 1 + growth * hours(growing));
        return spikes.stream()
                .filter(each -> each.isOn(since))
                .mapToDouble(Spike::times)
                .reduce(grown, (one, other) -> one * other);
    }

    static double hours(Duration since) {
        return since.toSeconds() / SECONDS_OF_HOUR;
    }
}
