package headroom.constructs.workflow;

import static java.util.Objects.requireNonNull;

import headroom.settings.Switch;
import headroom.step.Json;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A state machine and everything that its definition names.
///
/// The definition goes up to the byte as it is rehearsed. So nothing about it can be set here: its
/// timeout stands in the file, and so does each retry.
///
/// @param operators where reports are published
/// @param requests what is published here starts a run, which a report tells its readers
/// @param logs how its log group is made
/// @param events whether finished runs are sent to EventBridge
public record Workflow(
        String name,
        Steps steps,
        Lease lease,
        ITopic operators,
        ITopic requests,
        Logs logs,
        Switch events) {
    /// What one workflow's definition names, beside that which any names.
    ///
    /// @param definition the file in the States Language
    /// @param functions by their handlers' simple names, which the definition uses too
    /// @param texts what else is substituted in it, by its names
    /// @param rights what its states ask of services themselves
    public record Steps(
            Path definition,
            Map<String, Alias> functions,
            Map<String, String> texts,
            List<PolicyStatement> rights) {
        /// The same with rights that any state machine of the installation needs.
        Steps with(List<PolicyStatement> more) {
            return new Steps(
                    definition,
                    functions,
                    texts,
                    Stream.concat(rights.stream(), more.stream()).toList());
        }

        /// Whose states ask nothing but its functions.
        public static Steps of(Path definition, Map<String, Alias> functions) {
            return new Steps(definition, functions, Map.of(), List.of());
        }

        /// The same with another lease of the table, which the definition names as well.
        Steps with(String text, Lease other) {
            Map<String, String> more = new LinkedHashMap<>(texts);
            more.put(text, other.key());
            return new Steps(
                    definition,
                    functions,
                    more,
                    Stream.concat(rights.stream(), Stream.of(other.use())).toList());
        }
    }

    /// The log group of a state machine. Its beginning keeps it out of a resource policy of
    /// CloudWatch Logs that many state machines overfill.
    public static String logsOf(String name) {
        return "/aws/vendedlogs/states/" + name;
    }

    public StateMachine in(Construct scope) {
        var stateMachine =
                StateMachine.Builder.create(scope, "StateMachine")
                        .stateMachineName(name)
                        .stateMachineType(StateMachineType.STANDARD)
                        .definitionBody(DefinitionBody.fromFile(steps.definition().toString()))
                        .definitionSubstitutions(substitutions())
                        .logs(logged(scope))
                        .build();
        rights().forEach(stateMachine::addToRolePolicy);
        trustThisAccount(stateMachine);
        if (events == Switch.ON) {
            stateMachine.addToRolePolicy(Events.send(Stack.of(scope)));
        }
        return stateMachine;
    }

    /// Step Functions may take the role for state machines of this account alone.
    private static void trustThisAccount(StateMachine stateMachine) {
        var role = (CfnRole) requireNonNull(stateMachine.getRole().getNode().getDefaultChild());
        role.addPropertyOverride(
                "AssumeRolePolicyDocument.Statement.0.Condition",
                Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)));
    }

    private Map<String, String> substitutions() {
        Map<String, String> substitutions = new LinkedHashMap<>();
        substitutions.put("Partition", Aws.PARTITION);
        substitutions.put("LeaseTable", lease.table().getTableName());
        substitutions.put("LeaseKey", lease.key());
        substitutions.put("OperatorsTopic", operators.getTopicArn());
        substitutions.put("RequestsTopic", requests.getTopicArn());
        substitutions.put("Events", Json.name(events));
        substitutions.putAll(steps.texts());
        steps.functions()
                .forEach((step, function) -> substitutions.put(step, function.getFunctionArn()));
        return substitutions;
    }

    /// A file with substitutions derives no rights; these are all that the definition needs.
    private List<PolicyStatement> rights() {
        Stream<PolicyStatement> ofAny =
                Stream.of(
                        Allow.to(
                                "lambda:InvokeFunction",
                                steps.functions().values().stream()
                                        .map(Alias::getFunctionArn)
                                        .toArray(String[]::new)),
                        lease.use(),
                        Allow.to("sns:Publish", operators.getTopicArn()));
        return Stream.concat(ofAny, steps.rights().stream()).toList();
    }

    /// Every transition, so that the way a run took can be read after Step Functions has forgotten
    /// it, and no data: the functions' own logs say what they answered.
    private LogOptions logged(Construct scope) {
        return LogOptions.builder()
                .destination(logs.group(scope, "StateMachine", logsOf(name)))
                .level(LogLevel.ALL)
                .includeExecutionData(false)
                .build();
    }
}
