package headroom.redshift.plan;

import headroom.cases.Table;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/// What is decided where nothing is in the way, as tables. An empty cell stands for the ordinary:
/// cause ALARM, at 2026-11-22T04:30:00Z, a Sunday; cluster 4 x ra3.4xlarge; disk 84; permitted 6=56
/// 8=42, which are elastic sizes with the expected disk use, `?` where Redshift gives none; tasks
/// orders=running; maxNodes 16, alarmPercent 80, criticalPercent 90, growth double, targetPercent
/// 60, mode auto, no classicHours, no window, sourceLogRetentionHours 24.
final class DecisionTest {
    private static final Table NEED =
            Table.of(
                    Situation::new,
                    """
                    why                                                 | cause   | disk    | answer
                    the alarm is right                                  | ALARM   | 84      | resize to 8
                    the watch found the alarm standing, and it is right | WATCH   | 84      | resize to 8
                    a recovery resizes as well, if that is still needed | RECOVER | 84      | resize to 8
                    the alarm's level itself is too full                | ALARM   | 80      | resize to 8
                    a hair below the alarm's level is not too full      | ALARM   | 79.99   | not needed
                    somebody has made room since the alarm              | ALARM   | 62      | not needed
                    somebody has made room before the watch looked      | WATCH   | 62      | not needed
                    a recovery finds that there is room                 | RECOVER | 79.99   | not needed
                    an empty disk is known, unlike a missing metric     | ALARM   | 0       | not needed
                    the alarm has just changed, a gap is no denial      | ALARM   | unknown | resize to 8
                    a recovery has no fresh alarm behind it             | RECOVER | unknown | refused: unknown disk use
                    an old alarm without data may be about last week    | WATCH   | unknown | refused: unknown disk use
                    a person may know of a load that is still to come   | MANUAL  | 3       | resize to 8
                    a person needs no metric                            | MANUAL  | unknown | resize to 8
                    a person sees the same as the alarm                 | MANUAL  | 84      | resize to 8
                    """);

    private static final Table DOUBLE =
            Table.of(
                    Situation::new,
                    """
                    why                                                   | cluster          | permitted                   | otherwise  | answer
                    twice the nodes, though more is permitted             |                  | 2=168 3=112 6=56 8=42 12=28 |            | resize to 8
                    the order in which Redshift lists them does not count |                  | 8=42 3=112 6=56             |            | resize to 8
                    less than twice, where twice is not permitted         |                  | 5=67 6=56 12=28             |            | resize to 6
                    one node more is better than none                     |                  | 5=67 16=21                  |            | resize to 5
                    an odd size has no half                               | 3 x ra3.4xlarge  | 4=63 5=50 6=42 7=36         |            | resize to 6
                    the ceiling is permitted                              | 10 x ra3.4xlarge | 12=70 16=53 20=42           |            | resize to 16
                    the ceiling lies between two sizes                    | 10 x ra3.4xlarge | 12=70 15=56 20=42           |            | resize to 15
                    the ceiling is below twice                            |                  | 5=67 6=56 8=42              | maxNodes 6 | resize to 6
                    the ceiling is the present size                       |                  |                             | maxNodes 4 | refused: the ceiling
                    somebody has grown it above the ceiling by hand       | 20 x ra3.4xlarge | 24=70 40=42                 |            | refused: the ceiling
                    at the ceiling it does not matter what is permitted   | 16 x ra3.4xlarge | none                        |            | refused: the ceiling
                    the ceiling lies below the least step                 |                  | 6=56 8=42                   | maxNodes 5 | refused: the ceiling
                    only smaller sizes are permitted                      |                  | 2=168 3=112                 |            | refused: no elastic resize
                    the present size is no growth                         |                  | 4=84                        |            | refused: no elastic resize
                    nothing is permitted                                  |                  | none                        |            | refused: no elastic resize
                    all growth that is permitted is above twice           |                  | 12=28 16=21                 |            | refused: no step up to twice
                    no estimate does not matter to doubling               |                  | 6=? 8=?                     |            | resize to 8
                    a bad estimate does not matter to doubling            |                  | 6=97 8=95                   |            | resize to 8
                    a dc2 cluster doubles as well                         | 2 x dc2.8xlarge  | 3=56 4=42                   |            | resize to 4
                    an unknown node type has elastic sizes all the same   | 2 x new.large    | 3=56 4=42                   |            | resize to 4
                    """);

    private static final Table FIT =
            Table.of(
                    Situation::new,
                    """
                    why                                                   | growth | disk    | permitted         | otherwise        | answer
                    the smallest size that fits                           | fit    |         | 5=67 6=56 8=42    |                  | resize to 6
                    a size at the target itself fits                      | fit    |         | 5=67 6=60 8=42    |                  | resize to 6
                    a hair above the target does not fit                  | fit    |         | 5=67 6=60.01 8=42 |                  | resize to 8
                    the least step is enough                              | fit    |         | 5=59 6=56 8=42    |                  | resize to 5
                    more than twice, where only that fits                 | fit    |         | 6=80 8=70 12=55   |                  | resize to 12
                    the order in which Redshift lists them does not count | fit    |         | 12=28 8=42 6=56   |                  | resize to 6
                    another target                                        | fit    |         | 6=56 8=42 12=28   | targetPercent 50 | resize to 8
                    what fits is above the ceiling, so the largest below  | fit    |         | 5=67 6=62 8=42    | maxNodes 7       | resize to 6
                    nothing fits, so the largest                          | fit    |         | 5=88 6=82 8=71    |                  | resize to 8
                    the ceiling is permitted and fits                     | fit    |         | 6=70 8=55         | maxNodes 8       | resize to 8
                    all growth is above the ceiling                       | fit    |         | 6=56 8=42         | maxNodes 5       | refused: the ceiling
                    the ceiling is the present size                       | fit    |         | 6=56 8=42         | maxNodes 4       | refused: the ceiling
                    a smaller size is no growth, even where it fits       | fit    |         | 3=50 6=56         |                  | resize to 6
                    the present size is no growth, even where it fits     | fit    |         | 4=50 6=56         |                  | resize to 6
                    without estimates, in proportion: 84 % x 4 / 6 = 56 % | fit    |         | 5=? 6=? 8=?       |                  | resize to 6
                    in proportion, at the target itself: 90 x 4 / 6 = 60  | fit    | 90      | 5=? 6=? 8=?       |                  | resize to 6
                    where nothing is known, the step that wastes least    | fit    | unknown | 5=? 6=? 8=?       |                  | resize to 5
                    a size that is known not to fit is no step to take    | fit    | unknown | 5=70 6=? 8=?      |                  | resize to 6
                    without the metric, Redshift's estimates are enough   | fit    | unknown | 5=67 6=56 8=42    |                  | resize to 6
                    a person's resize fits, too                           | fit    | 84      | 5=67 6=56 8=42    | cause MANUAL     | resize to 6
                    with room enough, a person gets the least step        | fit    | 30      | 5=24 6=20 8=15    | cause MANUAL     | resize to 5
                    """);

    private static final Table CLASSIC =
            Table.of(
                    Situation::new,
                    """
                    why                                                    | cluster            | permitted | classicHours | otherwise                    | answer
                    a single node, and nobody has allowed hours of pause   | 1 x dc2.large      | none      |              |                              | refused: no elastic resize
                    a single node has no other way                         | 1 x dc2.large      | none      | 12           |                              | classic to 2
                    a single node of ra3 has no other way either           | 1 x ra3.xlplus     | none      | 12           |                              | classic to 2
                    a person does not get around the setting               | 1 x dc2.large      | none      |              | cause MANUAL                 | refused: no elastic resize
                    a person gets what the setting allows                  | 1 x dc2.large      | none      | 12           | cause MANUAL; disk 3         | classic to 2
                    elastic takes minutes, so classic is no choice         |                    | 6=56      | 12           |                              | resize to 6
                    elastic is a small step, and still takes minutes       |                    | 5=67      | 12           |                              | resize to 5
                    elastic is a large step, and still takes minutes       |                    | 12=28     | 12           |                              | refused: no step up to twice
                    no elastic size is permitted at all                    |                    | none      | 12           |                              | classic to 8
                    only smaller elastic sizes are permitted               |                    | 2=168     | 12           |                              | classic to 8
                    classic stops at the ceiling                           |                    | none      | 12           | maxNodes 6                   | classic to 6
                    classic stops at the type's most nodes                 | 20 x ra3.xlplus    | none      | 12           | maxNodes 40                  | classic to 32
                    the type has no more nodes                             | 32 x ra3.xlplus    | none      | 12           | maxNodes 40                  | refused: no size
                    more nodes of the type than can be created             | 36 x ra3.xlplus    | none      | 12           | maxNodes 40                  | refused: no size
                    ra3.large goes to 16                                   | 15 x ra3.large     | none      | 12           | maxNodes 40                  | classic to 16
                    dc2.large goes to 32                                   | 20 x dc2.large     | none      | 12           | maxNodes 99                  | classic to 32
                    ra3.4xlarge goes to 32                                 | 20 x ra3.4xlarge   | none      | 12           | maxNodes 99                  | classic to 32
                    ra3.16xlarge goes to 128                               | 100 x ra3.16xlarge | none      | 12           | maxNodes 199                 | classic to 128
                    dc2.8xlarge goes to 128                                | 100 x dc2.8xlarge  | none      | 12           | maxNodes 199                 | classic to 128
                    rg.large goes to 16                                    | 15 x rg.large      | none      | 12           | maxNodes 40                  | classic to 16
                    rg.xlarge goes to 32                                   | 20 x rg.xlarge     | none      | 12           | maxNodes 99                  | classic to 32
                    rg.4xlarge goes to 32                                  | 20 x rg.4xlarge    | none      | 12           | maxNodes 99                  | classic to 32
                    rg.12xlarge goes to 128                                | 100 x rg.12xlarge  | none      | 12           | maxNodes 199                 | classic to 128
                    nothing is known of this type's classic sizes          | 2 x new.large      | none      | 12           |                              | refused: no size
                    the ceiling stops classic as well                      | 16 x ra3.4xlarge   | none      | 12           |                              | refused: the ceiling
                    a ceiling of one node leaves nothing                   | 1 x dc2.large      | none      | 12           | maxNodes 1                   | refused: the ceiling
                    classic fits in proportion: 84 x 1 / 2 = 42            | 1 x dc2.large      | none      | 12           | growth fit                   | classic to 2
                    classic fits with more than twice: 84 x 1 / 3 = 28     | 1 x dc2.large      | none      | 12           | growth fit; targetPercent 30 | classic to 3
                    classic with unknown disk use takes the least step     | 1 x dc2.large      | none      | 12           | growth fit; disk unknown     | classic to 2
                    the source forgets its log before classic is done      | 1 x dc2.large      | none      | 24           |                              | refused: the source's log
                    the tasks and a snapshot take their hour as well       | 1 x dc2.large      | none      | 12           | sourceLogRetentionHours 13   | refused: the source's log
                    the source keeps its log an hour longer than that      | 1 x dc2.large      | none      | 12           | sourceLogRetentionHours 14   | classic to 2
                    an elastic pause is shorter than an hour's log         |                    | 8=42      | 24           | sourceLogRetentionHours 1    | resize to 8
                    a person does not get around the source's log          | 1 x dc2.large      | none      | 24           | cause MANUAL                 | refused: the source's log
                    mode ask asks for a classic resize as well             | 1 x dc2.large      | none      | 12           | mode ask                     | ask: classic to 2
                    nobody is asked for what cannot be done                | 1 x dc2.large      | none      | 24           | mode ask                     | refused: the source's log
                    classic waits for the window as well                   | 1 x dc2.large      | none      | 12           | window SAT 01:00-05:00 UTC   | deferred until 2026-11-28T01:00:00Z: classic to 2
                    a critical disk is no reason for a classic resize      | 1 x dc2.large      | none      |              | disk 97                      | refused: no elastic resize, at a critical level
                    """);

    private static final Table MODE_AND_WINDOW =
            Table.of(
                    Situation::new,
                    """
                    why                                                | cause   | disk    | otherwise                                | answer
                    a spill of a minute is not critical                | ALARM   | 97      | mode ask; sustained 84                   | ask: resize to 8
                    the owner wants to be asked                        | ALARM   | 84      | mode ask                                 | ask: resize to 8
                    the watch asks as the alarm does                   | WATCH   | 84      | mode ask                                 | ask: resize to 8
                    a recovery asks before it resizes                  | RECOVER | 84      | mode ask                                 | ask: resize to 8
                    unknown disk use is not critical                   | ALARM   | unknown | mode ask                                 | ask: resize to 8
                    a hair below critical, a person can still be asked | ALARM   | 89.99   | mode ask                                 | ask: resize to 8
                    at critical itself there is no time to ask         | ALARM   | 90      | mode ask                                 | resize to 8
                    above critical there is no time to ask             | WATCH   | 97      | mode ask                                 | resize to 8
                    another critical level, not reached                | ALARM   | 94.99   | mode ask; criticalPercent 95             | ask: resize to 8
                    another critical level, reached                    | ALARM   | 95      | mode ask; criticalPercent 95             | resize to 8
                    the message is the answer to the question          | MANUAL  | 84      | mode ask                                 | resize to 8
                    a person may go ahead without the metric           | MANUAL  | unknown | mode ask                                 | resize to 8
                    nobody is asked for what is not needed             | ALARM   | 62      | mode ask                                 | not needed
                    nobody is asked for what has no size               | ALARM   | 84      | mode ask; permitted none                 | refused: no elastic resize
                    the window is open                                 | ALARM   | 84      | window SAT,SUN 01:00-05:00 UTC           | resize to 8
                    the window opens this minute                       | ALARM   | 84      | window SUN 04:30-05:30 UTC               | resize to 8
                    the window closes this minute                      | ALARM   | 84      | window SAT,SUN 01:00-04:30 UTC           | deferred until 2026-11-28T01:00:00Z: resize to 8
                    the window opens later today                       | ALARM   | 84      | window daily 22:00-04:00 UTC             | deferred until 2026-11-22T22:00:00Z: resize to 8
                    the window of Saturday reaches into Sunday         | ALARM   | 84      | window SAT 22:00-06:00 UTC               | resize to 8
                    the window is open in UTC, and closed in Berlin    | ALARM   | 84      | window SAT,SUN 01:00-05:00 Europe/Berlin | deferred until 2026-11-28T00:00:00Z: resize to 8
                    the watch waits for the window                     | WATCH   | 84      | window SAT 01:00-05:00 UTC               | deferred until 2026-11-28T01:00:00Z: resize to 8
                    unknown disk use waits for the window              | ALARM   | unknown | window SAT 01:00-05:00 UTC               | deferred until 2026-11-28T01:00:00Z: resize to 8
                    a hair below critical the window counts            | ALARM   | 89.99   | window SAT 01:00-05:00 UTC               | deferred until 2026-11-28T01:00:00Z: resize to 8
                    at critical itself no window counts                | ALARM   | 90      | window SAT 01:00-05:00 UTC               | resize to 8
                    a person waits for no window                       | MANUAL  | 84      | window SAT 01:00-05:00 UTC               | resize to 8
                    asking needs no window                             | ALARM   | 84      | mode ask; window SAT 01:00-05:00 UTC     | ask: resize to 8
                    asking within the window is asking still           | ALARM   | 84      | mode ask; window SUN 01:00-05:00 UTC     | ask: resize to 8
                    nothing is put off that is not needed              | ALARM   | 62      | window SAT 01:00-05:00 UTC               | not needed
                    """);

    @ParameterizedTest(name = "{0}")
    @MethodSource({"need", "twice", "fit", "classic", "modeAndWindow"})
    void answers(Table.Row row) {
        row.check();
    }

    private static Stream<Table.Row> need() {
        return NEED.decisions();
    }

    private static Stream<Table.Row> twice() {
        return DOUBLE.decisions();
    }

    private static Stream<Table.Row> fit() {
        return FIT.decisions();
    }

    private static Stream<Table.Row> classic() {
        return CLASSIC.decisions();
    }

    private static Stream<Table.Row> modeAndWindow() {
        return MODE_AND_WINDOW.decisions();
    }
}
