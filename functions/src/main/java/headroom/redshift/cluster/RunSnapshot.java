package headroom.redshift.cluster;

import headroom.redshift.Settings;
import headroom.step.Pace;

import java.time.Duration;
import java.util.Locale;

/// The two snapshots of a run.
///
/// Redshift's snapshots are incremental. So one is taken while replication still runs, and the one
/// that is taken in the pause has only to copy what was written since.
public enum RunSnapshot {
    /// Taken before the pause, and removed once the run has no more use for it.
    PRECOPY("headroom-precopy-"),
    /// Taken in the pause: what a resize could be undone with.
    BACKUP("headroom-");

    /// Redshift's own bound on a snapshot identifier, in characters.
    private static final int LONGEST = 255;

    /// The least that Redshift knows: should nothing else remove a pre-copy, this does.
    private static final int ONE_DAY = 1;

    private final String beginning;

    RunSnapshot(String beginning) {
        this.beginning = beginning;
    }

    int retentionDays(Settings settings) {
        return switch (this) {
            case PRECOPY -> ONE_DAY;
            case BACKUP -> settings.snapshotRetentionDays();
        };
    }

    public Pace pace() {
        return switch (this) {
            // Nobody stands still meanwhile.
            case PRECOPY -> Pace.of(2, Duration.ofMinutes(2), Pace.QUARTER_OF_AN_HOUR);
            case BACKUP -> Pace.CHANGE;
        };
    }

    /// What the names of such snapshots of a cluster begin with.
    public String prefix(String cluster) {
        return beginning + cluster + "-";
    }

    /// The snapshot's name: the same at each repetition of the run's steps, and different for each
    /// run, since snapshot names are unique across all clusters of an account.
    ///
    /// Letters, digits and single hyphens, with a letter first and no hyphen last, as Redshift
    /// demands.
    ///
    /// @param run the execution's name
    String name(String cluster, String run) {
        String name =
                (prefix(cluster) + run).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return name.substring(0, Math.min(name.length(), LONGEST)).replaceAll("-$", "");
    }
}
