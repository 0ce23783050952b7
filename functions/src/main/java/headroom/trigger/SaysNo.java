package headroom.trigger;

import headroom.run.StackEnvironment;
import headroom.run.WatchTimes;
import headroom.text.Span;

import java.util.List;

/// What operators are told when a message says no: how to stop what is at work, and how to switch
/// it off.
public final class SaysNo {
    private SaysNo() {}

    /// @param said the message, shortened
    /// @param alarms the names of those that start runs
    /// @param times when the watch acts
    /// @param stopped what becomes of a run that is stopped, with the time until the watch acts
    /// @param blind what nobody does any more while the watch is off
    public static String answer(
            String said,
            StackEnvironment stack,
            List<String> alarms,
            WatchTimes times,
            String stopped,
            String blind) {
        String machine = stack.stateMachine();
        // An ARN has its region in the fourth place.
        String region = machine.split(":", 5)[3];
        return """
        A message says no: "%1$s". Nothing was started for it, and what is at work goes on.

        To stop a run that is at work, find its ARN and stop it. %5$s
          aws stepfunctions list-executions --region %2$s --status-filter RUNNING --state-machine-arn %3$s
          aws stepfunctions stop-execution --region %2$s --execution-arn ARN
        To keep the alarms from starting runs, run this; enable-alarm-actions takes it back.
          aws cloudwatch disable-alarm-actions --region %2$s --alarm-names %4$s
        The watch looks by itself. To switch it off too, disable the rule of its schedule; %6$s.
          aws events list-rules --region %2$s --query "Rules[?contains(Name, 'WatchSchedule')].Name"
          aws events disable-rule --region %2$s --name RULE\
        """
                .formatted(
                        said,
                        region,
                        machine,
                        String.join(" ", alarms),
                        stopped.formatted(new Span(times.recoveredWithin())),
                        blind);
    }
}
