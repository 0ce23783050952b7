package headroom.rehearsal.trials;

import headroom.rehearsal.faults.Fault;
import headroom.rehearsal.faults.Kinds;
import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.story.Stories;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Draws stories: a scene, and up to six faults anywhere and at any time.
public final class RandomTrial {
    private static final int MOST_FAULTS = 6;
    private static final int MINUTES = 90;

    /// What the watch needs: without it for good, nobody recovers anything, which the alarms on the
    /// watch itself are for.
    private static final List<String> OF_THE_WATCH =
            List.of("event.Watch", "delivery.Watch", "dynamodb.", "sfn.", "cloudwatch.", "sns.");

    private final Census census = Census.take();
    private final List<String> places = new ArrayList<>(census.places());

    /// The same seed draws the same story.
    public Trial of(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        RandomScene scenes = new RandomScene(random);
        Scene scene = scenes.draw();
        int count = random.nextInt(MOST_FAULTS + 1);
        List<Fault> faults = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            faults.add(random.nextInt(4) == 0 ? moment(random) : call(random));
        }
        Scene upset = scenes.perhapsWithHundredsOfTasks(scene.with(faults));
        return new Trial("./rehearse --seed " + seed, Stories.upset(upset));
    }

    private static Fault moment(RandomGenerator random) {
        return Fault.once(
                Kinds.MINUTE, random.nextInt(1, MINUTES + 1), one(Kinds.at(Kinds.MINUTE), random));
    }

    /// Faults may strike later than the ordinary story would come, since a story that is upset goes
    /// on for longer.
    private Fault call(RandomGenerator random) {
        String place = one(places, random);
        int nth = random.nextInt(1, 2 * census.calls().getOrDefault(place, 1) + 2);
        String what = one(Kinds.at(place), random);
        boolean once = place.startsWith(Kinds.STATE) || Kinds.denies(what);
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
