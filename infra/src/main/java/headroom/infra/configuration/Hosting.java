package headroom.infra.configuration;

/// What the functions run on.
public record Hosting(Architecture architecture, SnapStart snapStart) {
    /// The cheaper and the quicker one, and the one that is not everywhere.
    static final Hosting USUAL = new Hosting(Architecture.ARM64, SnapStart.OFF);

    /// The processors that Lambda has.
    public enum Architecture {
        ARM64,
        X86_64
    }

    /// Whether Lambda starts a function from a snapshot of one that has already started. Not by
    /// default: not every region has it, and a snapshot that nobody used for two weeks is made anew
    /// while the first call waits.
    public enum SnapStart {
        OFF,
        ON
    }
}
