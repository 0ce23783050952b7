package headroom.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The choices that a random case is made of, as numbers, so that the case can be made again, and
/// smaller. Nought chooses the simplest alternative.
public final class Choices {
    private final RandomGenerator further;
    private final List<Integer> given;
    private final List<Integer> made = new ArrayList<>();

    private Choices(List<Integer> given, RandomGenerator further) {
        this.given = given;
        this.further = further;
    }

    public static Choices random(long seed) {
        return new Choices(List.of(), RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }

    /// @param given the first choices; all that follow are the simplest
    public static Choices of(List<Integer> given) {
        return new Choices(given, () -> 0);
    }

    public int below(int bound) {
        int at = made.size();
        int choice =
                at < given.size() ? Math.min(given.get(at), bound - 1) : further.nextInt(bound);
        made.add(choice);
        return choice;
    }

    /// @param alternatives the simplest first
    @SafeVarargs
    public final <T> T one(T... alternatives) {
        return alternatives[below(alternatives.length)];
    }

    public boolean onceIn(int times) {
        return below(times) == times - 1;
    }

    /// Smaller choices that still show what these show. Each step makes one number smaller, so this
    /// ends.
    public Choices smallest(Predicate<Choices> shows) {
        List<Integer> smallest = new ArrayList<>(made);
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int i = 0; i < smallest.size(); i++) {
                smaller |= makeSmaller(smallest, i, shows);
            }
        }
        return of(smallest);
    }

    private static boolean makeSmaller(List<Integer> choices, int at, Predicate<Choices> shows) {
        int now = choices.get(at);
        for (int less : List.of(0, now / 2, now - 1)) {
            if (less >= 0 && less < now) {
                choices.set(at, less);
                if (shows.test(of(List.copyOf(choices)))) {
                    return true;
                }
            }
        }
        choices.set(at, now);
        return false;
    }
}
