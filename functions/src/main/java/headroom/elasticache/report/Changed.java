package headroom.elasticache.report;

import headroom.report.Mail;

import java.util.ArrayList;
import java.util.List;

/// What a run has changed. Each sentence rests on what was seen, and not on what was meant.
final class Changed {
    private Changed() {}

    static String of(ComposeReport.Input run) {
        List<String> sentences = new ArrayList<>();
        Done done = run.done();
        done.backup()
                .ifPresent(each -> sentences.add("A backup was taken before: %s.".formatted(each)));
        if (done.change() != null) {
            String change = done.change().inWords();
            if (done.isScaled()) {
                sentences.add(
                        "ElastiCache was asked to %s. %s"
                                .formatted(change, done.scaled().orElse("")));
            } else if (done.owed()) {
                sentences.add(
                        "ElastiCache was asked, or was about to be asked, to %s. It is not known what became of it: look at the group."
                                .formatted(change));
            } else if (run.isUnfinished()) {
                sentences.add(
                        "ElastiCache was asked to %s. When it was last looked at, that had not come to its end. %s"
                                .formatted(change, Happened.failure(run)));
            } else {
                sentences.add("ElastiCache was to %s. It did not.".formatted(change));
            }
        }
        return sentences.isEmpty() ? Mail.NOTHING : String.join("\n", sentences);
    }
}
