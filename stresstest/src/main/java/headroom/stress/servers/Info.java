package headroom.stress.servers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server says of itself, by the names that it uses.
public record Info(Map<String, String> fields) {
    private static final Pattern CALLS = Pattern.compile("calls=(\\d+)");

    static Info parse(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String line : text.split("\r?\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0 && !line.startsWith("#")) {
                fields.put(line.substring(0, colon), line.substring(colon + 1));
            }
        }
        return new Info(Map.copyOf(fields));
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /// Zero where it says nothing of it.
    public double number(String name) {
        return text(name).map(Double::parseDouble).orElse(0.0);
    }

    /// Which one runs, and its version.
    public String program() {
        return text("valkey_version")
                .map("valkey %s"::formatted)
                .orElseGet(() -> "redis " + text("redis_version").orElse("unknown"));
    }

    /// How often a command was carried out.
    public double calls(String command) {
        Matcher calls = CALLS.matcher(text("cmdstat_" + command).orElse(""));
        return calls.find() ? Double.parseDouble(calls.group(1)) : 0;
    }

    public boolean isPrimary() {
        return text("role").filter("master"::equals).isPresent();
    }

    /// Whether a replica is connected to its primary and has all of its data.
    public boolean isInSync() {
        return text("master_link_status").filter("up"::equals).isPresent()
                && number("master_sync_in_progress") == 0;
    }
}
