package headroom.elasticache.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.elasticache.Outcome;

import org.junit.jupiter.api.Test;

/// What a chat shows of a run.
final class CardsTest {
    @Test
    void tellsOfAStepThatHelped() {
        assertEquals(
                """
                {"version":"1.0","source":"custom","content":{"textType":"client-markdown",\
                "title":"Headroom: sessions was scaled, and it helped","description":"*WHAT HAPPENED*\\n\
                Headroom will go from 3 to 5 shards: Seen: BUSY.\\nClients read from replicas.\\nIt helped.\\n\
                Asked for by: alarm x.\\n\\n*WHAT WAS CHANGED*\\nA backup was taken before: backup-1.\\n\
                ElastiCache was asked to go from 3 to 5 shards. It is available with 5 shards.\\n\\n*THE GROUP*\\n\
                Before &gt; after, each the mean of a quarter of an hour:\\n```\\n\
                shard  role     nodes     CPU %      memory %      reads/s     writes/s  connections        new/s\\n\
                0001   primary      1   82 &gt; 40            40         9000         1000           55      unknown\\n```\\n\
                \\n*WHERE TO LOOK*\\n\
                Execution: https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/v2/executions/details/arn:aws:states:eu-west-1:111122223333:execution:headroom-elasticache-sessions:alarm-1\\n\
                Group: https://eu-west-1.console.aws.amazon.com/elasticache/home?region=eu-west-1#/redis/sessions\\n\
                Dashboard: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards/dashboard/headroom-elasticache-sessions-eu-west-1\\n\
                Logs: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups$3FlogGroupNameFilter$3D$252Fheadroom$252Felasticache$252Fsessions$252F\\n\
                Runbook: docs/cache-runbook.md#headroom-group-was-scaled-and-it-helped",\
                "nextSteps":["Nothing before the morning. If the group's shape is written in your infrastructure code, change it there too: NumNodeGroups 5 (Terraform: num_node_groups = 5)."],"keywords":["headroom",\
                "report","sessions"]},"metadata":{"threadId":"alarm-1",\
                "summary":"Headroom: sessions was scaled, and it helped","eventType":"headroom-report"}}\
                """,
                Runs.of(Outcome.IMPROVED)
                        .planned(Runs.SCALE)
                        .backedUp()
                        .measured(Runs.SHARDS, "It helped.")
                        .told()
                        .card());
    }
}
