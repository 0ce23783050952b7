package headroom.infra.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.configuration.StackOutput;
import headroom.infra.Synthesised;
import headroom.redshift.ClusterNames;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the command `./headroom` goes by is there, under the names that it looks for.
final class StackOutputsTest {
    private static final Synthesised STACK = Synthesised.SALES;

    @Test
    void theStackTellsWhatTheCommandLooksFor() {
        assertEquals(
                Map.of(
                        StackOutput.STATE_MACHINE, "${StateMachine}",
                        StackOutput.LEASE_TABLE, "${Lease}",
                        StackOutput.REQUESTS_TOPIC, "${Requests}",
                        StackOutput.OPERATORS_TOPIC, "${Operators}",
                        StackOutput.WATCH_RULE, "${WatchSchedule}",
                        StackOutput.SOURCE_LOG_RETENTION, "24",
                        StackOutput.DRILL_STATE_MACHINE, "${DrillStateMachine}"),
                Arrays.stream(StackOutput.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        each ->
                                                Synthesised.text(
                                                        STACK.template()
                                                                .path("Outputs")
                                                                .path(each.key())
                                                                .path("Value")))));
    }

    @Test
    void theDiskAlarmsHaveTheNamesByWhichTheyAreSwitched() {
        var names = new ClusterNames("sales");
        for (String name : new String[] {names.diskAlarm(), names.criticalDiskAlarm()}) {
            assertEquals(
                    1,
                    STACK.all("AWS::CloudWatch::Alarm").stream()
                            .filter(each -> each.path("AlarmName").asText().equals(name))
                            .count(),
                    name);
        }
    }
}
