package headroom.rehearsal.pictures;

import static headroom.rehearsal.pictures.Markup.number;

import headroom.rehearsal.scenario.Line;
import headroom.rehearsal.scenario.SummaryRow;
import headroom.simulated.journal.Kind;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// A run as one page that needs nothing else, or as a picture by itself.
public final class Page {
    /// Pixels: beside the names, what a usual window has.
    private static final int IN_PAGE = 1200;

    /// The same where a document shows it in a column of text.
    private static final int ALONE = 760;

    private static final int EDGE = 12;
    private static final String STYLE = Markup.resource("picture.css");
    private static final String PAGE_STYLE = Markup.resource("page.css");

    private Page() {}

    /// @param back the address of a page that lists this one; empty if there is none
    public static String of(Course course, String back) {
        Markup html = page(course.name());
        Markup body = html.add("body");
        Markup head = body.add("header");
        if (!back.isEmpty()) {
            head.add("p").add("a", "href", back).text("All stories");
        }
        head.add("h1").text(words(course.name()));
        head.add("p").text(course.told());
        Markup main = body.add("main");
        picture(main, course);
        legend(main);
        summary(main, course.summary());
        transcript(main, course.lines());
        return write(html);
    }

    /// A name of a story, which reads as a sentence, and may be broken into lines.
    static String words(String name) {
        return name.replace('_', ' ');
    }

    static Markup page(String title) {
        Markup html = Markup.page().with("lang", "en");
        Markup head = html.add("head");
        head.add("meta", "charset", "utf-8");
        head.add("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        head.add("meta", "name", "color-scheme", "content", "light dark");
        head.add("title").text(title + " - Headroom");
        head.add("style").text(STYLE + PAGE_STYLE);
        return html;
    }

    static String write(Markup html) {
        return "<!DOCTYPE html>\n" + html.write();
    }

    /// An SVG that stands alone.
    public static String picture(Course course) {
        Drawing drawing = Drawing.of(course, ALONE);
        int width = Drawing.NAMES + drawing.width() + 2 * EDGE;
        int height = drawing.height() + 2 * EDGE;
        Markup svg =
                Markup.picture()
                        .with(
                                "viewBox", "0 0 %d %d".formatted(width, height),
                                "width", String.valueOf(width),
                                "height", String.valueOf(height),
                                "role", "img");
        svg.add("title").text("%s: %s".formatted(course.name(), course.told()));
        svg.add("style").text(STYLE);
        svg.add("rect", "class", "ground", "width", "100%", "height", "100%", "rx", "6");
        drawing.names(svg.add("g", "transform", "translate(%d %d)".formatted(EDGE, EDGE)));
        drawing.lanes(
                svg.add("g", "transform", "translate(%d %d)".formatted(EDGE + Drawing.NAMES, EDGE)),
                false);
        return svg.write();
    }

    private static void picture(Markup main, Course course) {
        Drawing drawing = Drawing.of(course, IN_PAGE);
        Markup box =
                main.add(
                        "div",
                        "class",
                        "picture",
                        "tabindex",
                        "0",
                        "role",
                        "region",
                        "aria-label",
                        "The run over its time, in UTC");
        drawing.names(svg(box, Drawing.NAMES, drawing.height()).with("class", "names"));
        drawing.lanes(svg(box, drawing.width(), drawing.height()), true);
    }

    private static Markup svg(Markup box, int width, int height) {
        return box.addPicture(
                "viewBox", "0 0 %d %d".formatted(width, height),
                "width", number(width),
                "height", number(height));
    }

    private static void legend(Markup main) {
        main.add("p", "class", "legend narrow")
                .text("Scroll the picture sideways: it is wider than this page.");
        main.add("p", "class", "legend")
                .text(
                        "Times are UTC. A mark is one line of the transcript or several: hover over"
                            + " it to read them, or select it to find the first below. A cross is a"
                            + " fault, a square a report to the operators. A wavy strip stands for"
                            + " a stretch in which nothing happens.");
    }

    private static void summary(Markup main, List<SummaryRow> rows) {
        main.add("h2").text("What came of it");
        Markup list = main.add("table", "class", "summary").add("tbody");
        for (SummaryRow each : rows) {
            Markup row = list.add("tr");
            row.add("th", "scope", "row").text(each.what());
            row.add("td").text(each.value());
        }
    }

    private static void transcript(Markup main, List<Line> lines) {
        main.add("h2").text("Transcript");
        Markup table = main.add("table", "class", "transcript");
        Markup head = table.add("thead").add("tr");
        List.of("Time", "Kind", "Who", "What")
                .forEach(each -> head.add("th", "scope", "col").text(each));
        Markup body = table.add("tbody");
        boolean days = lines.stream().map(Page::day).distinct().count() > 1;
        for (int each = 0; each < lines.size(); each++) {
            Line line = lines.get(each);
            Markup row = body.add("tr", "id", Marks.id(each), "class", line.kind().label());
            row.add("td", "class", "at").text(days ? Marks.TIME.format(line.at()) : line.time());
            row.add("td", "class", "kind").text(line.kind().label());
            row.add("td", "class", "who").text(line.who());
            what(row.add("td", "class", "what"), line);
        }
    }

    private static LocalDate day(Line line) {
        return LocalDate.ofInstant(line.at(), ZoneOffset.UTC);
    }

    private static void what(Markup cell, Line line) {
        if (line.kind() == Kind.REPORT) {
            Markup mail = cell.add("details");
            mail.add("summary").text("the mail");
            mail.add("pre").text(String.join("\n", line.mail()));
        } else {
            cell.text(line.what());
        }
    }
}
