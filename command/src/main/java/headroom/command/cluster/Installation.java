package headroom.command.cluster;

import headroom.command.answer.Refused;
import headroom.configuration.StackOutput;
import headroom.redshift.ClusterNames;

import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one cluster's stack consists of, as far as a person has to do with it.
///
/// @param names what is called by the cluster's name
/// @param access how it was found
public record Installation(ClusterNames names, Access access, Map<String, String> outputs) {
    /// Without these there is nothing to look at.
    private static final List<StackOutput> REQUIRED =
            List.of(StackOutput.STATE_MACHINE, StackOutput.LEASE_TABLE, StackOutput.REQUESTS_TOPIC);

    /// @throws Refused if there is no such stack, or it is not deployed
    public static Installation find(Services services, String cluster, Access access) {
        var names = new ClusterNames(cluster);
        Stack stack = stack(services, names);
        Map<String, String> outputs =
                stack.outputs().stream()
                        .collect(Collectors.toMap(Output::outputKey, Output::outputValue));
        List<String> missing =
                REQUIRED.stream()
                        .map(StackOutput::key)
                        .filter(each -> !outputs.containsKey(each))
                        .toList();
        if (!missing.isEmpty()) {
            throw new Refused(
                    "The stack %s is %s and has no output %s, so nothing was done. Deploy it, with the version that this command is of."
                            .formatted(
                                    names.stack(),
                                    stack.stackStatusAsString(),
                                    String.join(", ", missing)));
        }
        return new Installation(names, access, outputs);
    }

    private static Stack stack(Services services, ClusterNames names) {
        try {
            return services.cloudFormation()
                    .get()
                    .describeStacks(request -> request.stackName(names.stack()))
                    .stacks()
                    .getFirst();
        } catch (CloudFormationException refusal) {
            if (!String.valueOf(refusal.getMessage()).contains("does not exist")) {
                throw refusal;
            }
            throw new NoSuchStack(services, names).refusal();
        }
    }

    String cluster() {
        return names.cluster();
    }

    String stateMachine() {
        return output(StackOutput.STATE_MACHINE);
    }

    String leaseTable() {
        return output(StackOutput.LEASE_TABLE);
    }

    String requestsTopic() {
        return output(StackOutput.REQUESTS_TOPIC);
    }

    String operatorsTopic() {
        return output(StackOutput.OPERATORS_TOPIC);
    }

    /// The name of the rule that wakes the watch.
    ///
    /// @throws Refused if the stack does not tell it
    String watchRule() {
        return Optional.ofNullable(outputs.get(StackOutput.WATCH_RULE.key()))
                .orElseThrow(
                        () ->
                                new Refused(
                                        "The stack %s has no output %s, so its watch is not found. Deploy it with the version that this command is of."
                                                .formatted(
                                                        names.stack(),
                                                        StackOutput.WATCH_RULE.key())));
    }

    /// For how long the source keeps its log, by the settings; empty where the stack does not say.
    Optional<Duration> sourceLog() {
        return Optional.ofNullable(outputs.get(StackOutput.SOURCE_LOG_RETENTION.key()))
                .map(hours -> Duration.ofHours(Long.parseLong(hours)));
    }

    /// Whether its settings allow drills.
    boolean hasDrills() {
        return outputs.containsKey(StackOutput.DRILL_STATE_MACHINE.key());
    }

    List<String> diskAlarms() {
        return Stream.of(names.diskAlarm(), names.criticalDiskAlarm()).toList();
    }

    /// Where it is, told by the state machine's ARN:
    /// `arn:aws:states:REGION:ACCOUNT:stateMachine:NAME`.
    String region() {
        return stateMachine().split(":", 6)[3];
    }

    String account() {
        return stateMachine().split(":", 6)[4];
    }

    /// A command of ours for this cluster.
    String command(String subcommand, String... more) {
        return access.command(
                Stream.concat(Stream.of(subcommand, cluster()), Stream.of(more))
                        .toArray(String[]::new));
    }

    /// An option of the AWS CLI that says where this is.
    String awsOptions() {
        return " --region "
                + region()
                + access.profile().map(each -> " --profile " + each).orElse("");
    }

    private String output(StackOutput output) {
        return String.valueOf(outputs.get(output.key()));
    }
}
