package headroom.rehearsal.faults;

import headroom.rehearsal.redshift.interventions.Intervention;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What can happen at a place.
public final class FaultKinds {
    /// An operation that the state machine calls itself.
    public static final String UPDATE_ITEM = "machine.UpdateItem";

    public static final String PUBLISH = "machine.Publish";

    /// A function, with its name behind.
    public static final String FUNCTION = "function.";

    /// A function that AWS calls with an event, with its name behind.
    public static final String EVENT = "event.";

    /// The way of an event to its function, with the function's name behind.
    public static final String DELIVERY = "delivery.";

    /// A DMS task that is asked to stop or to start, with its name behind.
    public static final String STOP = "stop.";

    public static final String START = "start.";

    /// The cluster's own work.
    public static final String SNAPSHOT = "cluster.Snapshot";

    public static final String RESIZE = "cluster.Resize";

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

    private FaultKinds() {}

    /// @throws IllegalArgumentException if there is no such place
    public static List<String> at(String place) {
        return switch (place) {
            case UPDATE_ITEM -> FaultyResource.OF_UPDATES;
            case PUBLISH -> FaultyResource.OF_PUBLICATIONS;
            case SNAPSHOT -> List.of(FAILS, SLOW, HANGS);
            case RESIZE -> List.of(FAILS, SLOW);
            case MINUTE -> Intervention.kinds();
            default -> inFamily(place);
        };
    }

    /// Whether a service denies something that there is. It may, for a moment, as it is consistent
    /// only in the end; denied again and again, a thing cannot be told from one that is gone.
    public static boolean denies(String what) {
        return what.contains("NotFound") || what.contains("DoesNotExist");
    }

    private static List<String> inFamily(String place) {
        if (place.startsWith(FUNCTION)) {
            return FaultyResource.OF_FUNCTIONS;
        }
        if (place.startsWith(EVENT)) {
            return List.of(BEFORE, AFTER);
        }
        if (place.startsWith(DELIVERY)) {
            return List.of(LOST, TWICE);
        }
        if (place.startsWith(STOP) || place.startsWith(START)) {
            return List.of(FAILS, SLOW, HANGS);
        }
        if (place.startsWith(STATE)) {
            return Intervention.kinds();
        }
        Optional<Method> operation = Operations.at(place);
        return operation
                .map(FaultKinds::of)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Found the place %s; expected an operation such as redshift.DescribeClusters, %s, %s, %s, or a name behind one of %s."
                                                .formatted(
                                                        place,
                                                        UPDATE_ITEM,
                                                        PUBLISH,
                                                        MINUTE,
                                                        families())));
    }

    private static List<String> families() {
        return Arrays.asList(FUNCTION, EVENT, DELIVERY, STOP, START, STATE);
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
