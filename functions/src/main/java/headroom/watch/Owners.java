package headroom.watch;

import headroom.watch.WatchDecision.Owner;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/// Looks how the execution is that holds the lease.
public record Owners(SfnClient stepFunctions) {

    /// That there is no such execution is believed when it is said twice: the call is consistent
    /// only in the end, and a recovery beside a run that lives would act in the midst of it.
    public Owner look(String arn) {
        try {
            return describe(arn);
        } catch (ExecutionDoesNotExistException perhaps) {
            return lookAgain(arn);
        }
    }

    private Owner lookAgain(String arn) {
        try {
            return describe(arn);
        } catch (ExecutionDoesNotExistException gone) {
            return new Owner(false, null);
        }
    }

    private Owner describe(String arn) {
        DescribeExecutionResponse execution =
                stepFunctions.describeExecution(request -> request.executionArn(arn));
        return new Owner(execution.status() == ExecutionStatus.RUNNING, execution.stopDate());
    }
}
