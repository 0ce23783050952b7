package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.CloudWatchStub;
import headroom.elasticache.Outcome;
import headroom.elasticache.Policy;
import headroom.elasticache.Settings;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.GroupGone;
import headroom.report.Told;
import headroom.run.Cause;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

final class PlanScalingTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:30:00Z");

    private final CloudWatchStub cloudWatch = new CloudWatchStub().answer(PlanScalingTest::figure);
    private final AroundStub around = new AroundStub();
    private Optional<Wish> wish = Optional.empty();
    private boolean counted;

    /// Calm traffic, all of it to the primaries.
    private static @Nullable Double figure(String node, String metric) {
        boolean isPrimary = node.endsWith("-001");
        return switch (metric) {
            case "IsMaster" -> isPrimary ? 1.0 : 0.0;
            case "EngineCPUUtilization", "CPUUtilization" -> 5.0;
            case "DatabaseMemoryUsageCountedForEvictPercentage" -> 25.0;
            case "ProcessedCommands" -> 6_000.0;
            case "GetTypeCmds" -> isPrimary ? 5_000.0 : 0.0;
            case "SetTypeCmds" -> 1_000.0;
            case "CurrConnections" -> 6.0;
            case "NewConnections", "Evictions" -> 0.0;
            case "ReplicationLag" -> isPrimary ? null : Double.valueOf(0.1);
            default -> null;
        };
    }

    @Test
    void findsNothingToDoForACalmGroup() {
        PlanScaling.Answer answer = plan();

        assertInstanceOf(Plan.NotNeeded.class, answer.plan());
        assertEquals(Outcome.UNNEEDED, answer.outcome());
        assertEquals(answer.plan().sentence(), answer.sentence());
        assertEquals(4, answer.plan().basis().orElseThrow().readings().size());
    }

    @Test
    void plansTheStepThatAPersonAskedForOnceAddressesAreCounted() {
        wish = Optional.of(new Wish.Replicas("0002", 2));
        assertEquals(
                List.of("subnet-1", "subnet-2"),
                assertInstanceOf(Plan.CountAddresses.class, plan().plan()).subnets());

        counted = true;
        assertEquals(
                new Change.AddReplicas("0002", 1, 2),
                assertInstanceOf(Plan.Scale.class, plan().plan()).change());
    }

    @Test
    void tellsWhatItCouldNotSeeAndPlansAllTheSame() {
        wish = Optional.of(new Wish.Replicas("0002", 2));
        around.deny();

        assertEquals(
                List.of(
                        "How many addresses are free in its subnets could not be seen.",
                        "How many nodes a group may have in this account could not be seen.",
                        "The node types that the group may grow to could not be seen: No."
                                + " (AccessDenied).",
                        "Service updates under way could not be seen: No. (AccessDenied).",
                        "Whether Application Auto Scaling scales the group could not be seen: No."
                                + " (AccessDenied)."),
                assertInstanceOf(Plan.Scale.class, plan().plan()).remarks());
    }

    @Test
    void knowsTheQuotaOfNodes() {
        wish = Optional.of(new Wish.Replicas("0002", 2));
        counted = true;
        around.quota = 4;
        assertTrue(refusal().contains("the group would have 5 nodes, and may have 4"));

        around.quotaIsDefault = true;
        assertTrue(refusal().contains("the group would have 5 nodes, and may have 4"));
    }

    @Test
    void leavesAGroupAloneThatApplicationAutoScalingScales() {
        around.scaled(false);
        assertTrue(
                refusal()
                        .contains(
                                "Application Auto Scaling"
                                    + " (elasticache:replication-group:NodeGroups, from 2 to 10)"));

        around.scaled(true);
        assertInstanceOf(Plan.NotNeeded.class, plan().plan());
    }

    @Test
    void waitsForServiceUpdatesAndBackups() {
        around.update = "in-progress";
        assertInstanceOf(Plan.NotYet.class, plan().plan());

        around.update = "scheduled";
        assertInstanceOf(Plan.NotNeeded.class, plan().plan());

        around.snapshot(it -> it.snapshotName("automatic").snapshotStatus("creating"));
        assertTrue(plan().sentence().contains("automatic"));
    }

    @Test
    void knowsNoGroupThatIsGone() {
        around.gone();

        assertThrows(GroupGone.class, this::plan);
    }

    private String refusal() {
        return assertInstanceOf(Plan.Refused.class, plan().plan()).sentence();
    }

    private PlanScaling.Answer plan() {
        return new PlanScaling(
                        around,
                        cloudWatch,
                        around.autoScaling(),
                        around.quotas(),
                        new Settings("sessions", Policy.upTo(6, 3), 3),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .run(
                        new PlanScaling.Input(
                                Cause.MANUAL,
                                NOW,
                                false,
                                Told.first(Told.NOTHING, NOW),
                                wish,
                                counted ? Optional.of(100) : Optional.empty(),
                                counted,
                                Optional.empty(),
                                false));
    }
}
