package headroom.simulated.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.aws.CallQuota;
import headroom.simulated.aws.TokenBucket;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Journal;
import headroom.simulated.time.Scheduler;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class TokenBucketTest {
    private final Scheduler scheduler = new Scheduler(Instant.parse("2026-11-22T04:00:00Z"));

    @Test
    void takesABurstAndThenWhatFlowsIn() {
        TokenBucket bucket = new TokenBucket(SimulatedDms.QUOTA, scheduler);

        assertEquals(200, taken(bucket));
        scheduler.pass(Duration.ofMillis(124));
        assertEquals(0, taken(bucket));
        scheduler.pass(Duration.ofMillis(1));
        assertEquals(1, taken(bucket));
        scheduler.pass(Duration.ofSeconds(10));
        assertEquals(80, taken(bucket));
        scheduler.pass(Duration.ofHours(1));
        assertEquals(200, taken(bucket));
        assertEquals(5, bucket.refused());
    }

    @Test
    void isEmptyWhileItIsDrained() {
        TokenBucket bucket = new TokenBucket(SimulatedDms.QUOTA, scheduler);
        bucket.drain(Duration.ofMinutes(10));

        assertEquals(0, taken(bucket));
        scheduler.pass(Duration.ofMinutes(10));
        assertEquals(0, taken(bucket));
        scheduler.pass(Duration.ofSeconds(2));
        assertEquals(16, taken(bucket));
    }

    @Test
    void holdsLessWhereOthersUseSome() {
        assertEquals(new CallQuota(100, 4), SimulatedDms.QUOTA.without(0.5));
        assertEquals(100, taken(new TokenBucket(SimulatedDms.QUOTA.without(0.5), scheduler)));
    }

    @Test
    void holdsForAllOperationsOfDmsTogether() {
        Journal journal = new Journal(scheduler);
        SimulatedDms dms =
                new SimulatedDms(
                        List.of(
                                new ProvisionedTask(
                                        "orders",
                                        SimulatedEndpoint.REDSHIFT,
                                        "running",
                                        Duration.ZERO,
                                        Duration.ZERO)),
                        new CallQuota(1, 0),
                        Duration.ofHours(24),
                        new Disk(scheduler, 0, 0),
                        new Faults(List.of(), journal),
                        scheduler,
                        journal);
        String arn = dms.tasks().getFirst().arn();

        dms.stopReplicationTask(it -> it.replicationTaskArn(arn));

        var refusal =
                assertThrows(
                        DatabaseMigrationException.class,
                        () -> dms.describeReplicationTasks(it -> it.withoutSettings(true)));
        assertTrue(refusal.isThrottlingException());
        assertThrows(DatabaseMigrationException.class, () -> dms.describeEndpoints());
        assertEquals(2, dms.throttled());
    }

    private static int taken(TokenBucket bucket) {
        int taken = 0;
        while (bucket.take()) {
            taken++;
        }
        return taken;
    }
}
