package headroom.rehearsal.scenario;

import headroom.rehearsal.aws.OperatorsTopic;
import headroom.rehearsal.aws.SimulatedDynamoDb;
import headroom.rehearsal.simulation.Simulation;
import headroom.simulated.faults.InvocationTimer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How near a scenario came to the limits of the services, where it came near.
record LimitUse(Simulation simulation) {
    /// In bytes: the largest payload of a state.
    private static final int PAYLOAD = 256 * 1024;

    /// One sentence for each limit; none where no call was throttled, since then all is small.
    List<String> lines() {
        List<String> throttled = simulation.throttled();
        if (throttled.isEmpty()) {
            return throttled;
        }
        List<String> lines = new ArrayList<>(throttled);
        simulation
                .lambda()
                .invocations()
                .highest()
                .ifPresent(
                        each ->
                                lines.add(
                                        "%s took %d s of %d s"
                                                .formatted(
                                                        each.getKey(),
                                                        each.getValue().toSeconds(),
                                                        InvocationTimer.LIMIT.toSeconds())));
        simulation
                .asked()
                .highest()
                .ifPresent(
                        each ->
                                lines.add(
                                        bytes(
                                                each.getKey() + " asked with",
                                                each.getValue(),
                                                PAYLOAD)));
        simulation
                .lambda()
                .answers()
                .highest()
                .ifPresent(
                        each ->
                                lines.add(
                                        bytes(
                                                each.getKey() + " answered with",
                                                each.getValue(),
                                                PAYLOAD)));
        lines.add(
                bytes(
                        "the lease had",
                        simulation.dynamoDb().largest(),
                        SimulatedDynamoDb.LARGEST_ITEM));
        lines.add(
                bytes(
                        "a report had",
                        simulation.operators().longest(),
                        OperatorsTopic.LONGEST_MESSAGE));
        return lines;
    }

    private static String bytes(String who, int bytes, int limit) {
        return String.format(Locale.ROOT, "%s %,d bytes of %,d", who, bytes, limit);
    }
}
