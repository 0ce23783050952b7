package headroom.rehearsal.pictures;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

/// An element of a document, to which more is added. Whatever text it gets is text: the writer
/// escapes it.
record Markup(Element element) {
    private static final String HTML = "http://www.w3.org/1999/xhtml";
    private static final String SVG = "http://www.w3.org/2000/svg";

    /// What no XML may have, even escaped.
    private static final Pattern NO_TEXT =
            Pattern.compile(
                    "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final String INDENT_BY = "{http://xml.apache.org/xslt}indent-amount";
    private static final String INSTEAD = "\uFFFD";

    static Markup page() {
        return root(HTML, "html");
    }

    static Markup picture() {
        return root(SVG, "svg");
    }

    private static Markup root(String namespace, String name) {
        try {
            Document document =
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .getDOMImplementation()
                            .createDocument(namespace, name, null);
            return new Markup(document.getDocumentElement());
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Adds an element.
    ///
    /// @param attributes names and values, in turn
    Markup add(String name, String... attributes) {
        return add(Objects.requireNonNull(element.getNamespaceURI()), name, attributes);
    }

    /// Adds a drawing.
    Markup addPicture(String... attributes) {
        return add(SVG, "svg", attributes);
    }

    private Markup add(String namespace, String name, String... attributes) {
        Markup added = new Markup(element.getOwnerDocument().createElementNS(namespace, name));
        element.appendChild(added.element);
        return added.with(attributes);
    }

    /// @param attributes names and values, in turn
    Markup with(String... attributes) {
        for (int each = 0; each < attributes.length; each += 2) {
            element.setAttribute(attributes[each], clean(attributes[each + 1]));
        }
        return this;
    }

    Markup text(String text) {
        Node node = element.getOwnerDocument().createTextNode(clean(text));
        element.appendChild(node);
        return this;
    }

    private static String clean(String text) {
        return NO_TEXT.matcher(text).replaceAll(INSTEAD);
    }

    /// A number as a browser reads it.
    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /// A file that stands beside this class.
    static String resource(String name) {
        try (InputStream file = Markup.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The whole of it, as XML that is HTML as well.
    String write() {
        StringWriter text = new StringWriter();
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.METHOD, "xml");
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.setOutputProperty(OutputKeys.INDENT, "yes");
            writer.setOutputProperty(INDENT_BY, "1");
            writer.transform(new DOMSource(element), new StreamResult(text));
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }
}
