package headroom.infra;

import headroom.configuration.ClusterConfiguration;
import headroom.constructs.redshift.RedshiftHeadroom;

import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/// The stack of one Redshift cluster.
public final class RedshiftStack extends Stack {
    /// CDK leaves this id out of logical ids, so that a table or a topic that is deployed keeps its
    /// own, and is not replaced.
    static final String NO_LEVEL = "Default";

    public RedshiftStack(Construct scope, ClusterConfiguration configuration) {
        super(
                scope,
                configuration.place().id(configuration.names().stack()),
                StackProperties.of(
                        configuration.names().stack(),
                        "Headroom for the Redshift cluster " + configuration.cluster(),
                        configuration.place()));
        new RedshiftHeadroom(this, NO_LEVEL, configuration);
    }
}
