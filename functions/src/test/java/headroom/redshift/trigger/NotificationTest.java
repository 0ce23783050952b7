package headroom.redshift.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.trigger.Notification;
import headroom.trigger.Notification.Alarm;
import headroom.trigger.Notification.Alarm.Watched;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

final class NotificationTest {
    /// That of an alarm that ends, too.
    @ParameterizedTest
    @ValueSource(strings = {"ALARM", "INSUFFICIENT_DATA"})
    void isAnAlarmInTheFormOfCloudWatch(String state) {
        assertEquals(
                new Alarm(
                        "rs-disk-sales",
                        "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:rs-disk-sales",
                        state,
                        "2026-11-22T04:05:06.789+0000",
                        List.of(disk(Map.of("ClusterIdentifier", "sales"))),
                        80.0,
                        List.of()),
                Notification.parse(Messages.alarm(state), Orders.VOCABULARY));
    }

    @Test
    void findsTheMetricsOfAnAlarmOnAnExpression() {
        assertEquals(
                new Alarm(
                        "rs-any",
                        "arn:any",
                        "ALARM",
                        Messages.CHANGED_AT,
                        List.of(
                                disk(Map.of("ClusterIdentifier", "sales")),
                                disk(Map.of("ClusterIdentifier", "stock", "NodeID", "Leader"))),
                        80.0,
                        List.of()),
                Notification.parse(Messages.expressionAlarm(), Orders.VOCABULARY));
    }

    @Test
    void findsNoMetricInACompositeAlarm() {
        assertEquals(
                new Alarm(
                        "rs-all",
                        "arn:all",
                        "ALARM",
                        Messages.CHANGED_AT,
                        List.of(),
                        null,
                        List.of()),
                Notification.parse(Messages.compositeAlarm(), Orders.VOCABULARY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"AlarmName\":\"a\",\"NewStateValue\":\"ALARM\",\"Trigger\":null}",
                "{\"AlarmName\":\"a\",\"NewStateValue\":\"ALARM\",\"Trigger\":\"x\"}",
                "{\"AlarmName\":\"a\",\"NewStateValue\":\"ALARM\",\"Trigger\":{\"Dimensions\":{}}}",
                "{\"AlarmName\":\"a\",\"NewStateValue\":\"ALARM\",\"Trigger\":{\"Dimensions\":[7]}}",
                "{\"AlarmName\":\"a\",\"NewStateValue\":\"ALARM\",\"Trigger\":{\"Dimensions\":[{\"Name\":\"ClusterIdentifier\",\"Value\":\"sales\"}]}}",
                "{\"AlarmName\":\"a\",\"NewStateValue\":\"ALARM\",\"Trigger\":{\"Metrics\":[{\"MetricStat\":3}]}}"
            })
    void findsNoMetricInATriggerOfAnotherForm(String message) {
        assertEquals(
                new Alarm("a", "a", "ALARM", "", List.of(), null, List.of()),
                Notification.parse(message, Orders.VOCABULARY));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T04:05:06.789+0000, 20261122T040506Z",
        "2026-11-22T05:05:06.789+0100, 20261122T040506Z",
        "2026-11-22T04:05:06.789Z,     20261122T040506Z",
        "yesterday,                    unknown-time",
        "'',                           unknown-time"
    })
    void namesTheTimeOfAnAlarmInLegalCharacters(String changedAt, String name) {
        assertEquals(
                name,
                new Alarm("a", "a", "ALARM", changedAt, List.of(), null, List.of())
                        .changedAtInNames());
    }

    private static Watched disk(Map<String, String> dimensions) {
        return new Watched("AWS/Redshift", "PercentageDiskSpaceUsed", dimensions);
    }
}
