package headroom.command.cluster;

import java.util.Arrays;

/// Who started an execution, told by how its name begins. The trigger, the watch and this command
/// give the names.
enum StartedBy {
    ALARM("alarm-", "by an alarm"),
    MESSAGE("manual-", "by a message"),
    WATCH("watch-", "by the watch"),
    RECOVERY("recover-", "a recovery"),
    FORGETTING("forget-", "to forget tasks"),
    PERSON("", "by hand");

    private final String beginning;
    private final String words;

    StartedBy(String beginning, String words) {
        this.beginning = beginning;
        this.words = words;
    }

    static StartedBy of(String name) {
        return Arrays.stream(values())
                .filter(each -> name.startsWith(each.beginning))
                .findFirst()
                .orElseThrow();
    }

    String inWords() {
        return words;
    }
}
