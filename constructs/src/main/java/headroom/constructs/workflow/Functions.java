package headroom.constructs.workflow;

import headroom.configuration.Hosting;
import headroom.run.ResourceNames;
import headroom.step.Step;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The Lambda functions of one stack: the same jar and environment, and a role and a log group
/// each.
///
/// Whoever invokes one, does so by its alias, which always stands for the version last deployed: an
/// invocation gets the code and the settings of one deployment, and not the code of one and the
/// settings of the next.
///
/// None has concurrency reserved. The lease keeps the steps from running twice at a time, a second
/// trigger or watch does no harm, and an account that may run ten functions at a time, as new ones
/// may, could not deploy a single reservation.
public final class Functions {
    /// The processor grows with the memory: with less, a cold start and the first request to AWS
    /// take several seconds longer, for a price per month that is no more than zero either way.
    private static final int MEMORY_MEGABYTES = 512;

    /// A step logs one line for each invocation, and its answer is JSON by itself; the runtime
    /// would load two hundred classes to wrap it in some more. A metric's line has to stay as it
    /// is.
    private static final LoggingFormat LOGGING = LoggingFormat.TEXT;

    private static final String LIVE = "live";

    private final Construct scope;
    private final ResourceNames names;
    private final Code code;
    private final Map<String, String> environment;
    private final Hosting hosting;
    private final Logs logGroups;

    Functions(
            Construct scope,
            ResourceNames names,
            Map<String, String> environment,
            Hosting hosting,
            Logs logGroups) {
        this.scope = scope;
        this.names = names;
        this.code = Code.fromAsset(Artifacts.functions(names.kind()).toString());
        this.environment = environment;
        this.hosting = hosting;
        this.logGroups = logGroups;
    }

    /// A function behind a state.
    ///
    /// @param rights all that it may do, besides writing to its log
    public record Row(Class<? extends Step<?>> handler, List<PolicyStatement> rights) {}

    public static Row row(Class<? extends Step<?>> handler, PolicyStatement... rights) {
        return new Row(handler, List.of(rights));
    }

    /// By their handlers' simple names, which are the names in the definition.
    public Map<String, Alias> create(List<Row> table, Duration timeout) {
        Map<String, Alias> created = new LinkedHashMap<>();
        for (Row row : table) {
            created.put(
                    row.handler().getSimpleName(), create(row.handler(), timeout, row.rights()));
        }
        return created;
    }

    /// @param rights all that the handler may do, besides writing to its log
    Alias create(Class<?> handler, Duration timeout, List<PolicyStatement> rights) {
        return create(handler, timeout, rights, Map.of());
    }

    /// @param more what this handler is told besides the settings
    Alias create(
            Class<?> handler,
            Duration timeout,
            List<PolicyStatement> rights,
            Map<String, String> more) {
        String id = handler.getSimpleName();
        LogGroup logs = logGroups.group(scope, id, names.functionLogs() + id);
        Role role =
                Role.Builder.create(scope, id + "Role")
                        .description("What " + id + " of " + names.name() + " may do")
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                        .build();
        logs.grantWrite(role);
        rights.forEach(role::addToPolicy);
        Function function =
                Function.Builder.create(scope, id)
                        .description(names.name() + ": " + id + place())
                        .runtime(JavaRuntime.of(handler))
                        .architecture(architecture())
                        .handler(handler.getName())
                        .code(code)
                        .memorySize(MEMORY_MEGABYTES)
                        .timeout(timeout)
                        .environment(environment)
                        .role(role)
                        .logGroup(logs)
                        .loggingFormat(LOGGING)
                        .build();
        more.forEach(function::addEnvironment);
        return Alias.Builder.create(scope, id + "Live")
                .aliasName(LIVE)
                .version(function.getCurrentVersion())
                .build();
    }

    /// Where the stack goes, as far as its environment is named. The CDK then names a version anew,
    /// as the asset's bucket is written otherwise, and Lambda publishes no version of a function in
    /// which nothing has changed: the deployment would fail.
    private String place() {
        Stack stack = Stack.of(scope);
        String named =
                Stream.of(stack.getAccount(), stack.getRegion())
                        .filter(each -> !Token.isUnresolved(each))
                        .collect(Collectors.joining("/"));
        return named.isEmpty() ? "" : ", for " + named;
    }

    private Architecture architecture() {
        return switch (hosting.architecture()) {
            case ARM64 -> Architecture.ARM_64;
            case X86_64 -> Architecture.X86_64;
        };
    }
}
