package headroom.constructs.workflow;

import headroom.metrics.Measure;
import headroom.run.WatchTimes;
import headroom.text.Span;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

import java.util.List;

/// The alarms on Headroom itself. CloudWatch publishes them, so they get through where a report or
/// a warning of ours does not.
///
/// None of them starts a run, and none says when it is over. Each looks at a single metric, and so
/// counts once among the ten that are free in an account.
///
/// @param name how the name of each begins
/// @param times of the watch
/// @param own what the functions measure
/// @param tooLong after which a lease that is still held needs a person
/// @param toLookAt what a person has to look at after a run without a report
public record RunAlarms(
        String name,
        Foundation.Running running,
        WatchTimes times,
        OwnMetrics own,
        Duration tooLong,
        ToLookAt toLookAt) {
    /// Clauses of the alarms' descriptions.
    ///
    /// @param afterFailure behind "at the execution, and "
    /// @param afterTimeOut behind "Look "
    /// @param whileHeld behind "Look at the execution that holds the lease, and "
    public record ToLookAt(String afterFailure, String afterTimeOut, String whileHeld) {}

    private static final Duration PERIOD = Duration.minutes(5);

    /// Lambda tries a round three times. One round that fails is made good by the next.
    private static final int FAILED_ROUNDS = 2;

    /// A few rounds that are late are nothing.
    private static final java.time.Duration SILENCE = java.time.Duration.ofHours(1);

    /// @param operators whom they tell
    public List<Alarm> in(Construct scope, ITopic operators) {
        List<Alarm> alarms =
                List.of(
                        failed(scope),
                        timedOut(scope),
                        aborted(scope),
                        messageIsUndelivered(scope),
                        watchFails(scope),
                        watchIsSilent(scope),
                        leaseIsHeld(scope));
        alarms.forEach(each -> each.addAlarmAction(new SnsAction(operators)));
        return alarms;
    }

    private Alarm failed(Construct scope) {
        return alarm(
                        scope,
                        "FailedAlarm",
                        "failed",
                        "A run failed. Do what its report says. If there is no report, look at the"
                                + " execution, and %s.".formatted(toLookAt.afterFailure()))
                .metric(running.stateMachine().metricFailed(sumOf(PERIOD)))
                .build();
    }

    private Alarm timedOut(Construct scope) {
        return alarm(
                        scope,
                        "TimedOutAlarm",
                        "timed-out",
                        "A run took three weeks and was ended without a report. Look %s."
                                .formatted(toLookAt.afterTimeOut()))
                .metric(running.stateMachine().metricTimedOut(sumOf(PERIOD)))
                .build();
    }

    private Alarm aborted(Construct scope) {
        return alarm(
                        scope,
                        "AbortedAlarm",
                        "aborted",
                        "Somebody aborted a run, and there is no report. The watch recovers it"
                                + " within %s; see that the report of the recovery comes."
                                        .formatted(new Span(times.recoveredWithin())))
                .metric(running.stateMachine().metricAborted(sumOf(PERIOD)))
                .build();
    }

    /// A queue that nobody uses for six hours reports nothing any more, whatever lies in it.
    private Alarm messageIsUndelivered(Construct scope) {
        return alarm(
                        scope,
                        "UndeliveredAlarm",
                        "undelivered",
                        "Something did not arrive: a message that should have started a run, a"
                                + " round of the watch, or a report that no mailbox took. Read the"
                                + " queue DeadLetterQueueUrl before it is emptied: it may hold the"
                                + " only copy of a report.")
                .metric(
                        running.deadLetterQueue()
                                .metricApproximateNumberOfMessagesVisible(
                                        options(PERIOD, Stats.MAXIMUM)))
                .treatMissingData(TreatMissingData.IGNORE)
                .build();
    }

    private Alarm watchFails(Construct scope) {
        return alarm(
                        scope,
                        "WatchFailingAlarm",
                        "watch-failing",
                        "The watch fails, so lost alarms and dead runs are not noticed. Read its"
                                + " log and remove the cause.")
                .metric(running.watch().metricErrors(sumOf(round())))
                .evaluationPeriods(FAILED_ROUNDS)
                .datapointsToAlarm(FAILED_ROUNDS)
                .build();
    }

    /// Looks at what a round writes and not at Lambda's count of invocations: then it also tells
    /// when the lines do not become metrics, which the alarm on the lease rests on. It goes off
    /// once when the stack is new, until the first round.
    private Alarm watchIsSilent(Construct scope) {
        long missing = SILENCE.dividedBy(times.every());
        return alarm(
                        scope,
                        "WatchSilentAlarm",
                        "watch-silent",
                        "The watch has not run for %s, so lost alarms and dead runs are not noticed. Look whether its schedule is enabled."
                                .formatted(new Span(SILENCE)))
                .metric(own.highest(Measure.WATCHED, round()))
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .evaluationPeriods(missing)
                .datapointsToAlarm(missing)
                .treatMissingData(TreatMissingData.BREACHING)
                .build();
    }

    /// A silent watch has an alarm of its own, so missing data changes nothing here.
    private Alarm leaseIsHeld(Construct scope) {
        return alarm(
                        scope,
                        "LeaseHeldAlarm",
                        "lease-held",
                        "A run, or one recovery after the other, has been at work for too long."
                                + " Look at the execution that holds the lease, and %s."
                                        .formatted(toLookAt.whileHeld()))
                .metric(own.highest(Measure.LEASE_HELD_SECONDS, round()))
                .threshold(tooLong.toSeconds())
                .treatMissingData(TreatMissingData.IGNORE)
                .build();
    }

    /// An alarm on the first one of something that should never be.
    private Alarm.Builder alarm(Construct scope, String id, String ending, String description) {
        return Alarm.Builder.create(scope, id)
                .alarmName(name + "-" + ending)
                .alarmDescription(description)
                .threshold(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(1)
                .datapointsToAlarm(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING);
    }

    private Duration round() {
        return Duration.minutes(times.every().toMinutes());
    }

    private static MetricOptions sumOf(Duration period) {
        return options(period, Stats.SUM);
    }

    private static MetricOptions options(Duration period, String statistic) {
        return MetricOptions.builder().period(period).statistic(statistic).build();
    }
}
