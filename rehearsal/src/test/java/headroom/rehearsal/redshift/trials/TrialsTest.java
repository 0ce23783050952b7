package headroom.rehearsal.redshift.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.rehearsal.redshift.scenarios.Scenarios;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.trials.EveryFault;
import headroom.rehearsal.trials.Trial;
import headroom.rehearsal.trials.Trials;
import headroom.simulated.redshift.RedshiftFaults;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A share of what `./rehearse --faults` and `./rehearse --seeds` play in full.
final class TrialsTest {
    /// Prime, so that the share takes something of every place, kind and call.
    private static final int SHARE = 29;

    private static final int SEEDS = 300;

    private static final EveryFault EVERY =
            new EveryFault("./rehearse", RedshiftFaults.KINDS, Scenarios::upset);

    @Test
    void aShareOfTheFaultsAloneViolatesNothing() {
        assertNothingIsViolated(share(EVERY.alone()));
    }

    @Test
    void aShareOfThePairsWithAnAbortViolatesNothing() {
        assertNothingIsViolated(share(EVERY.withAborts()));
    }

    @Test
    void theFirstSeedsViolateNothing() {
        RandomTrial random = new RandomTrial();
        assertNothingIsViolated(LongStream.rangeClosed(1, SEEDS).mapToObj(random::of).toList());
    }

    @Test
    void noFaultAloneIsPlayedTwiceAndThereAreMoreThanAThousand() {
        List<String> commands = EVERY.alone().stream().map(Trial::command).toList();
        assertTrue(commands.size() > 1_000, () -> commands.size() + " faults alone");
        assertEquals(commands.size(), new HashSet<>(commands).size());
    }

    @Test
    void theSameSeedIsTheSameScenarioToTheByte() {
        for (long seed = 1; seed <= 10; seed++) {
            assertEquals(told(new RandomTrial().of(seed)), told(new RandomTrial().of(seed)));
        }
    }

    @Test
    void theSummaryIsTheSameWhenPlayedAgain() {
        List<Trial> trials = share(EVERY.alone()).subList(0, 20);
        assertEquals(Trials.play(trials).lines(), Trials.play(trials).lines());
    }

    private static List<Trial> share(List<Trial> all) {
        return IntStream.iterate(0, each -> each < all.size(), each -> each + SHARE)
                .mapToObj(all::get)
                .toList();
    }

    private static void assertNothingIsViolated(List<Trial> trials) {
        assertEquals(Map.of(), Trials.play(trials).violations());
    }

    private static List<String> told(Trial trial) {
        List<String> lines = new ArrayList<>();
        ScenarioRun.tell(trial.scenario(), lines::add);
        return lines;
    }
}
