package headroom.redshift.replication;

/// A task or a serverless replication that Headroom is to stop and to start again, as the lease
/// records it before any is stopped.
///
/// @param arn tells the two apart
/// @param name the identifier, for people; cut where it is very long
public record PausedTask(String arn, String name) {
    boolean isServerless() {
        return arn.contains(":replication-config:");
    }

    /// What a person types to resume it.
    public String resumeCommand(String region) {
        String command =
                isServerless()
                        ? "aws dms start-replication --region %s --start-replication-type"
                                + " resume-processing --replication-config-arn %s"
                        : "aws dms start-replication-task --region %s"
                                + " --start-replication-task-type resume-processing"
                                + " --replication-task-arn %s";
        return command.formatted(region, arn);
    }
}
