package headroom.rehearsal.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    alarm-20261122T042000Z-b038f99fbf858d232a0690a4 started | alarm-20261122T042000Z-b038 started
                    manual-11e594f481958c10e3015d0b | manual-11e5…
                    arn:aws:states:eu-west-1:111122223333:execution:headroom-redshift-analytics:watch-20261122T050000Z is at work. | watch-20261122T050000Z is at work.
                    arn:aws:dms:eu-west-1:111122223333:endpoint:MARKETING, and more | MARKETING, and more
                    headroom-precopy-analytics-alarm-20261122t042000z-b038f99fbf858d232a0690a4 | headroom-precopy-…b038
                    headroom-precopy-analytics-watch-20261122t050000z | headroom-precopy-…050000z
                    headroom-analytics-alarm-20261122t042000z-b038f99fbf858d232a0690a4 is available. | headroom-analytics-…b038 is available.
                    headroom-precopy-analytics-manual-11e594f481958c10e3015d0b | headroom-precopy-analytics-manual-11e5…
                    shop-shop-shop-shop-shop-shop-shop-shop-001 is stopping | shop-shop-shop-…001 is stopping
                    a_word_that_is_longer_than_any_word_needs_to_be | a_word_that_is_long…s_to_be
                    """)
    void shortensWhatOnlyTellsOneFromAnother(String whole, String shortened) {
        assertEquals(shortened, Names.shortened(whole));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    redshift/analytics: SET heldAt = :now
                    headroom.redshift.cluster.ClassWithANameThatIsLongerThanThirtySixLetters
                    headroom-redshift-analytics-disk-critical OK -> ALARM, disk 92.1 %
                    redshift.DescribeNodeConfigurationOptions#3x2:THROTTLED
                    """)
    void leavesTheRestAlone(String text) {
        assertEquals(text, Names.shortened(text));
    }
}
