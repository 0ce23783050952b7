package headroom.redshift.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.Outcome;

import org.junit.jupiter.api.Test;

/// What a chat shows of a run.
final class CardsTest {
    @Test
    void tellsOfASuccess() {
        assertEquals(
                """
                {"version":"1.0","source":"custom","content":{"textType":"client-markdown",\
                "title":"Headroom: sales was resized; replication runs","description":"*WHAT HAPPENED*\\nPlanned.\\n\
                The run did what was planned.\\nAsked for by: alarm x.\\n\\n*WHAT WAS CHANGED*\\n\
                DMS tasks were stopped, and started again.\\n\
                The cluster has 8 nodes instead of 4. A snapshot was taken before.\\n\\n*REPLICATION*\\n\
                The pause took 1 h 1 min. All 2 tasks are running. Tasks: orders, items.\\n\
                Left alone, as they were not running before: parts is stopped.\\n\\n*WHERE TO LOOK*\\n\
                Execution: https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/v2/executions/details/arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:alarm-1\\n\
                Cluster: https://eu-west-1.console.aws.amazon.com/redshiftv2/home?region=eu-west-1#/cluster-details?cluster=sales\\n\
                Dashboard: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards/dashboard/headroom-redshift-sales-eu-west-1\\n\
                Logs: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups$3FlogGroupNameFilter$3D$252Fheadroom$252Fredshift$252Fsales$252F\\n\
                Runbook: docs/runbook.md#headroom-cluster-was-resized-replication-runs",\
                "nextSteps":["Nothing before the morning. If the cluster's size is written in your infrastructure code, change it there too."],"keywords":["headroom",\
                "report","sales"]},"metadata":{"threadId":"alarm-1","summary":"Headroom: sales was resized; replication runs",\
                "eventType":"headroom-report"}}\
                """,
                Runs.told(Runs.resumed(Outcome.RESIZED)).card());
    }

    @Test
    void tellsWhatToDoAboutTasksThatDoNotRun() {
        assertEquals(
                """
                {"version":"1.0","source":"custom","content":{"textType":"client-markdown",\
                "title":"Headroom CRITICAL (log ends 23 Nov 03:28Z): DMS tasks NOT running, sales",\
                "description":"*WHAT HAPPENED*\\nPlanned.\\nThe run failed. No capacity.\\nAsked for by: alarm x.\\n\\n\
                *WHAT WAS CHANGED*\\nDMS tasks were stopped, and not all run again.\\nNo resize was asked for.\\n\\n\
                *REPLICATION*\\nNOT running: 1 of 2 tasks, on record since 2026-11-22 03:28Z, 1 h 1 min ago.\\n\
                Left alone, as they were not running before: parts is stopped.\\n\\n*WHERE TO LOOK*\\n\
                Execution: https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/v2/executions/details/arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:alarm-1\\n\
                Cluster: https://eu-west-1.console.aws.amazon.com/redshiftv2/home?region=eu-west-1#/cluster-details?cluster=sales\\n\
                Dashboard: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards/dashboard/headroom-redshift-sales-eu-west-1\\n\
                Logs: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups$3FlogGroupNameFilter$3D$252Fheadroom$252Fredshift$252Fsales$252F\\n\
                Runbook: docs/runbook.md#headroom-critical-dms-tasks-not-running-cluster",\
                "nextSteps":["The source keeps the log that the tasks resume from until about 2026-11-23 03:28Z: for 22 h 58 min from now. After that they need a full load.",\
                "Headroom starts a recovery by itself within 21 min, and while those fail, another one about each hour. What has not changed is told again after an hour, after four, and then once a day. To begin one at once:\\n\
                ```\\n\
                aws stepfunctions start-execution --region eu-west-1 --state-machine-arn arn:aws:states:eu-west-1:111122223333:stateMachine:headroom-sales --input '{\\"cause\\":\\"recover\\",\\"deadOwner\\":\\"arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:alarm-1\\",\\"settled\\":true}'\\n\
                ```",\
                "Or remove the cause, and once the cluster takes writes, start each (never with reload-target, which empties its tables):\\n\
                ```\\nitems is failed (X):\\n\
                aws dms start-replication-task --region eu-west-1 --start-replication-task-type resume-processing --replication-task-arn arn:items\\n\
                ```",\
                "As long as a task is on the record, no resize can begin. One that cannot come back (its log is gone, say) is forgotten by its name or ARN; what becomes of it is yours then:\\n\
                ```\\n\
                aws sns publish --region eu-west-1 --topic-arn arn:aws:sns:eu-west-1:111122223333:requests --message '{\\"forget\\": [\\"items\\"]}'\\n\
                ```"],"keywords":["headroom","critical","sales"]},"metadata":{\
                "summary":"Headroom CRITICAL (log ends 23 Nov 03:28Z): DMS tasks NOT running, sales",\
                "eventType":"headroom-critical"}}\
                """,
                Runs.told(Runs.owed(Outcome.FAILED)).card());
    }
}
