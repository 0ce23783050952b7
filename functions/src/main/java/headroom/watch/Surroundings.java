package headroom.watch;

import headroom.redshift.Settings;
import headroom.run.StackEnvironment;

import java.util.LinkedHashMap;
import java.util.Map;

/// The resources of its own stack that the watch looks at, told by environment variables.
///
/// @param stateMachine its ARN
/// @param leaseTable the table's name
/// @param leaseKey the lease's key in it
/// @param alarmName the name of the disk alarm
/// @param criticalAlarmName the name of the alarm on the critical level of the same disk
/// @param operatorsTopic the ARN of the topic that reports and warnings go to
public record Surroundings(
        String stateMachine,
        String leaseTable,
        String leaseKey,
        String alarmName,
        String criticalAlarmName,
        String operatorsTopic) {
    private static final String STATE_MACHINE = StackEnvironment.STATE_MACHINE;
    private static final String LEASE_TABLE = StackEnvironment.LEASE_TABLE;
    private static final String LEASE_KEY = StackEnvironment.LEASE_KEY;
    private static final String ALARM_NAME = StackEnvironment.ALARM_NAME;
    private static final String CRITICAL_ALARM_NAME = StackEnvironment.CRITICAL_ALARM_NAME;
    private static final String OPERATORS_TOPIC = "OPERATORS_TOPIC_ARN";

    static Surroundings fromEnvironment() {
        Map<String, String> environment = System.getenv();
        return new Surroundings(
                Settings.required(environment, STATE_MACHINE),
                Settings.required(environment, LEASE_TABLE),
                Settings.required(environment, LEASE_KEY),
                Settings.required(environment, ALARM_NAME),
                Settings.required(environment, CRITICAL_ALARM_NAME),
                Settings.required(environment, OPERATORS_TOPIC));
    }

    /// What infra sets, beside the settings.
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(STATE_MACHINE, stateMachine);
        environment.put(LEASE_TABLE, leaseTable);
        environment.put(LEASE_KEY, leaseKey);
        environment.put(ALARM_NAME, alarmName);
        environment.put(CRITICAL_ALARM_NAME, criticalAlarmName);
        environment.put(OPERATORS_TOPIC, operatorsTopic);
        return environment;
    }
}
