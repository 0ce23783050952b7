package headroom.configuration;

import headroom.settings.Setting;
import headroom.settings.Type.Choice;
import headroom.settings.Values;

import java.util.List;

/// What the functions run on.
public record Hosting(Architecture architecture) {
    /// The cheaper and the quicker one, and the one that is not everywhere.
    public static final Setting<Architecture> ARCHITECTURE =
            Setting.usual(
                    "architecture",
                    new Choice<>(List.of(Architecture.values())),
                    "the processor that the functions run on",
                    Architecture.ARM64);

    static Hosting of(Values values) {
        return new Hosting(values.get(ARCHITECTURE));
    }

    /// The processors that Lambda has.
    public enum Architecture {
        ARM64,
        X86_64
    }
}
