package headroom.benchmarks.findings;

import java.util.ArrayList;
import java.util.List;

/// What a benchmark found.
///
/// @param lines Markdown: what was measured, how, and what it came to
/// @param targets what it is judged by
public record Findings(List<String> lines, List<Target> targets) {
    public Findings {
        lines = List.copyOf(lines);
        targets = List.copyOf(targets);
    }

    public boolean meetTheTargets() {
        return targets.stream().allMatch(Target::isMet);
    }

    /// All of it in Markdown, the judgement last.
    public List<String> text() {
        List<String> text = new ArrayList<>(lines);
        if (!targets.isEmpty()) {
            text.add("");
            text.add("| Target | found | at most | |");
            text.add("|---|---|---|---|");
            targets.forEach(each -> text.add(each.row()));
        }
        return text;
    }
}
