package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.step.Json;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

final class PausedTaskTest {
    @Test
    void isResumedByTheCommandForTasks() {
        assertEquals(
                "aws dms start-replication-task --region eu-west-1 --start-replication-task-type"
                        + " resume-processing --replication-task-arn"
                        + " arn:aws:dms:eu-west-1:111122223333:task:orders",
                new PausedTask("arn:aws:dms:eu-west-1:111122223333:task:orders", "orders")
                        .resumeCommand("eu-west-1"));
    }

    @Test
    void isResumedByTheCommandForServerlessReplicationsIfItIsOne() {
        assertEquals(
                "aws dms start-replication --region eu-west-1 --start-replication-type"
                        + " resume-processing --replication-config-arn"
                        + " arn:aws:dms:eu-west-1:111122223333:replication-config:clicks",
                Recorded.serverless("clicks").resumeCommand("eu-west-1"));
    }

    @Test
    void isToldFromATaskByItsArnAlone() {
        assertEquals(
                false,
                new PausedTask("arn:aws:dms:eu-west-1:111122223333:task:replication-config", "a")
                        .isServerless());
        assertEquals(true, Recorded.serverless("task").isServerless());
    }

    @Test
    void isRecordedByArnAndNameAlone() {
        assertEquals(
                "{\"arn\":\"a\",\"name\":\"b\"}",
                new String(Json.write(new PausedTask("a", "b")), StandardCharsets.UTF_8));
    }
}
