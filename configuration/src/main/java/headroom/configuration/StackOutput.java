package headroom.configuration;

/// The outputs of a stack by which its parts are found from outside.
public enum StackOutput {
    STATE_MACHINE("StateMachineArn"),
    LEASE_TABLE("LeaseTable"),
    /// What is published there starts a run.
    REQUESTS_TOPIC("TopicArn"),
    /// Reports are published there.
    OPERATORS_TOPIC("OperatorsTopicArn"),
    /// The name of the rule that wakes the watch.
    WATCH_RULE("WatchRule"),
    /// The setting of that name, in hours. Of a cluster's stack alone.
    SOURCE_LOG_RETENTION("SourceLogRetentionHours"),
    /// Of a cluster's stack that has drills.
    DRILL_STATE_MACHINE("DrillStateMachineArn");

    private final String key;

    StackOutput(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
