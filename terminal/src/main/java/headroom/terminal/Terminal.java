package headroom.terminal;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Whether a command's streams lead to a terminal, and whether it may colour what it writes there.
///
/// @param out whether the standard output does
/// @param err whether the standard error does
/// @param coloured whether colours are welcome
public record Terminal(boolean out, boolean err, boolean coloured) {
    /// The system property in which a launcher names the streams: `out`, `err`, both with a comma
    /// between, or nothing.
    static final String PROPERTY = "headroom.terminal";

    private static final String NO_COLOR = "NO_COLOR";

    /// Of this process.
    public static Terminal here() {
        return of(System.getProperty(PROPERTY, ""), System.getenv());
    }

    static Terminal of(String streams, Map<String, String> environment) {
        List<String> named = Arrays.asList(streams.split(",", -1));
        boolean wanted =
                environment.getOrDefault(NO_COLOR, "").isEmpty()
                        && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(named.contains("out"), named.contains("err"), wanted);
    }

    /// The standard output, coloured if it leads to a terminal and colours are welcome.
    public OutputStream coloured(OutputStream standard, List<Rule> rules) {
        return out && coloured ? new ColouredOutput(standard, rules) : standard;
    }
}
