package headroom.rehearsal.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import headroom.rehearsal.aws.SimulatedLambda;
import headroom.rehearsal.states.Definition;
import headroom.rehearsal.states.Resource;
import headroom.run.ResourceNames;
import headroom.simulated.faults.FaultKinds;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What CloudFormation makes of the stack: names for the functions, and the definition file with
/// everything substituted.
///
/// @param kind of the resource
/// @param resource its identifier
/// @param machine the definition's file, without its ending
/// @param handlers the functions behind states, each under its class's name
/// @param actions of services that this workflow's states ask for themselves
public record Deployment(
        String kind,
        String resource,
        String machine,
        List<RequestStreamHandler> handlers,
        List<Action> actions) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final String PLACE = "eu-west-1:111122223333:";
    private static final String LAMBDA = "arn:aws:states:::lambda:invoke";
    private static final String DYNAMODB = "arn:aws:states:::dynamodb:updateItem";
    private static final String SNS = "arn:aws:states:::sns:publish";
    private static final String EVENTS = "arn:aws:states:::events:putEvents";

    /// As they are read; each is copied before it is edited.
    private static final Map<String, ObjectNode> FILES = new ConcurrentHashMap<>();

    /// More than are deployed.
    private static final int MACHINES = 8;

    /// A third of a short story's time would go into parsing. JSONata's compiled expressions are of
    /// one thread.
    private static final ThreadLocal<Map<Source, Definition>> PARSED =
            ThreadLocal.withInitial(Deployment::kept);

    public static final String OPERATORS = "arn:aws:sns:" + PLACE + "operators";
    public static final String REQUESTS = "arn:aws:sns:" + PLACE + "requests";

    /// The same stack's other state machine, with a lease of its own in the same table.
    ///
    /// @param name of the state machine
    /// @param leaseKey its own
    /// @param machine the definition's file, without its ending
    public record Beside(
            Deployment stack,
            String name,
            String leaseKey,
            String machine,
            List<RequestStreamHandler> handlers) {
        public String stateMachineArn() {
            return "arn:aws:states:" + PLACE + "stateMachine:" + name;
        }

        public Map<String, RequestStreamHandler> functions() {
            return byArn(handlers);
        }

        /// @param edit of the file before anything else
        public Definition definition(Consumer<ObjectNode> edit) {
            return stack.definition(
                    machine,
                    handlers,
                    edit,
                    Map.of("LeaseKey", leaseKey, "ClusterLeaseKey", stack.leaseKey()));
        }
    }

    /// @param resource as a state names it
    /// @param place at which its calls can be struck
    /// @param real what answers
    public record Action(String resource, String place, Resource real) {}

    public String stateMachineArn() {
        return "arn:aws:states:" + PLACE + "stateMachine:" + names().stateMachine();
    }

    ResourceNames names() {
        return new ResourceNames(kind, resource);
    }

    public String leaseTable() {
        return names().stack();
    }

    public String leaseKey() {
        return names().leaseKey();
    }

    /// As CloudFormation names what has no name of its own.
    String watchRule() {
        return names().stack() + "-WatchSchedule6A70C4A3-1XK9TQ0ZB7D2M";
    }

    public Map<String, RequestStreamHandler> functions() {
        return byArn(handlers);
    }

    private static Map<String, RequestStreamHandler> byArn(List<RequestStreamHandler> handlers) {
        return handlers.stream()
                .collect(Collectors.toMap(Deployment::functionArn, Function.identity()));
    }

    /// @param edit of the file before anything else
    /// @param own what is substituted in this workflow's definition alone, by its names
    public Definition definition(Consumer<ObjectNode> edit, Map<String, String> own) {
        Map<String, String> all = new HashMap<>(own);
        all.put("LeaseKey", leaseKey());
        return definition(machine, handlers, edit, all);
    }

    private Definition definition(
            String machine,
            List<RequestStreamHandler> handlers,
            Consumer<ObjectNode> edit,
            Map<String, String> own) {
        ObjectNode file = FILES.computeIfAbsent(machine, Deployment::file).deepCopy();
        edit.accept(file);
        Map<String, String> substitutions = new HashMap<>(own);
        substitutions.put("Partition", "aws");
        substitutions.put("LeaseTable", leaseTable());
        substitutions.put("OperatorsTopic", OPERATORS);
        substitutions.put("RequestsTopic", REQUESTS);
        substitutions.put("Events", "on");
        handlers.forEach(
                each -> substitutions.put(each.getClass().getSimpleName(), functionArn(each)));
        Set<String> resources = new HashSet<>(Set.of(LAMBDA, DYNAMODB, SNS, EVENTS));
        actions.forEach(each -> resources.add(each.resource()));
        return PARSED.get()
                .computeIfAbsent(new Source(file, substitutions, resources), Source::parse);
    }

    private record Source(
            ObjectNode file, Map<String, String> substitutions, Set<String> resources) {
        Definition parse() {
            String text = file.toString();
            for (Map.Entry<String, String> each : substitutions.entrySet()) {
                text = text.replace("${" + each.getKey() + "}", each.getValue());
            }
            return Definition.parse(text, resources);
        }
    }

    /// The last few.
    private static Map<Source, Definition> kept() {
        return new LinkedHashMap<>(MACHINES, 1, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Source, Definition> eldest) {
                return size() > MACHINES;
            }
        };
    }

    Map<String, Resource> resources(SimulatedLambda lambda, Account account) {
        Map<String, Resource> resources = new HashMap<>();
        resources.put(LAMBDA, account.struck(Deployment::functionPlace, lambda::invoke));
        resources.put(
                DYNAMODB,
                account.struck(_ -> FaultKinds.UPDATE_ITEM, account.dynamoDb()::updateItem));
        resources.put(SNS, account.struck(_ -> FaultKinds.PUBLISH, account.operators()::publish));
        resources.put(
                EVENTS, account.struck(_ -> FaultKinds.PUT_EVENTS, account.events()::putEvents));
        actions.forEach(
                each ->
                        resources.put(
                                each.resource(), account.struck(_ -> each.place(), each.real())));
        return resources;
    }

    private static String functionPlace(@Nullable Object arguments) {
        String arn = SimulatedLambda.function(arguments);
        return FaultKinds.FUNCTION + arn.substring(arn.lastIndexOf(':') + 1);
    }

    private static String functionArn(RequestStreamHandler handler) {
        return "arn:aws:lambda:" + PLACE + "function:" + handler.getClass().getSimpleName();
    }

    private static ObjectNode file(String machine) {
        String file = "/" + machine + ".asl.json";
        try (InputStream in = Deployment.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path; build again.");
            }
            return MAPPER.readValue(in, ObjectNode.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
