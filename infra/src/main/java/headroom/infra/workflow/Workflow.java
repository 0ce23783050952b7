package headroom.infra.workflow;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.sns.Topic;
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

/// A state machine and everything that its definition names.
///
/// The definition goes up to the byte as it is rehearsed. So nothing about it can be set here: its
/// timeout stands in the file, and so does each retry.
///
/// @param definition the file in the States Language
/// @param operators where reports are published
/// @param requests what is published here starts a run, which a report tells its readers
/// @param steps the functions by their handlers' simple names, which the definition uses too
public record Workflow(
        String name,
        Path definition,
        Lease lease,
        Topic operators,
        Topic requests,
        Map<String, Alias> steps) {

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
                        .definitionBody(DefinitionBody.fromFile(definition.toString()))
                        .definitionSubstitutions(substitutions())
                        .logs(logs(scope))
                        .build();
        rights().forEach(stateMachine::addToRolePolicy);
        return stateMachine;
    }

    private Map<String, String> substitutions() {
        Map<String, String> substitutions = new LinkedHashMap<>();
        substitutions.put("Partition", Aws.PARTITION);
        substitutions.put("LeaseTable", lease.table().getTableName());
        substitutions.put("LeaseKey", lease.key());
        substitutions.put("OperatorsTopic", operators.getTopicArn());
        substitutions.put("RequestsTopic", requests.getTopicArn());
        steps.forEach((step, function) -> substitutions.put(step, function.getFunctionArn()));
        return substitutions;
    }

    /// A file with substitutions derives no rights; these are all that the definition needs.
    private List<PolicyStatement> rights() {
        return List.of(
                PolicyStatement.Builder.create()
                        .actions(List.of("lambda:InvokeFunction"))
                        .resources(steps.values().stream().map(Alias::getFunctionArn).toList())
                        .build(),
                lease.use(),
                PolicyStatement.Builder.create()
                        .actions(List.of("sns:Publish"))
                        .resources(List.of(operators.getTopicArn()))
                        .build());
    }

    /// Every transition, so that the way a run took can be read after Step Functions has forgotten
    /// it, and no data: the functions' own logs say what they answered.
    private LogOptions logs(Construct scope) {
        return LogOptions.builder()
                .destination(Functions.logs(scope, "StateMachine", logsOf(name)))
                .level(LogLevel.ALL)
                .includeExecutionData(false)
                .build();
    }
}
