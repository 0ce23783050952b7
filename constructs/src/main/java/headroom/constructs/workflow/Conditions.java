package headroom.constructs.workflow;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/// What is known of a stack only when it is deployed.
public final class Conditions {
    /// The id that CDK leaves out of logical ids.
    private static final String NO_LEVEL = "Default";

    private static final String SHARED = "HeadroomConditions";

    private Conditions() {}

    public static CfnCondition partitionIs(Construct installation, String id, String partition) {
        Construct holder = holder(installation);
        return holder.getNode().tryFindChild(id) instanceof CfnCondition there
                ? there
                : CfnCondition.Builder.create(holder, id)
                        .expression(Fn.conditionEquals(Aws.PARTITION, partition))
                        .build();
    }

    /// Of several installations in a stack it is one, as CloudFormation finds fault with two
    /// conditions that say the same. One that has its stack for itself keeps the names that are
    /// deployed.
    private static Construct holder(Construct installation) {
        if (installation.getNode().getId().equals(NO_LEVEL)) {
            return installation;
        }
        Stack stack = Stack.of(installation);
        return stack.getNode().tryFindChild(SHARED) instanceof Construct there
                ? there
                : new Construct(stack, SHARED);
    }
}
