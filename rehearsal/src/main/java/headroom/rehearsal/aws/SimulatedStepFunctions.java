package headroom.rehearsal.aws;

import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Failure;
import headroom.rehearsal.states.Json;
import headroom.rehearsal.states.Machine;
import headroom.simulated.aws.Pages;
import headroom.simulated.aws.Refusal;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Step Functions with the state machines of one stack, as far as Headroom uses it.
public final class SimulatedStepFunctions implements SfnClient {
    private static final Duration LISTED_AFTER = Duration.ofSeconds(3);

    private final List<Machine> machines;
    private final Map<String, Execution> executions = new LinkedHashMap<>();
    private final Map<String, String> inputs = new LinkedHashMap<>();

    public SimulatedStepFunctions(List<Machine> machines) {
        this.machines = machines;
    }

    public List<Execution> executions() {
        return List.copyOf(executions.values());
    }

    /// The same name and input again is no error while the first execution runs, and one after
    /// that.
    @Override
    public StartExecutionResponse startExecution(StartExecutionRequest request) {
        Machine machine = machine(request.stateMachineArn());
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

    /// The newest first. What has begun a moment ago may be missing, as the list is consistent only
    /// in the end; here it always is.
    @Override
    public ListExecutionsResponse listExecutions(ListExecutionsRequest request) {
        Machine machine = machine(request.stateMachineArn());
        String ofMachine = machine.arn().replace(":stateMachine:", ":execution:") + ":";
        Instant listed = machine.now().minus(LISTED_AFTER);
        List<ExecutionListItem> all =
                executions().reversed().stream()
                        .filter(each -> each.arn().startsWith(ofMachine))
                        .filter(each -> !each.startedAt().isAfter(listed))
                        .filter(
                                each ->
                                        request.statusFilter() == null
                                                || each.status()
                                                        .name()
                                                        .equals(request.statusFilterAsString()))
                        .map(SimulatedStepFunctions::item)
                        .toList();
        Pages<ExecutionListItem> pages = Pages.cut(all, request.nextToken());
        return ListExecutionsResponse.builder()
                .executions(pages.page())
                .nextToken(pages.marker())
                .build();
    }

    private static ExecutionListItem item(Execution execution) {
        return ExecutionListItem.builder()
                .executionArn(execution.arn())
                .name(execution.name())
                .status(execution.status().name())
                .startDate(execution.startedAt())
                .stopDate(execution.endedAt())
                .build();
    }

    @Override
    public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
        Execution execution =
                executions.values().stream()
                        .filter(each -> each.arn().equals(request.executionArn()))
                        .findFirst()
                        .orElseThrow(() -> unknown(request.executionArn()));
        Failure failure = execution.failure();
        return DescribeExecutionResponse.builder()
                .error(failure == null ? null : failure.error())
                .cause(failure == null ? null : failure.cause())
                .executionArn(execution.arn())
                .name(execution.name())
                .status(execution.status().name())
                .startDate(execution.startedAt())
                .stopDate(execution.endedAt())
                .build();
    }

    private Machine machine(String arn) {
        return machines.stream()
                .filter(each -> each.arn().equals(arn))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.of(
                                        StateMachineDoesNotExistException.builder(),
                                        "Sfn",
                                        "StateMachineDoesNotExist",
                                        "State Machine Does Not Exist: " + arn));
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
