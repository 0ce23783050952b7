package headroom.configuration;

/// What the functions run on.
public record Hosting(Architecture architecture) {
    /// The cheaper and the quicker one, and the one that is not everywhere.
    static final Hosting USUAL = new Hosting(Architecture.ARM64);

    /// The processors that Lambda has.
    public enum Architecture {
        ARM64,
        X86_64
    }
}
