package headroom.report;

import headroom.replication.Listing;
import headroom.replication.PausedTask;

import java.util.List;
import java.util.stream.Collectors;

/// What a person can do about tasks that were stopped and do not run.
final class Owed {
    private Owed() {}

    /// A command for each task, or for the first of very many, with the others behind: SNS takes
    /// 256 KiB, and nobody types 600 commands.
    ///
    /// @param requests the topic that a message to Headroom is published to
    static String commands(List<PausedTask> tasks, Execution execution, String requests) {
        String each =
                tasks.stream()
                        .limit(Listing.MOST)
                        .map(task -> "  " + task.resumeCommand(execution.region()))
                        .collect(Collectors.joining("\n"));
        return """
        The watch tries to bring them back within a quarter of an hour, and after that each hour. It is
        on you before the source's log expires. Once the cluster takes writes, either run
          aws stepfunctions start-execution --region %s --state-machine-arn %s --input '{"cause":"recover","deadOwner":"%s","settled":true}'
        or resume the tasks one by one (never with reload-target, which empties their tables):
        %s%s
        As long as one of them is on the record, no resize can begin. One that cannot come back (its log is
        gone, say) is taken off the record by its name or ARN; what becomes of it is yours then:
          aws sns publish --region %s --topic-arn %s --message '{"forget": ["%s"]}'\
        """
                .formatted(
                        execution.region(),
                        execution.stateMachineArn(),
                        execution.arn(),
                        each,
                        others(tasks),
                        execution.region(),
                        requests,
                        tasks.isEmpty() ? "NAME" : tasks.getFirst().name());
    }

    private static String others(List<PausedTask> tasks) {
        return tasks.size() <= Listing.MOST
                ? ""
                : tasks.stream()
                        .skip(Listing.MOST)
                        .map(task -> "\n  %s  %s".formatted(task.arn(), task.name()))
                        .collect(
                                Collectors.joining(
                                        "",
                                        "\nand in the same way these %d:"
                                                .formatted(tasks.size() - Listing.MOST),
                                        ""));
    }
}
