package headroom.simulated.elasticache.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// What is kept, without copies on replicas.
///
/// @param bytes at the beginning, spread evenly over all slots
/// @param bytesAnHour by how much it grows
/// @param itemBytes how large a key with its value is
/// @param huge single keys beside it, in bytes, by their slots
public record Data(double bytes, double bytesAnHour, double itemBytes, Map<Integer, Double> huge) {
    /// A slot with a larger item is not moved.
    private static final double LARGEST_MOVED = 256.0 * 1024 * 1024;

    private static final double ITEM = 600;

    public Data {
        huge = Map.copyOf(new TreeMap<>(huge));
    }

    public static Data of(double bytes) {
        return new Data(bytes, 0, ITEM, Map.of());
    }

    public Data growing(double anHour) {
        return new Data(bytes, anHour, itemBytes, huge);
    }

    public Data withHuge(int slot, double size) {
        Map<Integer, Double> more = new TreeMap<>(huge);
        more.put(slot, size);
        return new Data(bytes, bytesAnHour, itemBytes, more);
    }

    /// Whether a resharding can move the slot.
    public boolean moves(int slot) {
        return huge.getOrDefault(slot, 0.0) <= LARGEST_MOVED;
    }

    double in(SlotSet slots, Duration since) {
        double even = bytes + bytesAnHour * Course.hours(since);
        double large =
                huge.entrySet().stream()
                        .filter(each -> slots.has(each.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum();
        return Math.max(0, even) * part(slots) + large;
    }

    /// How many new keys come in a minute.
    double newKeysAMinute(SlotSet slots) {
        double minutes = 60;
        return Math.max(0, bytesAnHour) * part(slots) / minutes / itemBytes;
    }

    private static double part(SlotSet slots) {
        return (double) slots.count() / SlotSet.ALL_SLOTS;
    }
}
