package headroom.rehearsal.aws;

import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Json;
import headroom.rehearsal.states.Machine;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Step Functions with one state machine, as far as Headroom uses it.
public final class SimulatedStepFunctions implements SfnClient {
    private final Machine machine;
    private final Map<String, Execution> executions = new LinkedHashMap<>();
    private final Map<String, String> inputs = new LinkedHashMap<>();

    public SimulatedStepFunctions(Machine machine) {
        this.machine = machine;
    }

    public List<Execution> executions() {
        return List.copyOf(executions.values());
    }

    /// The same name and input again is no error while the first execution runs, and one after
    /// that.
    @Override
    public StartExecutionResponse startExecution(StartExecutionRequest request) {
        if (!machine.arn().equals(request.stateMachineArn())) {
            throw Refusal.of(
                    StateMachineDoesNotExistException.builder(),
                    "Sfn",
                    "StateMachineDoesNotExist",
                    "State Machine Does Not Exist: " + request.stateMachineArn());
        }
        Execution execution = executions.get(request.name());
        if (execution == null) {
            execution = machine.start(request.name(), Json.read(request.input()));
            executions.put(request.name(), execution);
            inputs.put(request.name(), request.input());
        } else if (!execution.isRunning() || !request.input().equals(inputs.get(request.name()))) {
            throw Refusal.of(
                    ExecutionAlreadyExistsException.builder(),
                    "Sfn",
                    "ExecutionAlreadyExists",
                    "Execution Already Exists: " + execution.arn());
        }
        return StartExecutionResponse.builder().executionArn(execution.arn()).build();
    }

    @Override
    public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
        Execution execution =
                executions.values().stream()
                        .filter(each -> each.arn().equals(request.executionArn()))
                        .findFirst()
                        .orElseThrow(() -> unknown(request.executionArn()));
        return DescribeExecutionResponse.builder()
                .executionArn(execution.arn())
                .name(execution.name())
                .status(execution.status().name())
                .startDate(execution.startedAt())
                .stopDate(execution.endedAt())
                .build();
    }

    private static AwsServiceException unknown(String arn) {
        return Refusal.of(
                ExecutionDoesNotExistException.builder(),
                "Sfn",
                "ExecutionDoesNotExist",
                "Execution Does Not Exist: " + arn);
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
