package headroom.command.capacity;

import headroom.command.answer.Refused;
import headroom.command.file.JsonFile;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files that a person hands in, each in one of two forms: our own, or what CloudWatch has
/// answered.
final class FigureFiles {
    private final Mistakes mistakes = new Mistakes();

    /// @throws Refused with everything that is wrong with them
    static Measured read(List<Path> files) {
        return new FigureFiles().measured(files);
    }

    private Measured measured(List<Path> files) {
        Map<Path, JsonNode> roots = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                if (roots.put(file, JsonFile.parsed(JsonFile.text(file, "figures.json"), file))
                        != null) {
                    mistakes.add("%s is named twice; expected each file once.".formatted(file));
                }
            } catch (Refused unreadable) {
                mistakes.add(String.valueOf(unreadable.getMessage()));
            }
        }
        Optional<Measured> measured =
                roots.values().stream().anyMatch(each -> has(each, MetricDataAnswers.RESULTS))
                        ? answers(roots)
                        : handWritten(roots);
        mistakes.refuse(files);
        return measured.orElseThrow();
    }

    private Optional<Measured> answers(Map<Path, JsonNode> roots) {
        var answers = new MetricDataAnswers(mistakes);
        roots.forEach(
                (file, root) -> {
                    if (has(root, "shards")) {
                        mistakes.add(
                                "%s is written by hand, and another file is an answer of get-metric-data; expected one of the two. Hand in either by itself."
                                        .formatted(file));
                    } else if (!isAnotherFile(file, root)) {
                        answers.add(file, root);
                    }
                });
        return answers.measured();
    }

    private Optional<Measured> handWritten(Map<Path, JsonNode> roots) {
        if (roots.size() > 1) {
            mistakes.add(
                    ("There are %d files, and none is an answer of get-metric-data; expected one in"
                                    + " the form of docs/capacity.md, or answers alone.")
                            .formatted(roots.size()));
        }
        Optional<Measured> measured = Optional.empty();
        for (Map.Entry<Path, JsonNode> each : roots.entrySet()) {
            if (!isAnotherFile(each.getKey(), each.getValue())) {
                measured = new HandWritten(mistakes).read(each.getKey(), each.getValue());
            }
        }
        return measured;
    }

    /// What people have beside the answer, and hand in by mistake.
    private boolean isAnotherFile(Path file, JsonNode root) {
        if (has(root, "MetricDataQueries")) {
            mistakes.add(
                    ("%s has the queries, not their answer; expected what aws cloudwatch"
                                    + " get-metric-data --cli-input-json file://%s prints.")
                            .formatted(file, file));
            return true;
        }
        if (has(root, SavedGroup.GROUPS)) {
            mistakes.add(
                    ("%s describes a group and has no figures; expected those of its nodes."
                         + " ./capacity --queries %s prints what CloudWatch is to be asked.")
                            .formatted(file, file));
            return true;
        }
        return false;
    }

    private static boolean has(JsonNode root, String field) {
        return root.isObject() && root.field(field).isPresent();
    }
}
