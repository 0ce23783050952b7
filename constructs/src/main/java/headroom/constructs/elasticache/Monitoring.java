package headroom.constructs.elasticache;

import headroom.configuration.GroupConfiguration;
import headroom.constructs.workflow.Foundation;
import headroom.constructs.workflow.OwnMetrics;
import headroom.constructs.workflow.RunAlarms;
import headroom.elasticache.GroupWatch;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

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
    Dashboard in(Construct scope, ITopic operators) {
        var own = new OwnMetrics(configuration.names().leaseKey());
        List<IAlarm> alarms = new ArrayList<>();
        alarms.add(byName(scope, "Cpu", configuration.names().cpuAlarm()));
        alarms.add(byName(scope, "Memory", configuration.names().memoryAlarm()));
        alarms.addAll(
                new RunAlarms(
                                configuration.names().stack(),
                                running,
                                GroupWatch.TIMES,
                                own,
                                LEASE_HELD_TOO_LONG,
                                TO_LOOK_AT)
                        .in(scope, operators));
        return new GroupDashboard(configuration, own, running.stateMachine(), alarms).in(scope);
    }

    /// A reference would be to nothing where the alarm is not made, and fail the stack.
    private static IAlarm byName(Construct scope, String id, String name) {
        return Alarm.fromAlarmName(scope, id + "State", name);
    }
}
