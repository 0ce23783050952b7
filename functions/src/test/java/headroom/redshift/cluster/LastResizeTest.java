package headroom.redshift.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.GivenAws;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

final class LastResizeTest {
    @Test
    void isEmptyForAClusterThatWasNeverResized() {
        Optional<LastResize> none = LastResize.describe(new GivenAws().redshift, "sales");

        assertEquals(Optional.empty(), none);
        assertEquals("it has never been resized", LastResize.sentence(none));
    }

    @Test
    void isWhatRedshiftShows() {
        var aws =
                new GivenAws()
                        .lastResize(
                                it ->
                                        it.status("IN_PROGRESS")
                                                .targetNumberOfNodes(8)
                                                .dataTransferProgressPercent(41.9)
                                                .estimatedTimeToCompletionInSeconds(1200L));

        Optional<LastResize> last = LastResize.describe(aws.redshift, "sales");

        assertEquals(Optional.of(new LastResize("IN_PROGRESS", 8, 41, 1200L)), last);
        assertEquals("its last resize (to 8 nodes) is IN_PROGRESS", LastResize.sentence(last));
    }

    @Test
    void mayLackEveryNumber() {
        var aws = new GivenAws().lastResize(it -> it.status("NONE"));

        Optional<LastResize> last = LastResize.describe(aws.redshift, "sales");

        assertEquals(Optional.of(new LastResize("NONE", null, null, null)), last);
        assertEquals(false, last.orElseThrow().targets(8));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,        false, false",
        "IN_PROGRESS, true,  false",
        "CANCELLING,  true,  false",
        "FAILED,      false, false",
        "SUCCEEDED,   false, true",
        "BRAND_NEW,   false, false"
    })
    void isInProgressOrHasSucceededByItsStatus(
            String status, boolean inProgress, boolean succeeded) {
        LastResize last = new LastResize(status, 8, null, null);

        assertEquals(inProgress, last.inProgress());
        assertEquals(succeeded, last.succeededTo(8));
        assertEquals(false, last.succeededTo(6));
    }
}
