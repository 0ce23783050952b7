package headroom.rehearsal.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What a test breaks in Headroom itself, to see that an invariant notices.
///
/// @param definition edits the definition, before anything is substituted in it
/// @param impostors what answers instead of a function, by the function's name; each is made from
///   the simulation and the real handler
public record Sabotage<S extends Simulation>(
        Consumer<ObjectNode> definition,
        Map<String, BiFunction<S, RequestStreamHandler, RequestStreamHandler>> impostors) {
    public static <S extends Simulation> Sabotage<S> none() {
        return new Sabotage<>(_ -> {}, Map.of());
    }

    /// @param functions the real handlers, by the ARNs of their functions
    public Map<String, RequestStreamHandler> replace(
            Map<String, RequestStreamHandler> functions, S simulation) {
        return functions.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                each ->
                                        impostors
                                                .getOrDefault(
                                                        name(each.getValue()), (_, real) -> real)
                                                .apply(simulation, each.getValue())));
    }

    private static String name(RequestStreamHandler real) {
        return real.getClass().getSimpleName();
    }
}
