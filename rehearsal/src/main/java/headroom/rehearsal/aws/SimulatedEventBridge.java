package headroom.rehearsal.aws;

import headroom.simulated.aws.Refusal;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;

import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.RuleState;

/// EventBridge with the one rule that wakes the watch.
public final class SimulatedEventBridge implements EventBridgeClient {
    private final String rule;
    private final Journal journal;
    private boolean enabled = true;

    /// @param rule its name, as CloudFormation made it
    public SimulatedEventBridge(String rule, Journal journal) {
        this.rule = rule;
        this.journal = journal;
    }

    /// Whether the rule acts on its schedule.
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public DescribeRuleResponse describeRule(DescribeRuleRequest request) {
        requireRule(request.name());
        return DescribeRuleResponse.builder()
                .name(rule)
                .scheduleExpression("rate(15 minutes)")
                .state(enabled ? RuleState.ENABLED : RuleState.DISABLED)
                .build();
    }

    @Override
    public DisableRuleResponse disableRule(DisableRuleRequest request) {
        requireRule(request.name());
        enabled = false;
        journal.note(Kind.CALL, "DisableRule", rule);
        return DisableRuleResponse.builder().build();
    }

    @Override
    public EnableRuleResponse enableRule(EnableRuleRequest request) {
        requireRule(request.name());
        enabled = true;
        journal.note(Kind.CALL, "EnableRule", rule);
        return EnableRuleResponse.builder().build();
    }

    private void requireRule(String name) {
        if (!rule.equals(name)) {
            throw Refusal.of(
                    ResourceNotFoundException.builder(),
                    "EventBridge",
                    "ResourceNotFoundException",
                    "Rule %s does not exist on EventBus default.".formatted(name));
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Holds nothing that could be closed.
    }
}
