package headroom.rehearsal.trials;

import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.FaultKinds;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Draws up to six faults, anywhere and at any time.
public final class RandomFaults {
    private static final int MOST_FAULTS = 6;
    private static final int MINUTES = 90;

    /// What the watch needs: without it for good, nobody recovers anything, which the alarms on the
    /// watch itself are for.
    private static final List<String> OF_THE_WATCH =
            List.of("event.Watch", "delivery.Watch", "dynamodb.", "sfn.", "cloudwatch.", "sns.");

    private final FaultKinds kinds;
    private final CallCounts counts;
    private final List<String> places;

    /// @param ordinary the scenario that they upset
    public RandomFaults(FaultKinds kinds, Scenario<?> ordinary) {
        this.kinds = kinds;
        counts = CallCounts.of(ordinary);
        places = new ArrayList<>(counts.places());
    }

    public List<Fault> draw(RandomGenerator random) {
        int count = random.nextInt(MOST_FAULTS + 1);
        List<Fault> faults = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            faults.add(random.nextInt(4) == 0 ? moment(random) : call(random));
        }
        return faults;
    }

    private Fault moment(RandomGenerator random) {
        return Fault.once(
                FaultKinds.MINUTE,
                random.nextInt(1, MINUTES + 1),
                one(kinds.at(FaultKinds.MINUTE), random));
    }

    /// Faults may strike later than the ordinary scenario would come, since a scenario that is
    /// upset goes on for longer.
    private Fault call(RandomGenerator random) {
        String place = one(places, random);
        int nth = random.nextInt(1, 2 * counts.calls().getOrDefault(place, 1) + 2);
        String what = one(kinds.at(place), random);
        boolean once = place.startsWith(FaultKinds.STATE) || FaultKinds.denies(what);
        return new Fault(place, nth, once ? 1 : times(place, random), what);
    }

    private static int times(String place, RandomGenerator random) {
        boolean mayLast = OF_THE_WATCH.stream().noneMatch(place::startsWith);
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(2, 20);
            case 1 -> mayLast ? Fault.FOR_GOOD : random.nextInt(2, 20);
            default -> 1;
        };
    }

    private static String one(List<String> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
