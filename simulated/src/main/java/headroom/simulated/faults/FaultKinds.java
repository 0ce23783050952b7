package headroom.simulated.faults;

import software.amazon.awssdk.core.SdkClient;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What can happen at a place.
public final class FaultKinds {
    /// An operation that the state machine calls itself.
    public static final String UPDATE_ITEM = "machine.UpdateItem";

    public static final String PUBLISH = "machine.Publish";

    public static final String PUT_EVENTS = "machine.PutEvents";

    /// A function, with its name behind.
    public static final String FUNCTION = "function.";

    /// A function that AWS calls with an event, with its name behind.
    public static final String EVENT = "event.";

    /// The way of an event to its function, with the function's name behind.
    public static final String DELIVERY = "delivery.";

    /// The entry of a state, with its name behind, and the minutes of the scenario: moments at
    /// which people act.
    public static final String STATE = "state.";

    public static final String MINUTE = "minute";

    public static final String BEFORE = "DIES_BEFORE";
    public static final String AFTER = "DIES_AFTER";
    public static final String LOST = "LOST";
    public static final String TWICE = "TWICE";
    public static final String FAILS = "FAILS";

    /// Takes ten times as long as usual.
    public static final String SLOW = "SLOW";

    /// Never ends.
    public static final String HANGS = "HANGS";

    /// The intervention that each workflow has: somebody stops all executions that run.
    public static final String ABORT = "ABORT";

    private final Operations operations;
    private final Map<String, List<String>> alone = new TreeMap<>();
    private final Map<String, List<String>> families = new TreeMap<>();

    private FaultKinds(Operations operations) {
        this.operations = operations;
    }

    /// What every workflow has, and what one has beside.
    ///
    /// @param clients of the SDK that it uses, by the first word of their places
    /// @param alone the kinds at its own places
    /// @param families the kinds at its places that have a name behind
    /// @param interventions what people and the world do beside Headroom
    public static FaultKinds of(
            Map<String, Class<? extends SdkClient>> clients,
            Map<String, List<String>> alone,
            Map<String, List<String>> families,
            List<String> interventions) {
        FaultKinds kinds = new FaultKinds(Operations.with(clients));
        kinds.alone.put(UPDATE_ITEM, IntegrationErrors.OF_UPDATES);
        kinds.alone.put(PUBLISH, IntegrationErrors.OF_PUBLICATIONS);
        kinds.alone.put(PUT_EVENTS, IntegrationErrors.OF_EVENTS);
        kinds.alone.put(MINUTE, interventions);
        kinds.alone.putAll(alone);
        kinds.families.put(FUNCTION, IntegrationErrors.OF_FUNCTIONS);
        kinds.families.put(EVENT, List.of(BEFORE, AFTER));
        kinds.families.put(DELIVERY, List.of(LOST, TWICE));
        kinds.families.put(STATE, interventions);
        kinds.families.putAll(families);
        return kinds;
    }

    /// What can happen to an action that a workflow's state machine asks of a service itself.
    ///
    /// @param errors that the service answers with
    public static List<String> ofAction(List<String> errors) {
        return IntegrationErrors.kinds(errors);
    }

    Operations operations() {
        return operations;
    }

    /// Reads a fault, and sees that there is its place, and that its kind is possible there.
    ///
    /// @throws IllegalArgumentException with what was expected
    public Fault parse(String text) {
        Fault fault = Fault.parse(text);
        List<String> kinds = at(fault.place());
        String kind = kind(fault.what());
        if (!kinds.contains(fault.what())
                && (kind.equals(fault.what())
                        || kinds.stream().map(FaultKinds::kind).noneMatch(kind::equals))) {
            throw new IllegalArgumentException(
                    "Found %s at %s; expected one of %s."
                            .formatted(fault.what(), fault.place(), kinds));
        }
        return fault;
    }

    /// Without the name of what it is about: a setup of its own may have others.
    private static String kind(String what) {
        return what.split("=", 2)[0];
    }

    /// @throws IllegalArgumentException if there is no such place
    public List<String> at(String place) {
        return Optional.ofNullable(alone.get(place))
                .or(() -> inFamily(place))
                .or(() -> operations.at(place).map(FaultKinds::of))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Found the place %s; expected an operation such as %s, %s, or a name behind one of %s."
                                                .formatted(
                                                        place,
                                                        "sfn.StartExecution",
                                                        String.join(", ", alone.keySet()),
                                                        families.keySet())));
    }

    private Optional<List<String>> inFamily(String place) {
        return families.entrySet().stream()
                .filter(each -> place.startsWith(each.getKey()))
                .findFirst()
                .map(Map.Entry::getValue);
    }

    /// Whether a service denies something that there is. It may, for a moment, as it is consistent
    /// only in the end; denied again and again, a thing cannot be told from one that is gone.
    public static boolean denies(String what) {
        return what.contains("NotFound") || what.contains("DoesNotExist");
    }

    private static List<String> of(Method operation) {
        List<String> kinds = new ArrayList<>(ServiceErrors.modelled(operation));
        kinds.addAll(ServiceErrors.OF_ALL);
        kinds.addAll(
                Operations.looks(operation)
                        ? List.of(FaultyClient.STALE)
                        : List.of(FaultyClient.ANSWER_LOST, FaultyClient.TWICE));
        return kinds;
    }
}
