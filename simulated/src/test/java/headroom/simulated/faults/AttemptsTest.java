package headroom.simulated.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.journal.Journal;
import headroom.simulated.time.Scheduler;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class AttemptsTest {
    private final Scheduler scheduler = new Scheduler(Instant.parse("2026-11-22T04:00:00Z"));
    private final Journal journal = new Journal(scheduler);
    private final InvocationTimer timer =
            new InvocationTimer(scheduler, journal, new Faults(List.of(), journal));
    private int made;

    @Test
    void areAsManyAsTheSdkMakesByDefault() {
        assertEquals(RetryMode.LEGACY, RetryMode.defaultRetryMode());
        assertEquals(4, Attempts.MOST);
    }

    /// The SDK draws each delay anew, so a hundred of them show its bounds.
    @Test
    void waitAsLongAsTheSdkDoesInTheMean() {
        BackoffStrategy sdk =
                BackoffStrategy.exponentialDelayHalfJitter(
                        Duration.ofMillis(500), Duration.ofSeconds(20));
        for (int throttled = 1; throttled < Attempts.MOST; throttled++) {
            long ours = Attempts.delayAfter(throttled).toMillis();
            for (int draw = 0; draw < 100; draw++) {
                long theirs = sdk.computeDelay(throttled + 1).toMillis();
                assertTrue(theirs >= ours * 2 / 3 && theirs <= ours * 4 / 3, theirs + ", " + ours);
            }
        }
    }

    @Test
    void areRepeatedWhileTheyAreThrottled() {
        try (InvocationTimer.Invocation invocation = timer.begin()) {
            assertEquals("answer", Attempts.make(() -> answerAfter(2), timer));

            assertEquals(3, made);
            assertEquals(Duration.ofMillis(3 * 20 + 375 + 750), invocation.used());
        }
    }

    @Test
    void endWithTheErrorWhenThereWereEnough() {
        var last =
                assertThrows(
                        AwsServiceException.class,
                        () -> Attempts.make(() -> answerAfter(4), timer));

        assertTrue(last.isThrottlingException());
        assertEquals(4, made);
    }

    @Test
    void areNotRepeatedAfterAnotherError() {
        var refusal = (DatabaseMigrationException) DatabaseMigrationException.builder().build();

        assertThrows(
                DatabaseMigrationException.class,
                () ->
                        Attempts.make(
                                () -> {
                                    made++;
                                    throw refusal;
                                },
                                timer));

        assertEquals(1, made);
    }

    private String answerAfter(int throttled) {
        if (++made > throttled) {
            return "answer";
        }
        throw DatabaseMigrationException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
                .statusCode(400)
                .build();
    }
}
