package headroom.simulated.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.simulated.elasticache.FigureHabits.Habit;
import headroom.simulated.elasticache.load.Clients;
import headroom.simulated.elasticache.load.Course;
import headroom.simulated.elasticache.load.Flow;
import headroom.simulated.elasticache.load.SlotSet;
import headroom.simulated.elasticache.load.Traffic;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The alarms over the series of the shards.
final class SimulatedCloudWatchTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Traffic HOT =
            Traffic.of(
                    Flow.even(20_000, 0.5, Clients.ORDINARY),
                    Flow.on(SlotSet.of(9), 90_000, 0.5, Clients.ORDINARY));

    private final OneGroup group = OneGroup.of(3, 1);
    private final List<String> messages = new ArrayList<>();

    private SimulatedCloudWatch watch(Traffic traffic, Habit... habits) {
        var series =
                new GroupSeries(
                        group.elastiCache,
                        traffic,
                        FigureHabits.ORDINARY.with(habits),
                        group.scheduler);
        var cloudWatch =
                new SimulatedCloudWatch(
                        series,
                        OneGroup.ID,
                        new SimulatedCloudWatch.Alarm("hot", 70, 5),
                        new SimulatedCloudWatch.Alarm("full", 75, 5),
                        group.scheduler,
                        group.journal);
        cloudWatch.begin(messages::add);
        return cloudWatch;
    }

    private static String state(SimulatedCloudWatch cloudWatch, String name) {
        return cloudWatch
                .describeAlarms(request -> request.alarmNames(name))
                .metricAlarms()
                .getFirst()
                .stateValueAsString();
    }

    /// Twice, and in two forms.
    @Test
    void theAlarmSpeaksAndTheHotShardSpeaksToo() throws JsonProcessingException {
        SimulatedCloudWatch cloudWatch = watch(HOT);
        group.passMinutes(2);
        assertEquals("ALARM", state(cloudWatch, "hot"));
        assertEquals("OK", state(cloudWatch, "full"));
        assertEquals(2, messages.size());
        JsonNode alarm = MAPPER.readTree(messages.getFirst());
        assertEquals("hot", alarm.path("AlarmName").asText());
        assertEquals("ALARM", alarm.path("NewStateValue").asText());
        assertTrue(
                alarm.path("Trigger")
                        .path("Metrics")
                        .path(0)
                        .path("Expression")
                        .asText()
                        .contains("WHERE ReplicationGroupId = 'sessions'"));
        JsonNode contributor = MAPPER.readTree(messages.getLast());
        assertEquals(
                "CloudWatch Alarm Contributor State Change",
                contributor.path("detail-type").asText());
        assertEquals(
                alarm.path("AlarmArn").asText(), contributor.path("resources").path(0).asText());
        JsonNode detail = contributor.path("detail");
        assertEquals("ALARM", detail.path("state").path("value").asText());
        assertEquals(
                "0001",
                detail.path("alarmContributor").path("attributes").path("NodeGroupId").asText());
        group.passMinutes(30);
        assertEquals(2, messages.size());
    }

    @Test
    void anotherShardSpeaksForItselfAlone() {
        watch(
                Traffic.of(
                                Flow.on(SlotSet.of(9), 100_000, 0.5, Clients.ORDINARY),
                                new Flow(SlotSet.of(16_000), 80_000, 0.5, 100, Clients.ORDINARY))
                        .with(Course.growing(0.5)));
        group.passMinutes(90);
        assertEquals(3, messages.size());
        assertTrue(messages.getLast().contains("\"NodeGroupId\":\"0003\""), messages.getLast());
    }

    @Test
    void itGoesBackToOkAndSaysSo() {
        SimulatedCloudWatch cloudWatch = watch(HOT.with(Course.growing(-1)));
        group.passMinutes(60);
        assertEquals("OK", state(cloudWatch, "hot"));
        assertEquals(4, messages.size());
    }

    @Test
    void aSpikeShorterThanItsPeriodsSaysNothing() {
        watch(
                Traffic.of(Flow.even(100_000, 0.5, Clients.ORDINARY))
                        .with(
                                Course.STEADY.with(
                                        new Course.Spike(
                                                Duration.ofMinutes(10),
                                                Duration.ofMinutes(4),
                                                5))));
        group.passMinutes(40);
        assertEquals(List.of(), messages);
    }

    /// Where the series of a shard is the mean of its nodes, the alarm misses what is hot.
    @Test
    void theAlarmMayMissAHotNode() {
        assertEquals("OK", state(averaged(), "hot"));
    }

    private SimulatedCloudWatch averaged() {
        SimulatedCloudWatch cloudWatch = watch(HOT.by(Clients.ORDINARY), Habit.SHARDS_AVERAGED);
        group.passMinutes(30);
        return cloudWatch;
    }

    @Test
    void withoutFiguresItStaysAsItIs() {
        SimulatedCloudWatch cloudWatch = watch(HOT, Habit.STOPS);
        group.passMinutes(60);
        assertEquals("ALARM", state(cloudWatch, "hot"));
    }

    @Test
    void itIsQuietWhileItsActionsAreDisabled() {
        SimulatedCloudWatch cloudWatch = watch(HOT);
        cloudWatch.disableAlarmActions(request -> request.alarmNames("hot"));
        group.passMinutes(5);
        assertEquals("ALARM", state(cloudWatch, "hot"));
        assertEquals(List.of(), messages);
        cloudWatch.enableAlarmActions(request -> request.alarmNames("hot"));
        group.passMinutes(5);
        assertEquals(List.of(), messages);
    }
}
