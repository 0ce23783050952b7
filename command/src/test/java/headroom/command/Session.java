package headroom.command;

import headroom.command.cluster.Services;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.simulation.Outside;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// A person at a terminal, while a scenario is played. What is typed and answered is written down.
final class Session {
    private final RedshiftSimulation simulation;
    private final Set<String> calls = new TreeSet<>();
    private final Map<String, Consumer<Session>> surprises = new HashMap<>();
    private final StringBuilder transcript = new StringBuilder();

    Session(String told, Setup setup) {
        simulation = new RedshiftSimulation(setup);
        transcript.append(told).append("\n");
    }

    RedshiftSimulation simulation() {
        return simulation;
    }

    /// Plays the scenario for a while.
    Session wait(Duration time) {
        simulation.scheduler().pass(time);
        return this;
    }

    /// Something happens beside the terminal.
    Session meanwhile(Consumer<Session> happens) {
        happens.accept(this);
        return this;
    }

    Session type(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = command(both).run(List.of(line.split(" ")));
        transcript
                .append("\n%s $ ./headroom %s\n".formatted(simulation.scheduler().now(), line))
                .append(out.toString(StandardCharsets.UTF_8));
        if (status != Headroom.DONE) {
            transcript.append("[exit status ").append(status).append("]\n");
        }
        return this;
    }

    /// Something happens in the moment before the operation is called for the first time.
    Session before(String operation, Consumer<Session> happens) {
        surprises.put(operation, happens);
        return this;
    }

    private void called(String operation) {
        calls.add(operation);
        Consumer<Session> surprise = surprises.remove(operation);
        if (surprise != null) {
            surprise.accept(this);
        }
    }

    /// The operations that were called, as policies name them.
    Set<String> calls() {
        return calls;
    }

    String transcript() {
        return transcript.toString();
    }

    private Headroom command(PrintStream out) {
        return new Headroom(
                out,
                out,
                _ -> services(),
                simulation.scheduler().clock(),
                new CheckSettings(Path.of(""), Path.of("..")));
    }

    private Services services() {
        Outside outside = simulation.outside();
        return new Services(
                "eu-west-1",
                () ->
                        Calls.of(
                                "cloudformation",
                                outside.cloudFormation(),
                                CloudFormationClient.class,
                                this::called),
                () -> Calls.of("states", outside.stepFunctions(), SfnClient.class, this::called),
                () -> Calls.of("dynamodb", outside.dynamoDb(), DynamoDbClient.class, this::called),
                () ->
                        Calls.of(
                                "cloudwatch",
                                outside.cloudWatch(),
                                CloudWatchClient.class,
                                this::called),
                () -> Calls.of("events", outside.events(), EventBridgeClient.class, this::called),
                () -> Calls.of("sns", outside.requests(), SnsClient.class, this::called),
                () -> Calls.of("sts", outside.identity(), StsClient.class, this::called),
                () -> {
                    throw new AssertionError("./headroom asks nothing of ElastiCache");
                });
    }
}
