package headroom.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class ListingTest {
    private static final String TWENTY = String.join(", ", items(20));

    @Test
    void namesAllOfAFew() {
        assertEquals("", Listing.of(List.of()));
        assertEquals(TWENTY, Listing.of(items(20)));
    }

    @Test
    void countsTheRestOfMany() {
        assertEquals(TWENTY + " and 1 more", Listing.of(items(21)));
        assertEquals(TWENTY + " and 580 more", Listing.of(items(600)));
    }

    private static List<String> items(int count) {
        return IntStream.range(0, count).mapToObj(each -> "t" + each).collect(Collectors.toList());
    }
}
