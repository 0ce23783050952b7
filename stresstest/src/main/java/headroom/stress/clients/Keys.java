package headroom.stress.clients;

import io.lettuce.core.cluster.SlotHash;

import java.util.Random;

/// The keys of one thread, each written once.
///
/// @param hotShare of them that lie in the first slots
/// @param hotSlots how many slots those are
record Keys(String thread, double hotShare, int hotSlots, Random random) {
    String next(int number) {
        boolean hot = random.nextDouble() < hotShare;
        String name = "key-%s-%d-".formatted(thread, number);
        String key = name;
        for (int other = 0; hot && SlotHash.getSlot(key) >= hotSlots; other++) {
            key = name + other;
        }
        return key;
    }

    /// Told from the key, so that it is known when it is read back.
    static String value(String key, int length) {
        return (key + "=").repeat(length / (key.length() + 1) + 1).substring(0, length);
    }
}
