package headroom.rehearsal.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.rehearsal.aws.OperatorsTopic;
import headroom.rehearsal.redshift.aws.SimulatedCloudWatch;
import headroom.rehearsal.aws.SimulatedDynamoDb;
import headroom.rehearsal.aws.SimulatedLambda;
import headroom.rehearsal.faults.FaultKinds;
import headroom.rehearsal.states.Definition;
import headroom.rehearsal.states.Resource;
import headroom.trigger.Neighbours;
import headroom.watch.Surroundings;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What CloudFormation makes of the stack: names for the functions, and the definition file with
/// everything substituted.
///
/// @param handlers the functions behind states, each under its class's name
record Deployment(String cluster, List<RequestStreamHandler> handlers) {
    private static final String FILE = "/redshift-resize.asl.json";
    private static final String PLACE = "eu-west-1:111122223333:";
    private static final String LAMBDA = "arn:aws:states:::lambda:invoke";
    private static final String DYNAMODB = "arn:aws:states:::dynamodb:updateItem";
    private static final String SNS = "arn:aws:states:::sns:publish";

    static final String OPERATORS = "arn:aws:sns:" + PLACE + "operators";
    static final String REQUESTS = "arn:aws:sns:" + PLACE + "requests";

    String stateMachineArn() {
        return "arn:aws:states:" + PLACE + "stateMachine:headroom-" + cluster;
    }

    static String leaseKey(String cluster) {
        return "redshift/" + cluster;
    }

    /// What the trigger is told of its stack.
    Neighbours neighbours(SimulatedCloudWatch cloudWatch) {
        return new Neighbours(
                stateMachineArn(),
                "headroom-" + cluster,
                leaseKey(cluster),
                cloudWatch.alarmName(),
                cloudWatch.criticalAlarmName());
    }

    /// What the watch is told of it.
    Surroundings surroundings(SimulatedCloudWatch cloudWatch) {
        return new Surroundings(
                stateMachineArn(),
                "headroom-" + cluster,
                leaseKey(cluster),
                cloudWatch.alarmName(),
                cloudWatch.criticalAlarmName(),
                OPERATORS);
    }

    Map<String, RequestStreamHandler> functions() {
        return handlers.stream()
                .collect(Collectors.toMap(Deployment::functionArn, Function.identity()));
    }

    /// @param altered what becomes of the file's text before anything else
    Definition definition(UnaryOperator<String> altered) {
        String text = altered.apply(file());
        text = text.replace("${Partition}", "aws");
        text = text.replace("${LeaseTable}", "headroom-" + cluster);
        text = text.replace("${LeaseKey}", leaseKey(cluster));
        text = text.replace("${OperatorsTopic}", OPERATORS);
        text = text.replace("${RequestsTopic}", REQUESTS);
        for (RequestStreamHandler handler : handlers) {
            String name = handler.getClass().getSimpleName();
            text = text.replace("${" + name + "}", functionArn(handler));
        }
        return Definition.parse(text, Set.of(LAMBDA, DYNAMODB, SNS));
    }

    /// @param struck puts the faults before a resource, whose place in a scenario depends on what
    ///   it is asked
    Map<String, Resource> resources(
            SimulatedLambda lambda,
            SimulatedDynamoDb dynamoDb,
            OperatorsTopic operators,
            BiFunction<Function<@Nullable Object, String>, Resource, Resource> struck) {
        return Map.of(
                LAMBDA,
                struck.apply(Deployment::functionPlace, lambda::invoke),
                DYNAMODB,
                struck.apply(_ -> FaultKinds.UPDATE_ITEM, dynamoDb::updateItem),
                SNS,
                struck.apply(_ -> FaultKinds.PUBLISH, operators::publish));
    }

    private static String functionPlace(@Nullable Object arguments) {
        String arn = SimulatedLambda.function(arguments);
        return FaultKinds.FUNCTION + arn.substring(arn.lastIndexOf(':') + 1);
    }

    private static String functionArn(RequestStreamHandler handler) {
        return "arn:aws:lambda:" + PLACE + "function:" + handler.getClass().getSimpleName();
    }

    private static String file() {
        try (InputStream in = Deployment.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path; build again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
