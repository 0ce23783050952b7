package headroom.report;

import java.util.Optional;

/// What a person's message said, beside that a run is wanted.
///
/// @param topic the ARN of the topic that it was published on
record Wish(Optional<Integer> nodes, Optional<String> notUnderstood, String region, String topic) {

    static Wish of(ComposeReport.Input input) {
        return new Wish(
                input.nodes(),
                input.notUnderstood(),
                Execution.of(input.execution()).region(),
                input.requests());
    }

    /// What a report begins with; empty if all was understood.
    String inTheBeginning() {
        return notUnderstood.map("Not understood: %s\n"::formatted).orElse("");
    }

    /// What comes before anything else that is to be done; empty if all was understood.
    String toDoFirst() {
        return notUnderstood
                .map(
                        _ ->
                                """
                                What was not understood was taken for a wish to see the plan alone. To resize, run
                                  %s
                                """
                                        .formatted(command()))
                .orElse("");
    }

    /// What a person runs to have the same carried out.
    String command() {
        return "aws sns publish --region %s --topic-arn %s --message %s"
                .formatted(
                        region, topic, nodes.map("'{\"nodes\": %d}'"::formatted).orElse("resize"));
    }
}
