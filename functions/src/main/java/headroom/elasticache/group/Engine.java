package headroom.elasticache.group;

import java.util.regex.Pattern;

/// @param name `redis` or `valkey`
/// @param version such as `7.1` or `8.0.1`
public record Engine(String name, String version) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\..*)?");

    /// Whether its major version is that or a later one; not where it has another form.
    public boolean isAtLeast(int major) {
        return isAtLeast(major, 0);
    }

    /// Whether it is that version or a later one; not where it has another form.
    public boolean isAtLeast(int major, int minor) {
        var found = FORM.matcher(version);
        if (!found.matches()) {
            return false;
        }
        int ownMajor = Integer.parseInt(found.group(1));
        int ownMinor = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
        return ownMajor > major || (ownMajor == major && ownMinor >= minor);
    }

    public boolean isValkey() {
        return name.equalsIgnoreCase("valkey");
    }
}
