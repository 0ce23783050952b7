package headroom.redshift.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.text.Span;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

final class AllowanceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    24  | orders=running                      | none                    | PT45M | 24 h | 12 h        | none is, as far as CloudWatch has figures; without figures, and not behind as they have run for an hour without an error: orders
                    6   | orders=running                      | none                    | PT45M | 6 h  | 3 h         | none is, as far as CloudWatch has figures; without figures, and not behind as they have run for an hour without an error: orders
                    1   | orders=running                      | none                    | PT45M | 1 h  | 30 min      | none is, as far as CloudWatch has figures; without figures, and not behind as they have run for an hour without an error: orders
                    24  | orders=running                      | orders=PT20H            | PT45M | 4 h  | 2 h         | 20 h behind at most (orders)
                    24  | orders=running                      | orders=PT30H            | PT45M | 0 s  | 0 s         | 30 h behind at most (orders)
                    24  | orders=running items=running        | orders=PT1H items=PT4H  | PT45M | 20 h | 10 h        | 4 h behind at most (items)
                    24  | orders=running items=stopped/NORMAL | orders=PT0S items=PT20H | PT45M | 24 h | 12 h        | none is, as far as CloudWatch has figures
                    24  | orders=running/fresh                | none                    | PT45M | 24 h | 6 h         | none is, as far as CloudWatch has figures; unknown, so that a pause may take half as much: orders
                    24  | orders=running/fresh                | orders=PT0S             | PT45M | 24 h | 12 h        | none is, as far as CloudWatch has figures
                    24  | orders=running/fresh items=running  | items=PT4H              | PT45M | 20 h | 5 h         | 4 h behind at most (items); unknown, so that a pause may take half as much: orders
                    24  | orders=running                      | none                    | PT21H | 24 h | 4 h         | none is, as far as CloudWatch has figures; without figures, and not behind as they have run for an hour without an error: orders
                    24  | orders=running                      | orders=PT2H             | PT21H | 22 h | 2 h         | 2 h behind at most (orders)
                    72  | orders=running                      | none                    | PT31H | 72 h | 36 h        | none is, as far as CloudWatch has figures; without figures, and not behind as they have run for an hour without an error: orders
                    """)
    void isHalfOfTheLogThatIsLeftAndLessForALongResize(
            String hours,
            String tasks,
            String behind,
            Duration pause,
            String left,
            String budget,
            String words) {
        Situation situation =
                Situation.with(
                        "sourceLogRetentionHours %s; tasks %s; behind %s"
                                .formatted(hours, tasks, behind));
        Allowance allowance = situation.facts().allowance(situation.settings());

        assertEquals(left, new Span(allowance.left()).toString());
        assertEquals(budget, new Span(allowance.beforeResize(pause)).toString());
        assertEquals(words, allowance.sentence());
    }
}
