package headroom.rehearsal.story;

import headroom.rehearsal.aws.OperatorsTopic;
import headroom.rehearsal.aws.SimulatedDynamoDb;
import headroom.rehearsal.faults.Meter;
import headroom.rehearsal.stage.Stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How near a story came to the limits of the services, where it came near.
record Strain(Stage stage) {
    /// In bytes: the largest payload of a state.
    private static final int PAYLOAD = 256 * 1024;

    /// One sentence for each limit; none where no call was throttled, since then all is small.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (stage.dms().throttled() == 0) {
            return lines;
        }
        lines.add("DMS throttled %d calls".formatted(stage.dms().throttled()));
        stage.lambda()
                .invocations()
                .highest()
                .ifPresent(
                        each ->
                                lines.add(
                                        "%s took %d s of %d s"
                                                .formatted(
                                                        each.getKey(),
                                                        each.getValue().toSeconds(),
                                                        Meter.LIMIT.toSeconds())));
        stage.asked()
                .highest()
                .ifPresent(
                        each ->
                                lines.add(
                                        bytes(
                                                each.getKey() + " asked with",
                                                each.getValue(),
                                                PAYLOAD)));
        stage.lambda()
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
                bytes("the lease had", stage.dynamoDb().largest(), SimulatedDynamoDb.LARGEST_ITEM));
        lines.add(
                bytes("a report had", stage.operators().longest(), OperatorsTopic.LONGEST_MESSAGE));
        return lines;
    }

    private static String bytes(String who, int bytes, int limit) {
        return String.format(Locale.ROOT, "%s %,d bytes of %,d", who, bytes, limit);
    }
}
