package headroom.constructs.workflow;

import headroom.run.StackEnvironment;
import headroom.run.WatchTimes;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

import java.util.List;
import java.util.stream.Stream;

/// The watch, and the clock that wakes it.
///
/// @param times when it is woken
/// @param stateMachine what it starts when something is missing
/// @param environment what it is told of the stack, beside the settings
/// @param sight what it may look at besides
/// @param operators where its warnings go
/// @param deadLetterQueue what takes the calls that did not reach it
public record WatchSchedule(
        WatchTimes times,
        StateMachine stateMachine,
        Lease lease,
        StackEnvironment environment,
        List<PolicyStatement> sight,
        ITopic operators,
        DeadLetterQueue deadLetterQueue) {
    /// A cold start and a handful of requests. The SDK goes on for a minute with one that DynamoDB
    /// throttles, and two in a round would outlast two.
    private static final Duration TIMEOUT = Duration.minutes(3);

    /// @param function its errors somebody should watch in turn
    /// @param rule the name of the rule that wakes it, which a person may switch off
    public record Created(IFunction function, String rule) {}

    public Created create(Construct scope, Functions functions, Class<?> handler) {
        Duration every = Duration.minutes(times.every().toMinutes());
        Alias watch = functions.create(handler, TIMEOUT, rights(), environment.variables());
        // A call that is late is of no use once the next one is due.
        deadLetterQueue.takeEventsOf(watch, every);
        Rule rule =
                Rule.Builder.create(scope, "WatchSchedule")
                        .description("Wakes the watch")
                        .schedule(Schedule.rate(every))
                        .targets(
                                List.of(
                                        LambdaFunction.Builder.create(watch)
                                                .maxEventAge(every)
                                                .deadLetterQueue(deadLetterQueue.queue())
                                                .build()))
                        .build();
        return new Created(watch.getLambda(), rule.getRuleName());
    }

    private List<PolicyStatement> rights() {
        Stream<PolicyStatement> own =
                Stream.of(
                        lease.read(),
                        lease.use(),
                        Allow.to("states:StartExecution", stateMachine.getStateMachineArn()),
                        Allow.to("states:DescribeExecution", executions()),
                        Allow.to("sns:Publish", operators.getTopicArn()),
                        deadLetterQueue.putAside());
        return Stream.concat(own, sight.stream()).toList();
    }

    /// All executions of the state machine.
    private String executions() {
        return Allow.arn(
                Stack.of(stateMachine),
                "states",
                "execution",
                stateMachine.getStateMachineName() + ":*");
    }
}
