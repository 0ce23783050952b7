package headroom.infra.workflow;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;

/// The Lambda functions of one stack: the same jar and environment, and a role and a log group
/// each.
public final class Functions {
    /// As long as Step Functions keeps the history of an execution, so that both end together.
    static final RetentionDays LOGS_ARE_KEPT = RetentionDays.THREE_MONTHS;

    /// The processor grows with the memory: with less, a cold start and the first request to AWS
    /// take several seconds longer, for a price per month that is no more than zero either way.
    private static final int MEMORY_MEGABYTES = 512;

    private final Construct scope;
    private final String name;
    private final Code code;
    private final Map<String, String> environment;

    /// @param name the log groups' common prefix
    public Functions(
            Construct scope, String name, Artifacts artifacts, Map<String, String> environment) {
        this.scope = scope;
        this.name = name;
        this.code = Code.fromAsset(artifacts.functions().toString());
        this.environment = environment;
    }

    /// @param rights all that the handler may do, besides writing to its log
    public Function create(Class<?> handler, Duration timeout, List<PolicyStatement> rights) {
        String id = handler.getSimpleName();
        LogGroup logs = logs(scope, id, "/headroom/" + name + "/" + id);
        Role role =
                Role.Builder.create(scope, id + "Role")
                        .description("What " + id + " of " + name + " may do")
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                        .build();
        logs.grantWrite(role);
        rights.forEach(role::addToPolicy);
        return Function.Builder.create(scope, id)
                .description(name + ": " + id)
                .runtime(JavaRuntime.of(handler))
                .architecture(Architecture.ARM_64)
                .handler(handler.getName())
                .code(code)
                .memorySize(MEMORY_MEGABYTES)
                .timeout(timeout)
                .environment(environment)
                .role(role)
                .logGroup(logs)
                .loggingFormat(LoggingFormat.JSON)
                .build();
    }

    /// Goes with its stack: otherwise the stack could not be deployed a second time, as the group's
    /// name would be taken.
    static LogGroup logs(Construct scope, String id, String name) {
        return LogGroup.Builder.create(scope, id + "Logs")
                .logGroupName(name)
                .retention(LOGS_ARE_KEPT)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }
}
