package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

final class LadderTest {
    @ParameterizedTest
    @CsvSource({
        "cache.r7g.2xlarge,   cache.r7g.xlarge,  true",
        "cache.r7g.xlarge,    cache.r7g.xlarge,  false",
        "cache.r7g.large,     cache.r7g.xlarge,  false",
        "cache.r8g.xlarge,    cache.r7g.xlarge,  false",
        "cache.r7g.large,     cache.m7g.large,   true",
        "cache.m7g.xlarge,    cache.r7g.large,   false",
        "cache.m7g.2xlarge,   cache.r7g.large,   true",
        "cache.m7g.large,     cache.t4g.medium,  true",
        "cache.t4g.medium,    cache.t4g.small,   true",
        "cache.r7g.2xlarge,   cache.c7gn.xlarge, false",
        "cache.c7gn.2xlarge,  cache.c7gn.xlarge, true",
        "cache.r7g.2xlarge,   cache.r6gd.xlarge, false",
        "cache.r6gd.2xlarge,  cache.r6gd.xlarge, true",
        "cache.r7g.huge,      cache.r7g.xlarge,  false",
        "cache.x9.2xlarge,    cache.r7g.xlarge,  false",
        "elsewhere,           cache.r7g.xlarge,  false",
    })
    void tellsWhichIsLarger(String type, String than, boolean larger) {
        assertEquals(larger, Ladder.isLarger(type, than));
    }

    @ParameterizedTest
    @CsvSource({
        "cache.r7g.4xlarge, cache.r7g.xlarge,  cache.r7g.2xlarge",
        "cache.r7g.2xlarge, cache.r7g.2xlarge, ",
        "cache.m7g.4xlarge, cache.r7g.xlarge,  cache.m7g.4xlarge",
        "cache.r6g.4xlarge, cache.r7g.xlarge,  ",
        "cache.r7g.huge,    cache.r7g.xlarge,  ",
    })
    void namesTheNext(String largest, String present, @Nullable String next) {
        var allowed =
                List.of(
                        "cache.r7g.8xlarge",
                        "cache.r7g.4xlarge",
                        "cache.r7g.2xlarge",
                        "cache.m7g.4xlarge",
                        "cache.m7g.xlarge",
                        "cache.r7g.huge");
        assertEquals(Optional.ofNullable(next), new Ladder(allowed, largest).next(present));
    }

    /// What IAM lets a step go to is what a plan may ask for.
    @ParameterizedTest
    @CsvSource({
        "cache.r7g.large,   cache.r7g.large",
        "cache.r7g.2xlarge, cache.r7g.large cache.r7g.xlarge cache.r7g.2xlarge",
        "cache.c7gn.xlarge, cache.c7gn.large cache.c7gn.xlarge",
    })
    void namesAllUpToTheLargest(String largest, String all) {
        assertEquals(List.of(all.split(" ")), Ladder.upTo(largest));
        assertEquals(
                Ladder.upTo(largest),
                Ladder.sizes().stream()
                        .map(size -> largest.replaceFirst("[^.]+$", size))
                        .filter(new Ladder(List.of(), largest)::isWithin)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "cache.r7g.xlarge,  true",
        "cache.r6gd.xlarge, true",
        "cache.t4g.medium,  false",
        "cache.r7g.huge,    false",
        "cache.x2.xlarge,   false",
        "elsewhere,         false",
    })
    void knowsWhatAStepCouldGoTo(String type, boolean known) {
        assertEquals(known, Ladder.knows(type));
    }
}
