package headroom.elasticache.group;

import java.util.regex.Pattern;

/// @param name `redis` or `valkey`
/// @param version such as `7.1` or `8.0.1`
public record Engine(String name, String version) {
    private static final Pattern MAJOR = Pattern.compile("(\\d{1,4})(?:\\..*)?");

    /// Whether its major version is that or a later one; not where it has another form.
    public boolean isAtLeast(int major) {
        var found = MAJOR.matcher(version);
        return found.matches() && Integer.parseInt(found.group(1)) >= major;
    }
}
