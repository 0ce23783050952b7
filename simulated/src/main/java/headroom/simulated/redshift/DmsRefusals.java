package headroom.simulated.redshift;

import headroom.simulated.aws.Refusal;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.databasemigration.model.AccessDeniedException;
import software.amazon.awssdk.services.databasemigration.model.InvalidResourceStateException;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;

/// How DMS says no.
final class DmsRefusals {
    private DmsRefusals() {}

    static void readOnly(SimulatedTask task) {
        if (task.isReadOnly()) {
            throw of(
                    AccessDeniedException.builder(),
                    "AccessDeniedFault",
                    task.arn() + " belongs to a zero-ETL integration");
        }
    }

    static AwsServiceException notFound(String message) {
        return of(ResourceNotFoundException.builder(), "ResourceNotFoundFault", message);
    }

    static AwsServiceException wrongState(SimulatedTask task, String what) {
        return of(
                InvalidResourceStateException.builder(),
                "InvalidResourceStateFault",
                "Replication task %s %s: it is %s".formatted(task.arn(), what, task.status()));
    }

    static AwsServiceException of(
            AwsServiceException.Builder exception, String code, String message) {
        return Refusal.of(exception, "DatabaseMigration", code, message);
    }
}
