package headroom.simulated.redshift;

import java.util.Locale;

/// A node type of Redshift, with what its resizes may reach.
///
/// All have the disks of an ra3.4xlarge here, so that a scenario's disk use does not depend on
/// them. Of rg.large and rg.12xlarge no growth is documented; they stand beside the type of ra3
/// that each replaces.
public enum SimulatedNodeType {
    DC2_LARGE(2, 32),
    DC2_8XLARGE(2, 128),
    RA3_LARGE(2, 16),
    RA3_XLPLUS(2, 32),
    RA3_4XLARGE(4, 32),
    RA3_16XLARGE(4, 128),
    RG_LARGE(2, 16),
    RG_XLARGE(2, 32),
    RG_4XLARGE(4, 32),
    RG_12XLARGE(4, 128);

    /// Documented for ra3.4xlarge alone, whose elastic resizes go beyond its classic ones.
    private static final int LARGEST_OF_RA3_4XLARGE = 64;

    private final int growth;
    private final int largestClassic;

    /// @param growth how many times the original size an elastic resize reaches
    /// @param largestClassic of a cluster that is created or resized the classic way
    SimulatedNodeType(int growth, int largestClassic) {
        this.growth = growth;
        this.largestClassic = largestClassic;
    }

    /// As Redshift's API names it.
    public String shown() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    public int growth() {
        return growth;
    }

    int largestClassic() {
        return largestClassic;
    }

    /// Number of nodes that any cluster of this type can have.
    public int largest() {
        return this == RA3_4XLARGE ? LARGEST_OF_RA3_4XLARGE : largestClassic;
    }

    /// Whether a classic resize to two nodes or more leaves the cluster writable.
    boolean migratesWritable() {
        return isManaged();
    }

    /// Whether its data is in managed storage.
    boolean isManaged() {
        return !shown().startsWith("dc2.");
    }

    /// One that Redshift offers a cluster of this type as well.
    SimulatedNodeType another() {
        return this == RA3_16XLARGE ? RA3_4XLARGE : RA3_16XLARGE;
    }
}
