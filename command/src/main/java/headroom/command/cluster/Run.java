package headroom.command.cluster;

import headroom.run.WatchTimes;
import headroom.step.Json;
import headroom.text.Span;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// An execution of the state machine.
///
/// @param endedAt null while it runs
/// @param ending what came of it, for people; empty while it runs, or where it does not say
record Run(
        String arn,
        String name,
        ExecutionStatus status,
        Instant startedAt,
        @Nullable Instant endedAt,
        Optional<String> ending) {

    /// What a run that ended by itself leaves behind.
    ///
    /// @param report the subject of its report
    /// @param stoodDown why it did nothing
    private record Output(Optional<String> report, Optional<String> stoodDown) {}

    static Run described(SfnClient stepFunctions, String arn) {
        DescribeExecutionResponse found =
                stepFunctions.describeExecution(request -> request.executionArn(arn));
        return new Run(
                arn,
                found.name(),
                found.status(),
                found.startDate(),
                found.stopDate(),
                ending(found));
    }

    private static Optional<String> ending(DescribeExecutionResponse found) {
        if (found.output() != null) {
            Output output =
                    Json.read(found.output().getBytes(StandardCharsets.UTF_8), Output.class);
            return output.report().or(output::stoodDown);
        }
        return Optional.ofNullable(found.cause()).or(() -> Optional.ofNullable(found.error()));
    }

    boolean isRunning() {
        return status == ExecutionStatus.RUNNING;
    }

    /// Whether it came to its end by itself, so that it had no function at work any more. One that
    /// was stopped, or ran out of its three weeks, may have had.
    private boolean endedByItself() {
        return status == ExecutionStatus.SUCCEEDED || status == ExecutionStatus.FAILED;
    }

    /// Whether it may be at work on the cluster and its tasks.
    boolean isAtWork() {
        return isRunning() && StartedBy.of(name) != StartedBy.FORGETTING;
    }

    /// Whether no function of it can be at work any more.
    boolean isSettled(Instant now) {
        return endedAt != null
                && (endedByItself() || !now.isBefore(endedAt.plus(WatchTimes.SURELY_DEAD_AFTER)));
    }

    /// A line of a list.
    String line(Instant now) {
        Instant until = endedAt == null ? now : endedAt;
        return "  %s  %-11s  %-9s  %s%s"
                .formatted(
                        startedAt.truncatedTo(ChronoUnit.SECONDS),
                        new Span(Duration.between(startedAt, until)),
                        status.toString(),
                        StartedBy.of(name).inWords(),
                        ending.map(each -> ": " + each).orElse(""));
    }
}
