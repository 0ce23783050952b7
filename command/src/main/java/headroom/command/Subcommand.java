package headroom.command;

import headroom.configuration.Spelling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can be asked for, and with how many words behind.
enum Subcommand {
    STATUS(1, 1, "a cluster, as in ./headroom status analytics"),
    RECOVER(1, 1, "a cluster, as in ./headroom recover analytics"),
    FORGET(
            2,
            Integer.MAX_VALUE,
            "a cluster and the tasks' names or ARNs, as in ./headroom forget analytics orders"),
    OFF(1, 1, "a cluster, as in ./headroom off analytics"),
    ON(1, 1, "a cluster, as in ./headroom on analytics"),
    CHECK(0, 1, "no word, or a file such as headroom.json or cdk.json");

    /// Beyond that, a suggestion would be a guess.
    private static final int NEAR = 3;

    private final int least;
    private final int most;
    private final String expected;

    Subcommand(int least, int most, String expected) {
        this.least = least;
        this.most = most;
        this.expected = expected;
    }

    /// @throws NotUnderstood if there is none of that name
    static Subcommand of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> unknown(word));
    }

    private static NotUnderstood unknown(String word) {
        List<String> words = Arrays.stream(values()).map(Subcommand::word).toList();
        Optional<String> meant = Spelling.nearest(word, words, NEAR).map("./headroom "::concat);
        return NotUnderstood.of("\"" + word + "\"", meant, words);
    }

    /// @throws NotUnderstood if there are more or fewer words than that
    void require(List<String> operands) {
        if (operands.size() < least || operands.size() > most) {
            throw new NotUnderstood(
                    "Behind %s there is %s; expected %s."
                            .formatted(
                                    word(),
                                    operands.isEmpty()
                                            ? "nothing"
                                            : "\"" + String.join(" ", operands) + "\"",
                                    expected));
        }
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
