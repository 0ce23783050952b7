package headroom.rehearsal.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;

import java.util.function.Consumer;

final class DefinitionEditsTest {
    private static final String SMALL = "{'States':{'Ask':{'Choices':[{'Next':'Done'}]}}}";
    private static final String NEXT = "States / Ask / Choices / 0 / Next";

    @Test
    void changeWhatIsThere() {
        assertEquals(SMALL.replace("'Done'", "7"), edited(DefinitionEdits.set(NEXT, 7)));
        assertEquals(
                SMALL.replace("Done", "Dare"), edited(DefinitionEdits.replace(NEXT, "on", "ar")));
        assertEquals(
                SMALL.replace("]}", "],'Default':'Done'}"),
                edited(DefinitionEdits.add("States / Ask / Default", "Done")));
    }

    @Test
    void failWhereThereIsNothingToEdit() {
        assertRefused("The definition has no States / Ask / Next", set("States / Ask / Next"));
        assertRefused(
                "The definition has no States / Ask / Choices / 1 / Next",
                set("States / Ask / Choices / 1 / Next"));
        assertRefused(
                NEXT + " is Done; expected else in it.",
                DefinitionEdits.replace(NEXT, "else", "other"));
        assertRefused("The definition has it already: " + NEXT, DefinitionEdits.add(NEXT, "Ask"));
    }

    private static Consumer<ObjectNode> set(String path) {
        return DefinitionEdits.set(path, "Ask");
    }

    private static void assertRefused(String message, Consumer<ObjectNode> edit) {
        assertEquals(message, assertThrows(AssertionError.class, () -> edited(edit)).getMessage());
    }

    private static String edited(Consumer<ObjectNode> edit) {
        try {
            ObjectNode definition =
                    (ObjectNode) new ObjectMapper().readTree(SMALL.replace("'", "\""));
            edit.accept(definition);
            return definition.toString().replace("\"", "'");
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
