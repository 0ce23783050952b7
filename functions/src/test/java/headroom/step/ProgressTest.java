package headroom.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class ProgressTest {
    @Test
    void namesThePhaseThatTookTooLongItsLimitAndWhatWasSeenLast() {
        assertEquals(
                "The snapshot took longer than its limit of 6 h. Last seen: creating",
                new PhaseTimedOut("The snapshot", Duration.ofHours(6), "creating").getMessage());
    }
}
