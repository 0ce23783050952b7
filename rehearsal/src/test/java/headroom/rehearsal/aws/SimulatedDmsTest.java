package headroom.rehearsal.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.stage.Stage;
import headroom.replication.Replication;
import headroom.replication.Replications;
import headroom.replication.StrayEndpoint;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.databasemigration.model.AccessDeniedException;
import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;
import software.amazon.awssdk.services.databasemigration.model.InvalidResourceStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the simulated DMS shows, seen through the code that reads the real one.
final class SimulatedDmsTest {
    @Test
    void showsTasksOfEitherKindButNotThoseOfZeroEtl() {
        Stage stage = stage(Scene.ORDINARY.withServerless("clicks").withZeroEtl("zero-etl"));

        assertEquals(
                List.of("orders", "customers", "payments", "clickstream", "clicks"),
                writing(stage).stream().map(Replication::name).toList());
    }

    @Test
    void showsTheEndpointThatIsInNoSetting() {
        assertEquals(List.of(), stray(stage(Scene.ORDINARY)));
        assertEquals(
                List.of(new StrayEndpoint(SimulatedEndpoint.STRAY.arn(), "marketing")),
                stray(stage(Scene.ORDINARY.withStrayEndpoint())));
    }

    @Test
    void showsHowFarALoadIs() {
        Stage stage = stage(Scene.ORDINARY.withFullLoad("history", Duration.ofMinutes(60)));

        assertEquals(40, percent(stage));
        pass(stage, Duration.ofMinutes(30));
        assertEquals(70, percent(stage));
        assertEquals(true, loads(stage));
        pass(stage, Duration.ofMinutes(30));
        assertEquals(100, percent(stage));
        assertEquals(false, loads(stage));
    }

    @Test
    void loadsAnewWhereALoadWasStopped() {
        Stage stage = stage(Scene.ORDINARY.withFullLoad("history", Duration.ofMinutes(60)));

        stage.dms().moves().stop(task("history", stage));
        pass(stage, Duration.ofMinutes(5));
        assertEquals(0, percent(stage));
        stage.dms().moves().start(task("history", stage));
        pass(stage, Duration.ofMinutes(65));
        assertEquals(100, percent(stage));

        stage.dms().moves().stop(task("history", stage));
        pass(stage, Duration.ofMinutes(5));
        assertEquals(100, percent(stage));
    }

    @Test
    void provisionsAServerlessReplicationAtEachStart() {
        Stage stage = stage(Scene.ORDINARY.withServerless("clicks"));
        String arn = task("clicks", stage).arn();

        stage.dms().stopReplication(it -> it.replicationConfigArn(arn));
        pass(stage, Duration.ofMinutes(2));
        Instant start = stage.agenda().now();
        resume(arn, "resume-processing", stage);
        pass(stage, Duration.ofMinutes(15));

        assertEquals(
                List.of("stopped", "provisioning_capacity", "replication_starting", "running"),
                stage.journal()
                        .entries(Kind.TASK)
                        .filter(each -> each.name().equals("clicks"))
                        .map(Entry::detail)
                        .toList());
        Instant running =
                stage.journal()
                        .entries(Kind.TASK)
                        .filter(each -> each.detail().equals("running"))
                        .map(Entry::at)
                        .findFirst()
                        .orElseThrow();
        assertEquals(Duration.ofMinutes(14), Duration.between(start, running));
    }

    @Test
    void refusesToStopOrStartWhatIsNotInTheState() {
        Stage stage = stage(Scene.ORDINARY.withServerless("clicks"));
        String arn = task("clicks", stage).arn();

        assertThrows(
                InvalidResourceStateException.class, () -> resume(arn, "resume-processing", stage));
        var first =
                assertThrows(
                        DatabaseMigrationException.class,
                        () -> resume(arn, "start-replication", stage));
        assertEquals("InvalidParameterCombinationException", first.awsErrorDetails().errorCode());
        stage.dms().stopReplication(it -> it.replicationConfigArn(arn));
        assertThrows(
                InvalidResourceStateException.class,
                () -> stage.dms().stopReplication(it -> it.replicationConfigArn(arn)));
    }

    @Test
    void letsNobodyStopWhatZeroEtlRuns() {
        Stage stage = stage(Scene.ORDINARY.withZeroEtl("zero-etl"));
        String arn = task("zero-etl", stage).arn();

        assertThrows(
                AccessDeniedException.class,
                () -> stage.dms().stopReplication(it -> it.replicationConfigArn(arn)));
    }

    private static Stage stage(Scene scene) {
        Stage stage = new Stage(scene.withDisk(1));
        stage.startNothingMore();
        return stage;
    }

    private static void resume(String arn, String type, Stage stage) {
        stage.dms().startReplication(it -> it.replicationConfigArn(arn).startReplicationType(type));
    }

    private static List<Replication> writing(Stage stage) {
        return Replications.writingTo(stage.dms(), List.of(Scene.ENDPOINT));
    }

    private static List<StrayEndpoint> stray(Stage stage) {
        return StrayEndpoint.of(stage.dms(), SimulatedDms.ADDRESS, List.of(Scene.ENDPOINT));
    }

    private static SimulatedTask task(String name, Stage stage) {
        return stage.dms().tasks().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean loads(Stage stage) {
        return writing(stage).stream().anyMatch(Replication::loadsTables);
    }

    private static int percent(Stage stage) {
        return ((ProvisionedTask) task("history", stage))
                .describe(stage.agenda().now(), false)
                .replicationTaskStats()
                .fullLoadProgressPercent();
    }

    private static void pass(Stage stage, Duration time) {
        boolean[] over = {false};
        stage.agenda().after(time, () -> over[0] = true);
        while (!over[0]) {
            stage.agenda().runNext();
        }
    }
}
