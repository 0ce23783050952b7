package headroom.elasticache.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.Outcome;
import headroom.elasticache.effect.Reading;
import headroom.elasticache.group.Role;
import headroom.elasticache.plan.Plan;
import headroom.report.Evidence;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The figures of a mail, a line for each shard and role.
final class TableTest {
    private static final String HEAD =
            "shard  role     nodes     CPU %      memory %      reads/s     writes/s  connections "
                    + "       new/s\n";

    /// @param text shard, role, nodes, and the six figures; a question mark for one that is missing
    private static Reading reading(String text) {
        String[] cells = text.split(" +", -1);
        List<Optional<Double>> figures =
                Stream.of(cells)
                        .skip(3)
                        .map(each -> Optional.of(each).filter(it -> !it.equals("?")))
                        .map(each -> each.map(Double::valueOf))
                        .toList();
        return new Reading(
                cells[0],
                Role.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                Integer.parseInt(cells[2]),
                figures.get(0),
                figures.get(1),
                figures.get(2),
                figures.get(3),
                figures.get(4),
                figures.get(5));
    }

    private static List<Reading> readings(String... lines) {
        return Stream.of(lines).map(TableTest::reading).toList();
    }

    @Test
    void hasTheBusiestFirstAndSaysWhatIsNotKnown() {
        assertEquals(
                HEAD
                        + """
                        0002   primary      1        82            40         9000         1000           55            0
                        0001   primary      1        20            40          500          100           55            1
                        0001   replica      2        20            40            0          100            5            0
                        0003   primary      1   unknown       unknown      unknown      unknown      unknown      unknown\
                        """,
                Table.of(
                        readings(
                                "0003 primary 1 ? ? ? ? ? ?",
                                "0001 replica 2 20 40 0 100 5 0.2",
                                "0001 primary 1 20 40 500 100 55 1.4",
                                "0002 primary 1 81.6 40.4 9000.4 1000 55 0.4")));
    }

    /// What was as it is stands there once; a shard that is new has no before.
    @Test
    void hasBothSideBySide() {
        assertEquals(
                HEAD
                        + """
                        0001   primary      1   82 > 44            40  9000 > 5000         1000           55            0
                        0003   primary      1        40            20         4000          500           55            0
                        0001   replica  1 > 2   unknown            40            0         1000            5            0\
                        """,
                Table.of(
                        readings(
                                "0001 primary 1 82 40.4 9000 1000 55 0",
                                "0001 replica 1 70 ? 0 1000 5 0",
                                "0002 primary 1 9 9 9 9 9 9"),
                        readings(
                                "0003 primary 1 40 20 4000 500 55 0",
                                "0001 replica 2 ? 40 0 1000 5 0",
                                "0001 primary 1 44 39.6 5000 1000 55 0")));
    }

    @Test
    void hasTheOldOnesWhereNothingWasMeasuredAfter() {
        List<Reading> before = readings("0001 primary 1 82 40 9000 1000 55 0");

        assertEquals(Table.of(before), Table.of(before, List.of()));
        assertEquals("No figures are known.", Table.of(List.of()));
        assertEquals("No figures are known.", Table.of(List.of(), List.of()));
    }

    @Test
    void keepsTheBusiestOfFiveHundred() {
        String table = Table.of(many());

        assertEquals(1 + 24 + 1, table.lines().count());
        assertTrue(table.lines().toList().get(1).startsWith("0250   primary      1       250"));
        assertTrue(table.endsWith("\nand 476 lines more."), table);
        assertEquals(
                1 + 24, Table.of(many().subList(0, 24)).lines().count(), "no line more is none");
    }

    /// SNS takes 256 KiB, and a mail is read by people.
    @Test
    void keepsAMailOfFiveHundredNodesShort() {
        var basis =
                new Plan.Basis(
                        List.of(), List.of(), many(), new Evidence(List.of("Seen."), List.of()));
        Plan plan = new Plan.NotNeeded("no need", Runs.SOON, "All is well.", Optional.of(basis));

        String body = Runs.of(Outcome.UNNEEDED).planned(plan).told().body();
        assertTrue(body.contains("\nand 476 lines more.\n"), body);
        assertTrue(body.length() < 5_000, () -> "" + body.length());
    }

    private static List<Reading> many() {
        List<Reading> many = new ArrayList<>();
        IntStream.rangeClosed(1, 250)
                .forEach(
                        shard -> {
                            many.add(
                                    reading("%04d primary 1 %d 1 1 1 1 1".formatted(shard, shard)));
                            many.add(reading("%04d replica 1 0 1 1 1 1 1".formatted(shard)));
                        });
        return many;
    }
}
