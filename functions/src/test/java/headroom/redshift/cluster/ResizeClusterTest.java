package headroom.redshift.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.redshift.Policy;
import headroom.redshift.RedshiftSettings;
import headroom.redshift.Settings;
import headroom.redshift.replication.PauseBudget;
import headroom.redshift.replication.PauseBudgetSpent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.redshift.model.DependentServiceUnavailableException;
import software.amazon.awssdk.services.redshift.model.InsufficientClusterCapacityException;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.InvalidReservedNodeStateException;
import software.amazon.awssdk.services.redshift.model.LimitExceededException;
import software.amazon.awssdk.services.redshift.model.NumberOfNodesPerClusterLimitExceededException;
import software.amazon.awssdk.services.redshift.model.NumberOfNodesQuotaExceededException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;
import software.amazon.awssdk.services.redshift.model.ReservedNodeNotFoundException;
import software.amazon.awssdk.services.redshift.model.ResizeClusterRequest;
import software.amazon.awssdk.services.redshift.model.UnauthorizedOperationException;
import software.amazon.awssdk.services.redshift.model.UnsupportedOptionException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class ResizeClusterTest {
    private Optional<Instant> busySince = Optional.empty();
    private static final Attempt UNDER_WAY =
            Attempt.begun(Given.NOW, "The resize to 8 nodes is already under way.");

    private static final String RESERVED =
            "Look at the reserved nodes of this account in the Redshift console; Headroom buys and"
                    + " exchanges none.";

    private final GivenAws aws = new GivenAws();
    private Settings settings = Given.SETTINGS;
    private PauseBudget budget = Given.BUDGET;
    private ResizeMethod method = ResizeMethod.ELASTIC;

    @Test
    void asksForAnElasticResizeToThePlannedNodes() {
        assertEquals(
                Attempt.begun(Given.NOW, "Redshift accepted the elastic resize to 8 nodes."),
                resize());
        assertEquals(
                List.of(
                        ResizeClusterRequest.builder()
                                .clusterIdentifier("sales")
                                .numberOfNodes(8)
                                .classic(false)
                                .build()),
                aws.redshiftActs());
    }

    @Test
    void waitsForASnapshotInFlight() {
        aws.snapshot(it -> it.snapshotIdentifier("rs:sales-1").status("creating"));

        assertEquals(
                new Attempt(
                        false,
                        Given.NOW,
                        75,
                        Optional.of(new SnapshotAdvance("rs:sales-1", Optional.empty(), Given.NOW)),
                        Optional.empty(),
                        "A resize that begins beside a snapshot may fail; being taken:"
                                + " rs:sales-1."),
                resize());
        assertEquals(List.of(), aws.redshiftActs());
    }

    @Test
    void doesNotMindSnapshotsThatHaveEnded() {
        aws.snapshot(it -> it.snapshotIdentifier("rs:sales-1").status("available"));

        assertEquals("Redshift accepted the elastic resize to 8 nodes.", resize().sentence());
    }

    @Test
    void resizesAgainAfterAnOldResizeToTheSameNodes() {
        aws.lastResize("SUCCEEDED", 8);

        assertEquals("Redshift accepted the elastic resize to 8 nodes.", resize().sentence());
        assertEquals(1, aws.redshiftActs().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"available", "available, prep-for-resize", "resizing"})
    void findsItsResizeInProgressTheSecondTime(String status) {
        aws.clusterIs(status, 4).lastResize("IN_PROGRESS", 8);

        assertEquals(UNDER_WAY, resize());
        assertEquals(List.of(), aws.redshiftActs());
    }

    @Test
    void findsItsResizeDoneTheSecondTime() {
        aws.clusterIs("available", 8).lastResize("SUCCEEDED", 8);

        assertEquals(UNDER_WAY, resize());
        assertEquals(List.of(), aws.redshiftActs());
    }

    @Test
    void neverMakesTheClusterSmaller() {
        aws.clusterIs("available", 16).lastResize("SUCCEEDED", 16);

        var problem = assertThrows(ResizeRefused.class, this::resize);

        assertEquals(
                "The plan was made for 4 x ra3.4xlarge, and now sales is available (Available) with"
                        + " 16 x ra3.4xlarge: somebody resized it meanwhile. See whether that is"
                        + " enough room.",
                problem.getMessage());
        assertEquals(List.of(), aws.redshiftActs());
    }

    @Test
    void isTriedAgainWhileAnotherResizeIsInProgress() {
        aws.clusterIs("resizing", 4).lastResize("IN_PROGRESS", 6);

        assertEquals(
                busy(
                        "sales is resizing (Available) with 4 x ra3.4xlarge; its last resize (to 6"
                                + " nodes) is IN_PROGRESS."),
                resize());
        assertEquals(List.of(), aws.redshiftActs());
    }

    @Test
    void isTriedAgainWhileAnAcceptedChangeDoesNotShowYet() {
        aws.cluster(it -> it.pendingModifiedValues(pending -> pending.numberOfNodes(8)))
                .lastResize("SUCCEEDED", 4);

        assertFalse(resize().begun());
        assertEquals(List.of(), aws.redshiftActs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"modifying", "rebooting", "brand-new"})
    void isTriedAgainInAnyOtherStatus(String status) {
        aws.clusterIs(status, 4);

        assertFalse(resize().begun());
        assertEquals(List.of(), aws.redshiftActs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"paused", "storage-full", "hardware-failure"})
    void isGivenUpAtOnceWhereItNeedsAPerson(String status) {
        aws.clusterIs(status, 4);

        assertThrows(ClusterUnusable.class, this::resize);
        assertEquals(List.of(), aws.redshiftActs());
    }

    @Test
    void isTriedAgainWhereTheClusterBecameBusyMeanwhile() {
        aws.refuses(
                InvalidClusterStateException.builder().statusCode(400).message("Busy.").build());

        assertEquals(busy("Redshift does not resize now: Busy."), resize());
    }

    @Test
    void givesUpOnAClusterThatIsBusyForTooLong() {
        aws.clusterIs("modifying", 4);

        busySince = Optional.of(Given.ago(26, 0));
        assertEquals(busySince, resize().busySince());
        busySince = Optional.of(Given.ago(26, 1));
        assertEquals(
                "sales is modifying (Available) with 4 x ra3.4xlarge; it has never been resized.",
                assertThrows(ClusterBusy.class, this::resize).getMessage());
    }

    private static Attempt busy(String sentence) {
        return new Attempt(
                false, Given.NOW, 25, Optional.empty(), Optional.of(Given.NOW), sentence);
    }

    @Test
    void isNotTriedAgainWhereRedshiftRefuses() {
        aws.refuses(
                NumberOfNodesQuotaExceededException.builder()
                        .statusCode(400)
                        .message("Quota of 200 nodes.")
                        .build());

        var problem = assertThrows(ResizeRefused.class, this::resize);

        assertEquals(
                "Redshift refuses to resize sales to 8 nodes: Quota of 200 nodes. Have the quota of"
                        + " nodes in this region raised, in Service Quotas.",
                problem.getMessage());
    }

    @Test
    void leavesAPassingProblemToBeRepeated() {
        var passing =
                DependentServiceUnavailableException.builder()
                        .statusCode(400)
                        .awsErrorDetails(
                                AwsErrorDetails.builder()
                                        .errorCode("DependentServiceUnavailableFault")
                                        .errorMessage("Try again.")
                                        .build())
                        .build();
        aws.refuses(passing);

        assertSame(passing, assertThrows(DependentServiceUnavailableException.class, this::resize));
    }

    @Test
    void doesNotGoOnWithAPlanForAnotherNodeType() {
        aws.cluster(it -> it.nodeType("ra3.16xlarge"));

        assertEquals(
                "The plan was made for 4 x ra3.4xlarge, and now sales is available (Available) with"
                        + " 4 x ra3.16xlarge: somebody resized it meanwhile. See whether that is"
                        + " enough room.",
                assertThrows(ResizeRefused.class, this::resize).getMessage());
    }

    @Test
    void beginsUpToTheEndOfTheBudgetAndNotThen() {
        budget = new PauseBudget(Given.ago(720, 0), Given.NOW);
        assertEquals(
                "Given up after 12 h of pause: the resize had to begin within 12 h, so that the"
                    + " source's log outlasts it. Last seen: sales is available (Available) with 4"
                    + " x ra3.4xlarge; no snapshot is being taken.",
                assertThrows(PauseBudgetSpent.class, this::resize).getMessage());
        assertEquals(List.of(), aws.redshiftActs());

        budget = new PauseBudget(Given.ago(720, 0), Given.NOW.plusMillis(1));
        resize();
        assertEquals(1, aws.redshiftActs().size());
    }

    @Test
    void asksForAClassicResizeFromOneNodeToMany() {
        method = ResizeMethod.CLASSIC;

        assertEquals(
                Attempt.begun(Given.NOW, "Redshift accepted the classic resize to 8 nodes."),
                resize());
        assertEquals(
                List.of(
                        ResizeClusterRequest.builder()
                                .clusterIdentifier("sales")
                                .numberOfNodes(8)
                                .classic(true)
                                .clusterType("multi-node")
                                .nodeType("ra3.4xlarge")
                                .build()),
                aws.redshiftActs());
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatARefusalMeans(RedshiftException refusal, String wayOut) {
        aws.refuses(refusal);

        assertEquals(
                "Redshift refuses to resize sales to 8 nodes: No. " + wayOut,
                assertThrows(ResizeRefused.class, this::resize).getMessage());
    }

    static Stream<Arguments> saysWhatARefusalMeans() {
        return Stream.of(
                refusal(
                        InsufficientClusterCapacityException.builder(),
                        "AWS lacks nodes of this type here just now. It is tried again later."),
                refusal(
                        NumberOfNodesPerClusterLimitExceededException.builder(),
                        "Have the quota of nodes per cluster raised, in Service Quotas, or lower"
                                + " maxNodes."),
                refusal(
                        LimitExceededException.builder(),
                        "This is the limit of grants on the cluster's KMS key: retire grants that"
                                + " are no longer used, or have the limit raised."),
                refusal(ReservedNodeNotFoundException.builder(), RESERVED),
                refusal(InvalidReservedNodeStateException.builder(), RESERVED),
                refusal(
                        UnauthorizedOperationException.builder(),
                        "Look for a permissions boundary or an organisation's policy."),
                refusal(
                        UnsupportedOptionException.builder(),
                        "Redshift offered this size before. Try it in the Redshift console."),
                refusal(RedshiftException.builder(), "Try it in the Redshift console."));
    }

    /// It takes nodes of the same quota, and addresses of the same subnets.
    @ParameterizedTest
    @MethodSource
    void namesTheCopyOfADrillWhereRoomIsLacking(RedshiftException refusal, boolean lacksRoom) {
        aws.refuses(refusal);
        settings =
                new Settings(
                        "sales",
                        List.of(Given.TARGET),
                        Policy.upTo(16).with(RedshiftSettings.DRILL_MAX_NODE_HOURS, 24),
                        7,
                        24);

        String copy =
                " The copy of a drill takes nodes and addresses too: if headroom-drill-sales is"
                        + " there, docs/drill.md says how to delete it.";
        assertEquals(lacksRoom, refused().endsWith(copy));
        settings = Given.SETTINGS;
        assertFalse(refused().contains("The copy of a drill"));
    }

    static Stream<Arguments> namesTheCopyOfADrillWhereRoomIsLacking() {
        return Stream.of(
                Arguments.of(
                        NumberOfNodesQuotaExceededException.builder().statusCode(400).build(),
                        true),
                Arguments.of(
                        InsufficientClusterCapacityException.builder().statusCode(400).build(),
                        true),
                Arguments.of(
                        RedshiftException.builder()
                                .statusCode(400)
                                .message("Subnet subnet-1 has no free addresses.")
                                .build(),
                        true),
                Arguments.of(
                        UnauthorizedOperationException.builder().statusCode(400).build(), false));
    }

    private String refused() {
        return String.valueOf(assertThrows(ResizeRefused.class, this::resize).getMessage());
    }

    private static Arguments refusal(RedshiftException.Builder refusal, String wayOut) {
        return Arguments.of(refusal.statusCode(400).message("No.").build(), wayOut);
    }

    private Attempt resize() {
        return new ResizeCluster(aws.redshift, settings, Given.CLOCK)
                .run(
                        new ResizeCluster.Input(
                                4, 8, "ra3.4xlarge", method, budget, Optional.empty(), busySince));
    }
}
