package headroom.infra;

import headroom.configuration.GroupConfiguration;
import headroom.constructs.elasticache.ElastiCacheHeadroom;

import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/// The stack of one replication group.
public final class CacheStack extends Stack {
    public CacheStack(Construct scope, GroupConfiguration configuration) {
        super(
                scope,
                configuration.place().id(configuration.names().stack()),
                StackProperties.of(
                        configuration.names().stack(),
                        "Headroom for the ElastiCache replication group " + configuration.group(),
                        configuration.place()));
        new ElastiCacheHeadroom(this, RedshiftStack.NO_LEVEL, configuration);
    }
}
