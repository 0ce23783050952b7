package headroom.infra.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.infra.Synthesised;

import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The pictures of what is deployed are those of the templates. Compared is what is drawn, and not
/// where: that depends on a machine's fonts.
final class StackPictureTest {
    private static final Path FOLDER = Path.of("..", "docs", "pictures");
    private static final boolean REWRITE =
            "rewrite".equals(System.getProperty("transcripts")) && System.getenv("CI") == null;

    /// @param file its name, without an ending
    record Drawn(String file, Synthesised stack) {}

    static List<Drawn> pictures() {
        return List.of(
                new Drawn("stack-redshift", Synthesised.ANALYTICS),
                new Drawn("stack-elasticache", Synthesised.SESSIONS));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void thePictureIsOfTheTemplate(Drawn drawn) throws IOException {
        String source = new StackPicture(drawn.stack).source();
        Path written = FOLDER.resolve(drawn.file + ".puml");
        Path picture = FOLDER.resolve(drawn.file + ".svg");
        if (REWRITE) {
            Files.writeString(written, source);
            draw(source, picture);
        }
        assertEquals(Files.readString(written), source);
    }

    /// A picture that was not drawn anew lacks a word, or has an arrow too many.
    @ParameterizedTest
    @MethodSource("pictures")
    void thePictureWasDrawnFromItsSource(Drawn drawn) throws IOException {
        List<String> source = Files.readAllLines(FOLDER.resolve(drawn.file + ".puml"));
        String picture = Files.readString(FOLDER.resolve(drawn.file + ".svg"));
        source.stream()
                .filter(each -> each.contains("\""))
                .flatMap(each -> List.of(each.split("\"", -1)[1].split("\\\\n", -1)).stream())
                .forEach(each -> assertTrue(picture.contains(each), each));
        assertEquals(
                source.stream().filter(each -> each.contains(" --> ")).count(),
                picture.split("class=\"link\"", -1).length - 1);
    }

    private static void draw(String source, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            new SourceStringReader(source)
                    .outputImage(out, new FileFormatOption(FileFormat.SVG, false));
        }
    }
}
