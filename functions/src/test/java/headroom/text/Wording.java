package headroom.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/// Texts that people read, word by word: what a failure says, and parts of what is longer.
public final class Wording {
    private Wording() {}

    public static void assertFails(
            Class<? extends Throwable> kind, String message, Executable step) {
        assertEquals(message, assertThrows(kind, step).getMessage());
    }

    public static void assertContains(String part, String whole) {
        assertTrue(whole.contains(part), whole);
    }
}
