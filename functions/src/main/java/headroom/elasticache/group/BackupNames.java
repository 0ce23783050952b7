package headroom.elasticache.group;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// How Headroom's own backups of a group are called: `headroom-1f2e3d4c-20261122t043000`, in the
/// order in which they were taken.
///
/// A backup's name has forty characters at the most, as many as the identifier of a group alone, so
/// a hash stands for that.
public final class BackupNames {
    private static final String BEGINNING = "headroom-";
    private static final int HASH_BYTES = 4;
    private static final Pattern MOMENT = Pattern.compile("\\d{8}t\\d{6}");

    private BackupNames() {}

    /// What stands for the group: eight hexadecimal digits.
    public static String key(String group) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(group.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What the names of a group's backups begin with, and those of no other resource's.
    public static String prefix(String group) {
        return BEGINNING + key(group) + "-";
    }

    /// Whether Headroom has called a backup of this group so.
    static boolean isOwn(String name, String group) {
        String prefix = prefix(group);
        return name.startsWith(prefix) && MOMENT.matcher(name.substring(prefix.length())).matches();
    }
}
