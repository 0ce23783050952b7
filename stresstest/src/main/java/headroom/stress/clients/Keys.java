package headroom.stress.clients;

import io.lettuce.core.cluster.SlotHash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The keys of one thread, each written once.
final class Keys {
    private final String thread;
    private final int hotSlots;
    private final List<String> all = new ArrayList<>();
    private final List<String> hot = new ArrayList<>();

    /// @param hotSlots how many of the first slots hold keys that are asked for more than others
    Keys(String thread, int hotSlots) {
        this.thread = thread;
        this.hotSlots = hotSlots;
    }

    String next(int number) {
        return "key-%s-%d".formatted(thread, number);
    }

    void written(String key) {
        all.add(key);
        if (SlotHash.getSlot(key) < hotSlots) {
            hot.add(key);
        }
    }

    /// One that was written; empty while there is none.
    Optional<String> any(boolean ofHot, Random random) {
        List<String> some = ofHot && !hot.isEmpty() ? hot : all;
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(some.get(random.nextInt(some.size())));
    }

    /// Told from the key, so that it is known when it is read back.
    static String value(String key, int length) {
        return (key + "=").repeat(length / (key.length() + 1) + 1).substring(0, length);
    }
}
