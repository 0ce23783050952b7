package headroom.infra;

import headroom.configuration.GroupConfiguration;
import headroom.constructs.elasticache.ElastiCacheHeadroom;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/// The stack of one replication group.
public final class CacheStack extends Stack {
    public CacheStack(Construct scope, GroupConfiguration configuration) {
        super(
                scope,
                configuration.names().stack(),
                StackProps.builder()
                        .description(
                                "Headroom for the ElastiCache replication group "
                                        + configuration.group())
                        .build());
        new ElastiCacheHeadroom(this, RedshiftStack.NO_LEVEL, configuration);
    }
}
