package headroom.stress.scenes;

import headroom.stress.elasticache.Interruption;

import java.util.ArrayList;
import java.util.List;

/// What happens to a resharding: the one that moves slots dies between two slots, then inside one,
/// then the primary that takes slots in breaks down. Each happens once.
final class Incidents implements Interruption {
    static final int ALL = 3;

    /// So many slots before the next one.
    private static final int BETWEEN = 300;

    private final Runnable breakdown;
    private final List<String> happened = new ArrayList<>();
    private int slots;

    /// @param breakdown of the importing primary
    Incidents(Runnable breakdown) {
        this.breakdown = breakdown;
    }

    @Override
    public void at(Moment moment, int moved) {
        switch (moment) {
            case AFTER -> {
                slots++;
                if (happened.isEmpty() && slots >= BETWEEN) {
                    happen("the one that moves slots died between two of them");
                    throw new Died("between two slots");
                }
            }
            case INSIDE -> {
                if (happened.size() == 1 && slots >= 2 * BETWEEN) {
                    happen("it died inside a slot");
                    throw new Died("inside a slot");
                }
                if (happened.size() == 2 && slots >= 3 * BETWEEN) {
                    happen("the importing primary broke down");
                    breakdown.run();
                }
            }
        }
    }

    private synchronized void happen(String what) {
        happened.add(what);
    }

    synchronized List<String> happened() {
        return List.copyOf(happened);
    }
}
