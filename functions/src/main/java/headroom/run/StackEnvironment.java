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
/// @param operatorsTopic the ARN of the topic that reports and warnings go to
public record StackEnvironment(
        String stateMachine, String leaseTable, String leaseKey, String operatorsTopic) {
    private static final String STATE_MACHINE = "STATE_MACHINE_ARN";
    private static final String LEASE_TABLE = "LEASE_TABLE";
    private static final String LEASE_KEY = "LEASE_KEY";
    private static final String OPERATORS_TOPIC = "OPERATORS_TOPIC_ARN";

    public static StackEnvironment read() {
        var environment = new Environment(System.getenv());
        return new StackEnvironment(
                environment.required(STATE_MACHINE),
                environment.required(LEASE_TABLE),
                environment.required(LEASE_KEY),
                environment.required(OPERATORS_TOPIC));
    }

    /// What infra sets.
    public Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(STATE_MACHINE, stateMachine);
        variables.put(LEASE_TABLE, leaseTable);
        variables.put(LEASE_KEY, leaseKey);
        variables.put(OPERATORS_TOPIC, operatorsTopic);
        return variables;
    }

    /// The same for what works under another lease, by another state machine of the stack.
    public StackEnvironment beside(String name, String key) {
        return new StackEnvironment(stateMachine(name), leaseTable, key, operatorsTopic);
    }

    /// The ARN of another state machine of the stack.
    public String stateMachine(String name) {
        return stateMachine.substring(0, stateMachine.lastIndexOf(':') + 1) + name;
    }

    /// The ARN of an alarm: it is where the state machine is, whose ARN names the place:
    /// `arn:aws:states:eu-west-1:111122223333:stateMachine:NAME`.
    public String alarm(String name) {
        String[] parts = stateMachine.split(":", 6);
        return "arn:%s:cloudwatch:%s:%s:alarm:%s".formatted(parts[1], parts[3], parts[4], name);
    }
}
