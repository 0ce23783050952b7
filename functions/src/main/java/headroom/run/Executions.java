package headroom.run;

import headroom.step.Json;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/// Starts executions under names that are derived from what asks for them, so that Step Functions
/// itself refuses what is asked for twice.
///
/// @param stateMachine its ARN
public record Executions(SfnClient stepFunctions, String stateMachine) {

    /// @param name the same for each delivery of what asks for it
    /// @param input the same as well: another one under that name is an error
    /// @return false if it has been started before
    public boolean start(String name, Record input) {
        try {
            stepFunctions.startExecution(
                    start ->
                            start.stateMachineArn(stateMachine)
                                    .name(name)
                                    .input(Json.text(Json.write(input))));
            return true;
        } catch (ExecutionAlreadyExistsException deliveredTwice) {
            return false;
        }
    }
}
