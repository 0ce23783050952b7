package headroom.rehearsal.pictures;

import java.util.List;

/// A page that lists the pages of stories.
public final class Index {
    private Index() {}

    /// @param heading of some stories that belong together
    public record Chapter(String heading, List<Story> stories) {}

    /// @param file of its page, beside this one
    /// @param lines of its transcript
    public record Story(String name, String told, String file, int lines, boolean wentWell) {}

    public static String of(List<Chapter> chapters) {
        Markup html = Page.page("Stories");
        Markup body = html.add("body");
        body.add("header").add("h1").text("Stories");
        Markup main = body.add("main");
        for (Chapter chapter : chapters) {
            main.add("h2").text(chapter.heading());
            Markup table = main.add("table", "class", "index").add("tbody");
            for (Story each : chapter.stories()) {
                Markup row = table.add("tr");
                row.add("th", "scope", "row")
                        .add("a", "href", each.file())
                        .text(Page.words(each.name()));
                row.add("td").text(each.told());
                row.add("td")
                        .text(
                                each.wentWell()
                                        ? "%d lines".formatted(each.lines())
                                        : "did not end as told");
            }
        }
        return Page.write(html);
    }
}
