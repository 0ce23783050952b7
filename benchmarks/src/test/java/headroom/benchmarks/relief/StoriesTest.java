package headroom.benchmarks.relief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.diagnosis.Finding.Kind;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

final class StoriesTest {
    @Test
    void areTheSameFromTheSameSeed() {
        Story once = Stories.of(7);
        Story again = Stories.of(7);
        assertEquals(once.setup().traffic(), again.setup().traffic());
        assertEquals(once.setup().policy(), again.setup().policy());
        assertEquals(once.setup().elastiCache(), again.setup().elastiCache());
        assertEquals(once.setup().figures(), again.setup().figures());
    }

    @Test
    void areAsManyOfEachCause() {
        List<Cause> causes =
                LongStream.range(0, Cause.values().length)
                        .mapToObj(Stories::of)
                        .map(Story::cause)
                        .toList();
        assertEquals(Arrays.asList(Cause.values()), causes);
    }

    /// Whatever may be found is right of some cause, and of nothing else that has one answer.
    @Test
    void haveAnAnswerForWhateverMayBeFound() {
        for (Kind kind : Kind.values()) {
            assertTrue(Cause.all().anyMatch(each -> each.isRight(kind.name())), kind::name);
        }
    }
}
