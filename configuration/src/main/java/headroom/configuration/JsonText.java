package headroom.configuration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a text in JSON says, in lists and maps.
///
/// @param content empty if it is no JSON, or says nothing
/// @param mistakes where it is no JSON, or says something twice
record JsonText(Optional<Object> content, List<String> mistakes) {
    private static final JsonFactory JSON = new JsonFactory();

    /// As the parser names where something began.
    private static final Pattern START =
            Pattern.compile("\\[Source: .*?; line: (\\d+), column: (\\d+)]");

    static JsonText read(String text) {
        List<String> mistakes = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return new JsonText(
                        Optional.empty(), List.of("The file is empty; expected a JSON object."));
            }
            @Nullable Object content = new Reader(parser, mistakes).value("");
            if (parser.nextToken() != null) {
                mistakes.add(
                        "%s, something follows the end of the JSON; expected nothing there."
                                .formatted(place(parser.currentTokenLocation())));
            }
            if (content == null) {
                mistakes.add("The file is null; expected a JSON object.");
            }
            return new JsonText(Optional.ofNullable(content), mistakes);
        } catch (JsonProcessingException wrong) {
            mistakes.add(
                    "%s is no JSON: %s."
                            .formatted(
                                    place(wrong.getLocation()),
                                    START.matcher(wrong.getOriginalMessage())
                                            .replaceAll("line $1, column $2")));
            return new JsonText(Optional.empty(), mistakes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String place(JsonLocation location) {
        return "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    /// @param mistakes takes the keys that are written twice
    private record Reader(JsonParser parser, List<String> mistakes) {
        /// @param path of the value in the file
        @Nullable Object value(String path) throws IOException {
            return switch (parser.currentToken()) {
                case START_OBJECT -> object(path);
                case START_ARRAY -> array(path);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> null;
                case VALUE_STRING,
                        END_OBJECT,
                        END_ARRAY,
                        FIELD_NAME,
                        NOT_AVAILABLE,
                        VALUE_EMBEDDED_OBJECT ->
                        parser.getText();
            };
        }

        private Map<String, @Nullable Object> object(String path) throws IOException {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            Map<String, Integer> lines = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                int line = parser.currentTokenLocation().getLineNr();
                String inside = path.isEmpty() ? key : path + "." + key;
                Integer before = lines.putIfAbsent(key, line);
                if (before != null) {
                    mistakes.add(
                            "%s is written twice, in line %d and in line %d; expected each key once. Remove one of them."
                                    .formatted(inside, before, line));
                }
                parser.nextToken();
                object.put(key, value(inside));
            }
            return Collections.unmodifiableMap(object);
        }

        private List<@Nullable Object> array(String path) throws IOException {
            List<@Nullable Object> array = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value("%s[%d]".formatted(path, array.size())));
            }
            return Collections.unmodifiableList(array);
        }

        /// JSON tells 16 and 16.0 not apart.
        private static Number number(String written) {
            BigDecimal number = new BigDecimal(written).stripTrailingZeros();
            boolean isSmall = number.scale() <= 0 && number.precision() - number.scale() < 10;
            return isSmall ? number.intValueExact() : number;
        }
    }
}
