package headroom.redshift.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.lease.Notes;
import headroom.redshift.Given;
import headroom.redshift.cluster.Cluster;
import headroom.redshift.watch.Sight.Consequence;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Whether the disk is seen, and what follows.
final class SightTest {
    private static final Cluster CLUSTER = cluster("available", List.of());
    private static final Sight BLIND = new Sight.Blind(CLUSTER);
    private static final Sight GONE = new Sight.Gone(" gone");

    @ParameterizedTest
    @ValueSource(strings = {"paused", "pausing", "resizing", "cancelling-resize"})
    void isExcusedWhileTheClusterIsPausedOrResized(String status) {
        Cluster seen = cluster(status, List.of());
        assertEquals(new Sight.Excused(seen), Sight.ofSilence(seen));
    }

    @Test
    void isExcusedOnceAResizeWasAccepted() {
        Cluster seen = cluster("available", List.of("NumberOfNodes"));
        assertEquals(new Sight.Excused(seen), Sight.ofSilence(seen));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "available",
                "rebooting",
                "resuming",
                "storage-full",
                "hardware-failure",
                "new one"
            })
    void isBlindInEachOtherStatus(String status) {
        Cluster seen = cluster(status, List.of());
        assertEquals(new Sight.Blind(seen), Sight.ofSilence(seen));
    }

    @Test
    void isNotedWhenItIsMissedForTheFirstTime() {
        assertEquals(new Consequence.Note(), BLIND.consequence(notes(null, null), Given.NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "15, , false",
        "59, , false",
        "60, , true",
        "9999, , true",
        "9999, 1439, false",
        "9999, 1440, true"
    })
    void isToldOfAfterAnHourAndOnceADay(
            int minutes, @Nullable Integer toldMinutesAgo, boolean told) {
        Instant last = toldMinutesAgo == null ? null : Given.ago(toldMinutesAgo, 0);
        assertEquals(
                told ? new Consequence.TellOfBlindness(CLUSTER) : new Consequence.Nothing(),
                BLIND.consequence(notes(Given.ago(minutes, 0), last), Given.NOW));
    }

    @Test
    void isToldOfAtOnceWhereThereIsNoCluster() {
        assertEquals(
                new Consequence.TellOfNoCluster(), GONE.consequence(notes(null, null), Given.NOW));
        assertEquals(
                new Consequence.Nothing(),
                GONE.consequence(notes(null, Given.ago(1439, 0)), Given.NOW));
        assertEquals(
                new Consequence.TellOfNoCluster(),
                GONE.consequence(notes(null, Given.ago(1440, 0)), Given.NOW));
    }

    @Test
    void isForgottenOnceTheDiskIsSeenOrSomethingExcusesIt() {
        Instant since = Given.ago(45, 0);
        Stream.of(new Sight.Clear(), new Sight.Untried(), new Sight.Excused(CLUSTER))
                .forEach(
                        each -> {
                            assertEquals(
                                    new Consequence.Forget(since),
                                    each.consequence(notes(since, null), Given.NOW));
                            assertEquals(
                                    new Consequence.Nothing(),
                                    each.consequence(notes(null, Given.NOW), Given.NOW));
                        });
    }

    private static Notes notes(@Nullable Instant blindSince, @Nullable Instant told) {
        return new Notes(blindSince, told, null, null, null);
    }

    private static Cluster cluster(String status, List<String> pending) {
        return new Cluster(
                "sales",
                status,
                "Available",
                "ra3.4xlarge",
                4,
                pending,
                "",
                null,
                null,
                true,
                null);
    }
}
