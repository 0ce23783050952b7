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

    @Test
    void countsTasksInWordsThatAgree() {
        assertEquals("0 tasks", Listing.tasks(0));
        assertEquals("1 task", Listing.tasks(1));
        assertEquals("2 tasks", Listing.tasks(2));
        assertEquals("No task has to be", Listing.allTasks(0));
        assertEquals("The task is", Listing.allTasks(1));
        assertEquals("All 2 tasks are", Listing.allTasks(2));
    }

    @Test
    void cutsWhatIsVeryLong() {
        assertEquals("n".repeat(64), Listing.cutName("n".repeat(64)));
        assertEquals("n".repeat(61) + "...", Listing.cutName("n".repeat(65)));
        assertEquals("r".repeat(200), Listing.cutRemark("r".repeat(200)));
        assertEquals("r".repeat(197) + "...", Listing.cutRemark("r".repeat(1_000)));
    }

    private static List<String> items(int count) {
        return IntStream.range(0, count).mapToObj(each -> "t" + each).collect(Collectors.toList());
    }
}
