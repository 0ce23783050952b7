package headroom.rehearsal.pictures;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/// A page or a picture, read again as XML.
record Drawn(Document document) {
    static Drawn read(String text) {
        String xml = text.replace("<!DOCTYPE html>\n", "");
        try {
            return new Drawn(
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new AssertionError("It is no XML: " + broken.getMessage(), broken);
        }
    }

    Stream<Element> elements(String name) {
        return all(document.getElementsByTagName(name));
    }

    /// Those of a class, which may have others.
    Stream<Element> ofClass(String name, String kind) {
        return elements(name)
                .filter(each -> List.of(each.getAttribute("class").split(" ")).contains(kind));
    }

    /// The title of each group of a class.
    List<String> titles(String kind) {
        return ofClass("g", kind)
                .map(each -> all(each.getElementsByTagName("title")).findFirst().orElseThrow())
                .map(Element::getTextContent)
                .toList();
    }

    List<String> texts(String kind) {
        return ofClass("text", kind).map(Element::getTextContent).toList();
    }

    private static Stream<Element> all(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }
}
