package headroom.simulated.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.simulated.redshift.SimulatedCloudWatch.Level;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class SimulatedCloudWatchTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DISK = "headroom-redshift-analytics-disk";
    private static final String CRITICAL = "headroom-redshift-analytics-disk-critical";

    private final List<String> messages = new ArrayList<>();

    @Test
    void eachAlarmSpeaksForItsOwnLevel() throws JsonProcessingException {
        SimulatedCloudWatch cloudWatch = after(Duration.ofMinutes(16), 90.1);

        assertEquals(List.of(DISK + " ALARM", CRITICAL + " ALARM"), states(cloudWatch));
        assertEquals(2, messages.size());
        assertMessage(DISK, 80, MAPPER.readTree(messages.getFirst()));
        assertMessage(CRITICAL, 90, MAPPER.readTree(messages.getLast()));
    }

    private static void assertMessage(String name, double threshold, JsonNode message) {
        assertEquals(name, message.path("AlarmName").asText());
        assertEquals(
                "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:" + name,
                message.path("AlarmArn").asText());
        assertEquals("ALARM", message.path("NewStateValue").asText());
        assertEquals("OK", message.path("OldStateValue").asText());
        assertEquals(threshold, message.path("Trigger").path("Threshold").asDouble());
    }

    @Test
    void theCriticalAlarmIsQuietBelowItsLevel() {
        SimulatedCloudWatch cloudWatch = after(Duration.ofMinutes(30), 89.9);

        assertEquals(List.of(DISK + " ALARM", CRITICAL + " OK"), states(cloudWatch));
        assertEquals(1, messages.size());
    }

    @Test
    void bothWaitForThreePeriods() {
        SimulatedCloudWatch cloudWatch = after(Duration.ofMinutes(14), 95);

        assertEquals(List.of(DISK + " OK", CRITICAL + " OK"), states(cloudWatch));
    }

    @Test
    void bothWaitForAsLongAsTheyAreTold() {
        assertEquals(
                List.of(DISK + " OK", CRITICAL + " OK"),
                states(after(Duration.ofMinutes(29), 95, 6)));
        assertEquals(
                List.of(DISK + " ALARM", CRITICAL + " ALARM"),
                states(after(Duration.ofMinutes(31), 95, 6)));
    }

    /// It begins at the full minute, so a quarter of an hour may have sixteen.
    @Test
    void answersWithTheMinuteInWhichTheTimeBegins() {
        SimulatedCloudWatch cloudWatch = after(Duration.ofMinutes(31), 50);
        Instant now = Instant.parse("2026-11-22T04:30:00Z");
        assertEquals(15, minutes(cloudWatch, now));
        assertEquals(16, minutes(cloudWatch, now.plusSeconds(30)));
    }

    private static int minutes(SimulatedCloudWatch cloudWatch, Instant now) {
        return cloudWatch
                .getMetricStatistics(
                        request ->
                                request.namespace("AWS/Redshift")
                                        .metricName("PercentageDiskSpaceUsed")
                                        .dimensions(
                                                Dimension.builder()
                                                        .name("ClusterIdentifier")
                                                        .value(OneCluster.NAME)
                                                        .build())
                                        .startTime(now.minus(Duration.ofMinutes(15)))
                                        .endTime(now)
                                        .period(60)
                                        .statistics(Statistic.MAXIMUM))
                .datapoints()
                .size();
    }

    @Test
    void answersOnlyForTheAlarmsThatAreAskedFor() {
        SimulatedCloudWatch cloudWatch = after(Duration.ZERO, 50);

        assertEquals(
                List.of(CRITICAL + " OK"),
                states(cloudWatch, cloudWatch.criticalAlarmName(), "another"));
    }

    private SimulatedCloudWatch after(Duration time, double diskPercent) {
        return after(time, diskPercent, 3);
    }

    private SimulatedCloudWatch after(Duration time, double diskPercent, int periods) {
        var scenario = new OneCluster(4, diskPercent, RedshiftBehaviour.ORDINARY);
        var cloudWatch =
                new SimulatedCloudWatch(
                        scenario.redshift,
                        List::of,
                        new Level(DISK, 80),
                        new Level(CRITICAL, 90),
                        periods,
                        scenario.scheduler,
                        scenario.journal);
        cloudWatch.begin(messages::add);
        scenario.pass(time);
        return cloudWatch;
    }

    private static List<String> states(SimulatedCloudWatch cloudWatch) {
        return states(cloudWatch, cloudWatch.alarmName(), cloudWatch.criticalAlarmName());
    }

    private static List<String> states(SimulatedCloudWatch cloudWatch, String... names) {
        return cloudWatch
                .describeAlarms(request -> request.alarmNames(names))
                .metricAlarms()
                .stream()
                .map(each -> each.alarmName() + " " + each.stateValueAsString())
                .toList();
    }
}
