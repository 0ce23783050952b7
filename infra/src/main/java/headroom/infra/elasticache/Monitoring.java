package headroom.infra.elasticache;

import headroom.configuration.GroupConfiguration;
import headroom.elasticache.GroupWatch;
import headroom.infra.workflow.Foundation;
import headroom.infra.workflow.OwnMetrics;
import headroom.infra.workflow.RunAlarms;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.sns.Topic;

import java.util.ArrayList;
import java.util.List;

/// What people see of one group's installation: the alarms on it, and its dashboard.
record Monitoring(GroupConfiguration configuration, Foundation.Running running) {
    /// Slots of a large group move for many hours, and its clients are served meanwhile.
    static final Duration LEASE_HELD_TOO_LONG = Duration.hours(24);

    private static final RunAlarms.ToLookAt TO_LOOK_AT =
            new RunAlarms.ToLookAt(
                    "whether the group is still being changed",
                    "whether the group is still being changed",
                    "whether the group is still being changed");

    /// @param operators whom the alarms tell
    void in(Stack stack, Topic operators) {
        var own = new OwnMetrics(configuration.names().leaseKey());
        List<IAlarm> alarms = new ArrayList<>();
        alarms.add(byName(stack, "Cpu", configuration.names().cpuAlarm()));
        alarms.add(byName(stack, "Memory", configuration.names().memoryAlarm()));
        alarms.addAll(
                new RunAlarms(
                                configuration.names().stack(),
                                running,
                                GroupWatch.TIMES,
                                own,
                                LEASE_HELD_TOO_LONG,
                                TO_LOOK_AT)
                        .in(stack, operators));
        new GroupDashboard(configuration, own, running.stateMachine(), alarms).in(stack);
    }

    /// A reference would be to nothing where the alarm is not made, and fail the stack.
    private static IAlarm byName(Stack stack, String id, String name) {
        return Alarm.fromAlarmName(stack, id + "State", name);
    }
}
