package headroom.command.cluster;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where to look, and with whose credentials; what is empty is left to the SDK.
public record Access(Optional<String> region, Optional<String> profile) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");

    /// A command of ours for the same place, as it is pasted into a shell.
    String command(String... words) {
        StringBuilder command = new StringBuilder("./headroom");
        for (String word : words) {
            command.append(' ').append(quoted(word));
        }
        region.ifPresent(each -> command.append(" --region ").append(quoted(each)));
        profile.ifPresent(each -> command.append(" --profile ").append(quoted(each)));
        return command.toString();
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
