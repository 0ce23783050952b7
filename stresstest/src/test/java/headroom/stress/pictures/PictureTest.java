package headroom.stress.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.xml.parsers.DocumentBuilderFactory;

class PictureTest {
    private static final Picture TWO_CHANGES =
            new Picture(
                    "A shard that is read too much gets a replica",
                    new TreeMap<>(Map.of(1.0, 1500.0, 2.0, 1600.0, 3.0, 1700.0)),
                    new TreeMap<>(Map.of(1.0, 0.0, 2.0, 4.0, 3.0, 0.0)),
                    Map.of(
                            "sessions-0001-001", new TreeMap<>(Map.of(1.0, 70.0, 2.0, 60.0)),
                            "sessions-0001-002", new TreeMap<>()),
                    List.of(
                            new Picture.Change("IncreaseReplicaCount", 1.2, 1.9),
                            new Picture.Change("recovery", 2.0, 2.2),
                            new Picture.Change("recovery", 2.4, 2.5)));

    @Test
    void saysInWordsWhatItShows() throws Exception {
        List<String> words = words(TWO_CHANGES.svg());
        for (String each :
                List.of(
                        TWO_CHANGES.title(),
                        "commands a second",
                        "errors of clients",
                        "processor, %",
                        "minutes of the scene",
                        "sessions-0001-001",
                        "IncreaseReplicaCount",
                        "recovery")) {
            assertEquals(1, words.stream().filter(each::equals).count(), () -> each + words);
        }
    }

    @Test
    void drawsASceneInWhichNothingHappened() throws Exception {
        Picture nothing =
                new Picture("Nothing", new TreeMap<>(), new TreeMap<>(), Map.of(), List.of());
        assertTrue(words(nothing.svg()).contains("Nothing"));
    }

    private static List<String> words(String svg) throws Exception {
        Document document =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertEquals("svg", document.getDocumentElement().getTagName());
        NodeList texts = document.getElementsByTagName("text");
        List<String> words = new ArrayList<>();
        for (int each = 0; each < texts.getLength(); each++) {
            words.add(texts.item(each).getTextContent().strip());
        }
        return words;
    }
}
