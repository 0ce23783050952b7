package headroom.run;

import headroom.settings.Environment;

import java.util.LinkedHashMap;
import java.util.Map;

/// The resources of its own stack that the trigger and the watch know, told by environment
/// variables beside the settings.
///
/// @param stateMachine its ARN
/// @param leaseTable the table's name
/// @param leaseKey the lease's key in it
/// @param alarmName the name of the alarm that asks for a run
/// @param criticalAlarmName the name of the one on a level at which nothing may wait
/// @param operatorsTopic the ARN of the topic that reports and warnings go to
public record StackEnvironment(
        String stateMachine,
        String leaseTable,
        String leaseKey,
        String alarmName,
        String criticalAlarmName,
        String operatorsTopic) {
    private static final String STATE_MACHINE = "STATE_MACHINE_ARN";
    private static final String LEASE_TABLE = "LEASE_TABLE";
    private static final String LEASE_KEY = "LEASE_KEY";
    private static final String ALARM_NAME = "ALARM_NAME";
    private static final String CRITICAL_ALARM_NAME = "CRITICAL_ALARM_NAME";
    private static final String OPERATORS_TOPIC = "OPERATORS_TOPIC_ARN";

    public static StackEnvironment read() {
        var environment = new Environment(System.getenv());
        return new StackEnvironment(
                environment.required(STATE_MACHINE),
                environment.required(LEASE_TABLE),
                environment.required(LEASE_KEY),
                environment.required(ALARM_NAME),
                environment.required(CRITICAL_ALARM_NAME),
                environment.required(OPERATORS_TOPIC));
    }

    /// What infra sets.
    public Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(STATE_MACHINE, stateMachine);
        variables.put(LEASE_TABLE, leaseTable);
        variables.put(LEASE_KEY, leaseKey);
        variables.put(ALARM_NAME, alarmName);
        variables.put(CRITICAL_ALARM_NAME, criticalAlarmName);
        variables.put(OPERATORS_TOPIC, operatorsTopic);
        return variables;
    }

    /// The ARN of the alarm that asks for a run.
    public String alarm() {
        return alarm(alarmName);
    }

    /// The ARN of the alarm on the critical level.
    public String criticalAlarm() {
        return alarm(criticalAlarmName);
    }

    /// The ARN of an alarm: it is where the state machine is, whose ARN names the place:
    /// `arn:aws:states:eu-west-1:111122223333:stateMachine:NAME`.
    public String alarm(String name) {
        String[] parts = stateMachine.split(":", 6);
        return "arn:%s:cloudwatch:%s:%s:alarm:%s".formatted(parts[1], parts[3], parts[4], name);
    }
}
