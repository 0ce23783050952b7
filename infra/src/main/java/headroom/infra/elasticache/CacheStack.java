package headroom.infra.elasticache;

import headroom.configuration.GroupConfiguration;
import headroom.elasticache.GroupWatch;
import headroom.elasticache.group.BackupNames;
import headroom.elasticache.trigger.StartScaling;
import headroom.elasticache.watch.Watch;
import headroom.infra.workflow.Artifacts;
import headroom.infra.workflow.Foundation;
import headroom.infra.workflow.Workflow;

import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

import java.util.List;
import java.util.Map;

/// All that one replication group gets.
public final class CacheStack extends Stack {
    public CacheStack(App app, GroupConfiguration configuration, Artifacts artifacts) {
        super(
                app,
                configuration.place().id(configuration.names().stack()),
                purpose(configuration).properties(configuration.place()));
        var foundation = new Foundation(this, purpose(configuration), artifacts);
        new ShardAlarms(configuration).in(this, foundation.requests());
        var may = new CacheStatements(this, configuration.settings());
        Foundation.Running running =
                foundation.run(
                        new Workflow.Steps(
                                artifacts.definitions().resolve("elasticache-scale.asl.json"),
                                new StepRights(may).create(foundation.functions()),
                                Map.of("BackupKey", BackupNames.key(configuration.group())),
                                List.of(may.seeSubnets())),
                        new Foundation.Starters(
                                StartScaling.class,
                                Watch.class,
                                GroupWatch.TIMES,
                                List.of(may.seeGroup(), may.seeNodes(), may.seeFigures())));
        new Monitoring(configuration, running).in(this, foundation.operators());
        foundation.output(
                "PlanOnlyCommand",
                "Reports what is wrong and what a step would do, and changes nothing",
                foundation.publish("'{\"dryRun\": true}'"));
        foundation.output(
                "ScaleNowCommand",
                "Takes a step, if the plan allows it",
                foundation.publish("now"));
        foundation.output(
                "DashboardName",
                "Shows the shards, the nodes, the runs and alarms",
                GroupDashboard.name(configuration));
    }

    private static Foundation.Purpose purpose(GroupConfiguration configuration) {
        return new Foundation.Purpose(
                configuration.names().all(),
                "Headroom for the ElastiCache replication group " + configuration.group(),
                "Scaling requests",
                configuration.settings().environment(),
                configuration.hosting(),
                configuration.operatorsEmail());
    }
}
