package headroom.stress.pictures;

import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGSyntax;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.RangeType;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

/// Commands, errors and processors over the minutes of a scene, one below the other, with what was
/// changed meanwhile.
///
/// @param title for people
/// @param commands a second, by the minute
/// @param errors of clients, by the minute in which they were noticed
/// @param processors percent by the minute, of each node
/// @param changes of the group
public record Picture(
        String title,
        NavigableMap<Double, Double> commands,
        NavigableMap<Double, Double> errors,
        Map<String, NavigableMap<Double, Double>> processors,
        List<Change> changes) {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;
    private static final double ALL = 100;

    /// Minutes; where figures are missing, there is no line.
    private static final double GAP = 1.5;

    /// Of text that are as high as a plot.
    private static final int LINES = 10;

    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private static final Color BLUE = new Color(0x00, 0x72, 0xb2);
    private static final Color RED = new Color(0xd5, 0x5e, 0x00);

    /// Told apart by those who see colors otherwise, too.
    private static final List<Color> COLORS =
            List.of(
                    BLUE,
                    RED,
                    new Color(0x00, 0x9e, 0x73),
                    new Color(0xcc, 0x79, 0xa7),
                    new Color(0x56, 0xb4, 0xe9),
                    new Color(0xe6, 0x9f, 0x00),
                    new Color(0x55, 0x55, 0x55),
                    Color.BLACK);

    private static final Color SHADE = new Color(0xdd, 0xdd, 0xdd);
    private static final Color GRID = new Color(0xee, 0xee, 0xee);

    /// @param from the minute of its beginning
    /// @param to the minute of its end
    public record Change(String what, double from, double to) {}

    /// As a document of its own, whose words are words.
    public String svg() {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(title);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
        chart().draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        return text(graphics.getRoot(document.getDocumentElement()));
    }

    /// Without a document type, which readers would look up.
    private static String text(Element root) {
        root.setAttribute("viewBox", "0 0 %d %d".formatted(WIDTH, HEIGHT));
        StringWriter text = new StringWriter();
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.setOutputProperty(OutputKeys.INDENT, "yes");
            writer.transform(new DOMSource(root), new StreamResult(text));
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVGSyntax.SVG_NAMESPACE_URI, SVGSyntax.SVG_SVG_TAG, null);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JFreeChart chart() {
        // Otherwise the words along an axis are drawn as shapes.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(axis("minutes of the scene"));
        all.add(plot("commands a second", Map.of("commands", commands), BLUE), 1);
        all.add(plot("errors of clients", Map.of("errors", errors), RED), 1);
        XYPlot percent = plot("processor, %", processors, null);
        percent.getRangeAxis().setRange(0, ALL);
        all.add(percent, 2);
        for (XYPlot each : all.getSubplots()) {
            changes.forEach(change -> shade(each, change));
        }
        name(all.getSubplots().getFirst());
        JFreeChart chart = new JFreeChart(title, null, all, true);
        chart.setBackgroundPaint(Color.WHITE);
        return chart;
    }

    private static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        return axis;
    }

    /// @param color of its one line; null for a color for each
    private static XYPlot plot(
            String label, Map<String, NavigableMap<Double, Double>> lines, @Nullable Color color) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        lines.forEach(
                (name, values) -> {
                    XYSeries series = new XYSeries(name);
                    double last = Double.NaN;
                    for (Map.Entry<Double, Double> each : values.entrySet()) {
                        if (each.getKey() - last > GAP) {
                            series.add((last + each.getKey()) / 2, Double.NaN);
                        }
                        series.add(each.getKey(), each.getValue());
                        last = each.getKey();
                    }
                    int number = data.getSeriesCount();
                    data.addSeries(series);
                    renderer.setSeriesPaint(
                            number, color == null ? COLORS.get(number % COLORS.size()) : color);
                    renderer.setSeriesVisibleInLegend(number, color == null);
                });
        NumberAxis axis = axis(label);
        axis.setRangeType(RangeType.POSITIVE);
        axis.setAutoRangeIncludesZero(true);
        axis.setAutoRangeMinimumSize(1);
        XYPlot plot = new XYPlot(data, null, axis, renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        return plot;
    }

    private static void shade(XYPlot plot, Change change) {
        IntervalMarker marker = new IntervalMarker(change.from(), change.to(), SHADE);
        marker.setAlpha(1);
        plot.addDomainMarker(marker, Layer.BACKGROUND);
    }

    /// Where they begin, one above the other; what is changed twice is named once.
    private void name(XYPlot plot) {
        Map<String, Double> first = new LinkedHashMap<>();
        changes.forEach(each -> first.putIfAbsent(each.what(), each.from()));
        double step = plot.getRangeAxis().getUpperBound() / LINES;
        double height = step / 2;
        for (Map.Entry<String, Double> each : first.entrySet()) {
            var text = new XYTextAnnotation(" " + each.getKey(), each.getValue(), height);
            text.setFont(SMALL);
            text.setTextAnchor(TextAnchor.CENTER_LEFT);
            plot.addAnnotation(text);
            height += step;
        }
    }
}
