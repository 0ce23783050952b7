package headroom.rehearsal.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.rehearsal.elasticache.scenarios.CacheScenarios;
import headroom.rehearsal.redshift.scenarios.DrillScenarios;
import headroom.rehearsal.redshift.scenarios.Scenarios;
import headroom.rehearsal.scenario.Line;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.SummaryRow;
import headroom.simulated.faults.Fault;
import headroom.simulated.journal.Kind;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

final class PageTest {
    private static final Course RESIZED = Course.of(Scenarios.all().getFirst());
    private static final Course SCALED = Course.of(CacheScenarios.all().getFirst());

    @Test
    void hasARowForEachLineOfTheTranscript() {
        for (Course each : List.of(RESIZED, SCALED)) {
            List<String> rows =
                    page(each)
                            .elements("tr")
                            .filter(row -> row.getAttribute("id").startsWith("line-"))
                            .map(row -> row.getElementsByTagName("td").item(2))
                            .map(Node::getTextContent)
                            .toList();
            assertEquals(each.lines().stream().map(Line::who).toList(), rows);
        }
    }

    /// Whoever hovers over all marks has read the transcript, and nothing twice.
    @Test
    void hasEachLineOfTheTranscriptInOneMark() {
        for (Course each : List.of(RESIZED, SCALED)) {
            List<String> told =
                    page(each).titles("mark").stream().flatMap(String::lines).sorted().toList();
            List<String> lines =
                    each.lines().stream()
                            .map(
                                    line ->
                                            "%s %s %s %s"
                                                    .formatted(
                                                            Marks.TIME.format(line.at()),
                                                            line.kind().label(),
                                                            line.who(),
                                                            line.what())
                                                    .strip())
                            .sorted()
                            .toList();
            assertEquals(lines, told);
        }
    }

    @Test
    void leadsFromEachMarkToTheRowOfItsFirstLine() {
        Drawn page = page(RESIZED);
        List<String> rows =
                IntStream.rangeClosed(1, RESIZED.lines().size())
                        .mapToObj(each -> "#line-" + each)
                        .toList();
        List<String> links = page.elements("a").map(each -> each.getAttribute("href")).toList();
        assertFalse(links.isEmpty());
        assertTrue(rows.containsAll(links), links::toString);
    }

    @Test
    void hasALaneForTheAlarmTheExecutionTheClusterItsTasksAndTheOperators() {
        assertEquals(
                List.of(
                        "alarm disk",
                        "messages",
                        "execution",
                        "watch",
                        "cluster",
                        "disk used, %",
                        "orders",
                        "customers",
                        "payments",
                        "clickstream",
                        "archive",
                        "operators"),
                page(RESIZED).texts("name"));
    }

    @Test
    void hasALaneForTheShardsTheirNodesTheProcessorAndTheClients() {
        assertEquals(
                List.of(
                        "alarm cpu",
                        "cpu, 0002",
                        "messages",
                        "execution",
                        "watch",
                        "shards",
                        "nodes",
                        "kind",
                        "busiest CPU, %",
                        "fullest memory, %",
                        "commands/s",
                        "clients",
                        "operators"),
                page(SCALED).texts("name"));
    }

    @Test
    void hasThePauseAsABandWithItsBudget() {
        assertEquals(
                List.of(
                        "pause 22 Nov 04:26:06 to 22 Nov 04:42:18 UTC, 16 min (its budget: 12 h"
                                + " until the change begins)"),
                page(RESIZED).titles("pause"));
        Element shade = page(RESIZED).ofClass("rect", "shade").findFirst().orElseThrow();
        Element spent = page(RESIZED).ofClass("rect", "spent").findFirst().orElseThrow();
        Element budget = page(RESIZED).ofClass("rect", "budget").findFirst().orElseThrow();
        assertEquals(number(spent, "x"), number(shade, "x"));
        assertEquals(number(spent, "width"), number(shade, "width"));
        assertTrue(number(budget, "width") > number(spent, "width"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void hasWhatTheResourceAndItsTasksWereIn() {
        List<String> bars = page(RESIZED).titles("bar");
        assertTrue(
                bars.contains("4 nodes, 22 Nov 04:00:00 to 22 Nov 04:40:31 UTC, 40 min"),
                bars::toString);
        assertTrue(
                bars.contains("stopped, 22 Nov 04:26:31 to 22 Nov 04:41:03 UTC, 14 min"),
                bars::toString);
        assertTrue(
                bars.contains(
                        "Wait for resize (alarm-20261122T042000Z-cd9c205e6e09331415e34611),"
                                + " 22 Nov 04:29:32 to 22 Nov 04:41:02 UTC, 11 min"),
                bars::toString);
        assertEquals(List.of("40 \u2026 80"), page(RESIZED).texts("quiet"));
    }

    @Test
    void marksFaultsWhereTheyStruck() {
        Drawn page =
                page(
                        Course.of(
                                Scenarios.upset(
                                        List.of(
                                                new Fault(
                                                        "redshift.DescribeClusters",
                                                        3,
                                                        1,
                                                        "THROTTLED")))));
        assertTrue(page.texts("name").contains("faults"));
        List<String> faults = page.titles("fault");
        assertEquals(1, faults.size());
        assertTrue(
                faults.getFirst().endsWith("fault redshift.DescribeClusters call 3: THROTTLED"),
                faults::toString);
    }

    @Test
    void marksWhatAStretchOfDaysLeavesOut() {
        Course days = Course.of(named("a_classic_resize_may_take_two_days"));
        assertEquals(
                List.of(
                        "24 min in which nothing happens are left out",
                        "47 h 29 min in which nothing happens are left out"),
                page(days).titles("gap"));
    }

    @Test
    void drawsHundredsOfTasksAsOneFigure() {
        List<String> lanes =
                page(Course.of(named("six_hundred_tasks_are_paused_and_resumed"))).texts("name");
        assertTrue(lanes.contains("running, of 600"), lanes::toString);
        assertFalse(lanes.contains("shop-001"), lanes::toString);
    }

    @Test
    void hasTheCopyOfADrillWhileItIsThere() {
        Drawn page = page(Course.of(DrillScenarios.ordinary().getFirst()));
        assertTrue(page.texts("name").contains("copy"));
    }

    @Test
    void takesWhateverIsWrittenAsText() {
        String hostile = "<script>alert('&')</script> ]]> \"x\" onload=y \u0001";
        Line line =
                new Line(
                        Instant.parse("2026-11-22T04:00:00Z"),
                        Kind.REPORT,
                        hostile,
                        hostile,
                        List.of(hostile),
                        "");
        Lane lane = new Lane(hostile);
        lane.tells(0);
        Course course =
                new Course(
                        hostile,
                        hostile,
                        List.of(line),
                        List.of(new SummaryRow(hostile, hostile)),
                        List.of(lane),
                        List.of(),
                        true);
        Drawn page = page(course);
        assertEquals(0, page.elements("script").count());
        String text = hostile.replace('\u0001', '\uFFFD');
        assertEquals(text, page.elements("h1").findFirst().orElseThrow().getTextContent());
        assertEquals(text, page.elements("pre").findFirst().orElseThrow().getTextContent());
        assertEquals("22 Nov 04:00:00 report " + text + " " + text, page.titles("mark").getFirst());
    }

    @Test
    void needsNothingBesideItself() {
        String page = Page.of(RESIZED, "");
        Map<String, String> attributes =
                Map.of("src=", "a script or an image", "@import", "a style");
        attributes.forEach((found, what) -> assertFalse(page.contains(found), what));
        assertEquals(0, page(RESIZED).elements("link").count());
    }

    private static Scenario<?> named(String name) {
        return Scenarios.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Drawn page(Course course) {
        return Drawn.read(Page.of(course, ""));
    }
}
