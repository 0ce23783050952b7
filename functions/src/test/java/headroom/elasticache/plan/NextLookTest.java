package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.diagnosis.Finding;
import headroom.run.Cause;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When Headroom looks again after it has told of something.
final class NextLookTest {
    @ParameterizedTest
    @CsvSource({
        "SPIKE,            nothing,          15",
        "SPIKE,            unknown,          15",
        // A load that comes for the second time today, and stays, does not wait for an hour.
        "SPIKE,            spike,            15",
        "BUSY_NODE,        busy node,        15",
        "UNKNOWN,          nothing,          15",
        "UNKNOWN,          unknown,          60",
        "CONNECTION_CHURN, nothing,          60",
        "CONNECTION_CHURN, connection churn, 60"
    })
    void isSoonWhereWhatIsSeenMayPass(Finding.Kind kind, String told, int minutes) {
        Situation ordinary = new Situation();
        var finding = new Finding(kind, List.of("0001"), "It is so.", "Mend it.");
        var diagnosis =
                new Diagnosis(List.of(finding), false, ordinary.diagnosis().traffic(), List.of());

        Plan plan =
                new Decision(
                                ordinary.facts(),
                                diagnosis,
                                List.of(),
                                ordinary.policy(),
                                Cause.ALARM,
                                told,
                                Duration.ZERO,
                                Optional.empty(),
                                Optional.empty(),
                                false)
                        .plan();

        assertEquals(
                Optional.of(Situation.NOW.plus(Duration.ofMinutes(minutes))), plan.quietUntil());
    }
}
