package headroom.constructs.workflow;

import headroom.run.Console;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.ICfnConditionExpression;
import software.amazon.awscdk.Token;
import software.constructs.Construct;

/// AWS's console in the partition that a stack is deployed to, which is known only then.
public final class Consoles {
    private static final String CHINA = "aws-cn";
    private static final String GOV_CLOUD = "aws-us-gov";

    private Consoles() {}

    public static Console of(Construct scope) {
        ICfnConditionExpression host =
                Fn.conditionIf(
                        in(scope, "InChina", CHINA),
                        Console.host(CHINA),
                        Fn.conditionIf(
                                in(scope, "InGovCloud", GOV_CLOUD),
                                Console.host(GOV_CLOUD),
                                Console.host("aws")));
        return new Console(Token.asString(host), Aws.REGION);
    }

    private static String in(Construct scope, String id, String partition) {
        return Conditions.partitionIs(scope, id, partition).getLogicalId();
    }
}
