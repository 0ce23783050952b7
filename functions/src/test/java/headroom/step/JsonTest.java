package headroom.step;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class JsonTest {
    record Sample(
            String name,
            int count,
            double share,
            boolean flag,
            Shade shade,
            Instant at,
            List<Part> parts,
            @Nullable Integer maybe,
            @Nullable Shape shape,
            Optional<Instant> until) {}

    record Part(String id, List<String> tags) {}

    record Dated(Instant at) {}

    record Even(int number) {
        Even {
            if (number % 2 != 0) {
                throw new IllegalArgumentException(number + " is odd; expected an even number.");
            }
        }
    }

    enum Shade {
        LIGHT,
        DARK
    }

    sealed interface Shape {
        record Circle(int radius) implements Shape {}

        record UnitSquare() implements Shape {}
    }

    private static final Sample FULL =
            new Sample(
                    "größer \"x\"",
                    -3,
                    84.25,
                    true,
                    Shade.DARK,
                    Instant.parse("2026-11-22T04:05:06.789Z"),
                    List.of(new Part("a", List.of("x", "y")), new Part("b", List.of())),
                    7,
                    new Shape.Circle(2),
                    Optional.of(Instant.parse("2026-11-22T05:00:00Z")));

    private static final Sample WITHOUT_OPTIONAL =
            new Sample(
                    "",
                    0,
                    0,
                    false,
                    Shade.LIGHT,
                    Instant.EPOCH,
                    List.of(),
                    null,
                    null,
                    Optional.empty());

    @Test
    void writesEveryKindOfValue() {
        assertEquals(
                """
                {"name":"größer \\"x\\"","count":-3,"share":84.25,"flag":true,"shade":"dark",\
                "at":"2026-11-22T04:05:06.789Z",\
                "parts":[{"id":"a","tags":["x","y"]},{"id":"b","tags":[]}],\
                "maybe":7,"shape":{"is":"circle","radius":2},"until":"2026-11-22T05:00:00.000Z"}\
                """,
                written(FULL));
    }

    @Test
    void writesWhatIsMissingAsNull() {
        assertEquals(
                """
                {"name":"","count":0,"share":0.0,"flag":false,"shade":"light",\
                "at":"1970-01-01T00:00:00.000Z","parts":[],"maybe":null,"shape":null,"until":null}\
                """,
                written(WITHOUT_OPTIONAL));
    }

    /// A condition on the lease compares moments as text.
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T04:05:06Z,           2026-11-22T04:05:06.000Z",
        "2026-11-22T04:05:06.7Z,         2026-11-22T04:05:06.700Z",
        "2026-11-22T04:05:06.789999999Z, 2026-11-22T04:05:06.789Z"
    })
    void writesMomentsInOneForm(Instant moment, String expected) {
        assertEquals("{\"at\":\"" + expected + "\"}", written(new Dated(moment)));
    }

    @Test
    void readsBackWhatItWrote() {
        assertEquals(FULL, Json.read(Json.write(FULL), Sample.class));
        assertEquals(WITHOUT_OPTIONAL, Json.read(Json.write(WITHOUT_OPTIONAL), Sample.class));
    }

    @Test
    void tellsAlternativesByAFirstFieldWithTheirName() {
        assertEquals("{\"is\":\"unitSquare\"}", written(new Shape.UnitSquare()));
        assertEquals(
                new Shape.UnitSquare(), read("{\"is\":\"unitSquare\",\"was\":1}", Shape.class));
        assertEquals(new Shape.Circle(3), read("{\"radius\":3,\"is\":\"circle\"}", Shape.class));
    }

    @Test
    void takesAbsentForNullWhereNullIsLegal() {
        Sample read =
                read(
                        """
                        {"name": "n", "count": 1, "share": 2, "flag": false, "shade": "DARK",
                         "at": "2026-11-22T04:05:06Z", "parts": [], "shape": null}\
                        """,
                        Sample.class);

        assertEquals(
                new Sample(
                        "n",
                        1,
                        2.0,
                        false,
                        Shade.DARK,
                        Instant.parse("2026-11-22T04:05:06Z"),
                        List.of(),
                        null,
                        null,
                        Optional.empty()),
                read);
    }

    @Test
    void takesACapitalForAFieldsFirstLetter() {
        assertEquals(
                new Part("a", List.of("x")), read("{\"Id\":\"a\",\"Tags\":[\"x\"]}", Part.class));
        assertEquals(
                new Part("a", List.of()),
                read("{\"Id\":\"b\",\"id\":\"a\",\"tags\":[]}", Part.class));
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        assertEquals(
                new Part("a", List.of()),
                read("{\"id\":\"a\",\"tags\":[],\"colour\":{\"is\":3}}", Part.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"tags":[]}                   | Part.id is nothing; expected a value.
                    {"id":null,"tags":[]}         | Part.id is nothing; expected a value.
                    {"id":"a"}                    | Part.tags is nothing; expected a value.
                    {"id":5,"tags":[]}            | Part.id is 5; expected a string.
                    {"id":true,"tags":[]}         | Part.id is true; expected a string.
                    {"id":["a"],"tags":[]}        | Part.id is ["a"]; expected a string.
                    {"id":"a","tags":"x"}         | Part.tags is "x"; expected a list.
                    {"id":"a","tags":{"x":"y"}}   | Part.tags is {"x": "y"}; expected a list.
                    {"id":"a","tags":["x",7]}     | Part.tags[1] is 7; expected a string.
                    {"id":"a","tags":["x",null]}  | Part.tags[1] is nothing; expected a value.
                    null                          | Part is nothing; expected a value.
                    []                            | Part is []; expected an object.
                    "a"                           | Part is "a"; expected an object.
                    """)
    void namesThePathOfWhatIsWrong(String json, String complaint) {
        assertRefused(complaint, json, Part.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "count":"1"           | Sample.count is "1"; expected a number.
                    "count":4.7           | Sample.count is 4.7; expected a whole number.
                    "count":3000000000    | Sample.count is 3000000000; expected a whole number.
                    "maybe":-1e10         | Sample.maybe is -1e10; expected a whole number.
                    "share":"much"        | Sample.share is "much"; expected a number.
                    "flag":"true"         | Sample.flag is "true"; expected true or false.
                    "flag":1              | Sample.flag is 1; expected true or false.
                    "shade":"pink"        | Sample.shade is pink; expected one of light, dark.
                    "shade":2             | Sample.shade is 2; expected a string.
                    "at":1800000000       | Sample.at is 1800000000; expected a string.
                    "at":"yesterday"      | Sample.at is yesterday; expected a time such as 2026-11-22T04:05:06Z.
                    "at":"2026-11-22"     | Sample.at is 2026-11-22; expected a time such as 2026-11-22T04:05:06Z.
                    "parts":[{"id":"a"}]  | Sample.parts[0].tags is nothing; expected a value.
                    "maybe":"7"           | Sample.maybe is "7"; expected a number.
                    "shape":7             | Sample.shape is 7; expected an object.
                    """)
    void namesTheValueThatIsWrong(String field, String complaint) {
        assertRefused(complaint, with(field), Sample.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"is":"oval"}    | Shape.is is oval; expected one of [circle, unitSquare].
                    {"is":"Circle"}  | Shape.is is Circle; expected one of [circle, unitSquare].
                    {"is":null}      | Shape.is is nothing; expected one of [circle, unitSquare].
                    {}               | Shape.is is nothing; expected one of [circle, unitSquare].
                    {"is":"circle"}  | Shape.radius is nothing; expected a value.
                    """)
    void namesTheAlternativesThereAre(String json, String complaint) {
        assertRefused(complaint, json, Shape.class);
    }

    @Test
    void readsAWholeNumberHoweverItIsWritten() {
        assertEquals(new Even(8), read("{\"number\":8.0}", Even.class));
        assertEquals(new Even(800), read("{\"number\":8e2}", Even.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"id\":", "x", "{\"id\":\"a\" \"tags\"}"})
    void namesWhatIsNotJsonAtAll(String text) {
        assertRefused("Part is " + text + "; expected JSON.", text, Part.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void namesWhatIsNotThere(String text) {
        assertRefused("Part is nothing; expected a value.", text, Part.class);
    }

    @Test
    void passesOnWhyARecordRefusesItsValues() {
        assertFails(
                IllegalArgumentException.class,
                "3 is odd; expected an even number.",
                () -> read("{\"number\":3}", Even.class));
    }

    /// A complete sample, with one field changed: of two with the same name, the last counts.
    private static String with(String field) {
        return written(FULL).replaceFirst("}$", "," + field + "}");
    }

    private static String written(Object value) {
        return Json.text(Json.write(value));
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private static void assertRefused(String complaint, String json, Class<?> type) {
        assertFails(
                IllegalArgumentException.class,
                "The input is not what this step expects: " + complaint,
                () -> read(json, type));
    }
}
