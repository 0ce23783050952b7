package headroom.warehouse;

import java.util.Locale;

/// The name of a run's snapshot: the same at each repetition of the run's steps, and different for
/// each run, since snapshot names are unique across all clusters of an account.
public final class SnapshotName {
    /// Redshift's own bound on a snapshot identifier, in characters.
    private static final int LONGEST = 255;

    private SnapshotName() {}

    /// What the names of the snapshots of a cluster begin with.
    public static String prefix(String cluster) {
        return "headroom-" + cluster + "-";
    }

    /// Letters, digits and single hyphens, with a letter first and no hyphen last, as Redshift
    /// demands.
    static String of(String cluster, String run) {
        String name =
                (prefix(cluster) + run).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return name.substring(0, Math.min(name.length(), LONGEST)).replaceAll("-$", "");
    }
}
