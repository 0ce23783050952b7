package headroom.infra.redshift;

import headroom.infra.RecordedCalls;
import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;

import java.util.Set;

/// Promises: what is called in any of the rehearsal's scenarios is allowed, and nothing else is.
final class CallsTest {
    private static final RecordedCalls CALLS =
            new RecordedCalls(
                    "calls.txt", Synthesised.SALES, Set.of("ForgetTasks", "ComposeDrillReport"));

    @Test
    void whatIsCalledIsAllowedAndNothingElse() {
        CALLS.assertAllowedAndNothingElse();
    }

    @Test
    void everyFunctionButThoseWithoutRightsIsAmongTheCallers() {
        CALLS.assertEveryFunctionCalls();
    }
}
