package headroom.run;

import headroom.redshift.Settings;

import java.util.LinkedHashMap;
import java.util.Map;

/// The resources of its own stack that the trigger knows, told by environment variables.
///
/// @param stateMachine its ARN
/// @param leaseTable the table's name
/// @param leaseKey the lease's key in it
/// @param alarmName the name of the disk alarm
/// @param criticalAlarmName the name of the alarm on the critical level of the same disk
public record StackEnvironment(
        String stateMachine,
        String leaseTable,
        String leaseKey,
        String alarmName,
        String criticalAlarmName) {
    public static final String STATE_MACHINE = "STATE_MACHINE_ARN";
    public static final String LEASE_TABLE = "LEASE_TABLE";
    public static final String LEASE_KEY = "LEASE_KEY";
    public static final String ALARM_NAME = "ALARM_NAME";
    public static final String CRITICAL_ALARM_NAME = "CRITICAL_ALARM_NAME";

    static StackEnvironment fromEnvironment() {
        Map<String, String> environment = System.getenv();
        return new StackEnvironment(
                Settings.required(environment, STATE_MACHINE),
                Settings.required(environment, LEASE_TABLE),
                Settings.required(environment, LEASE_KEY),
                Settings.required(environment, ALARM_NAME),
                Settings.required(environment, CRITICAL_ALARM_NAME));
    }

    /// What infra sets, beside the settings.
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(STATE_MACHINE, stateMachine);
        environment.put(LEASE_TABLE, leaseTable);
        environment.put(LEASE_KEY, leaseKey);
        environment.put(ALARM_NAME, alarmName);
        environment.put(CRITICAL_ALARM_NAME, criticalAlarmName);
        return environment;
    }

    /// The ARN of the disk alarm.
    String alarm() {
        return arn(alarmName);
    }

    /// The ARN of the alarm on the critical level.
    String criticalAlarm() {
        return arn(criticalAlarmName);
    }

    /// The alarms are where the state machine is, whose ARN names the place:
    /// `arn:aws:states:eu-west-1:111122223333:stateMachine:NAME`.
    private String arn(String alarm) {
        String[] parts = stateMachine.split(":", 6);
        return "arn:%s:cloudwatch:%s:%s:alarm:%s".formatted(parts[1], parts[3], parts[4], alarm);
    }
}
