package headroom.configuration;

import headroom.settings.Setting;
import headroom.settings.Switch;
import headroom.settings.Type.Choice;
import headroom.settings.Values;

import java.util.List;

/// How a stack is deployed, beside what its functions are told.
///
/// @param architecture what the functions run on
/// @param events whether finished runs are sent to EventBridge
public record Hosting(Architecture architecture, Switch events) {
    /// The cheaper and the quicker one, and the one that is not everywhere.
    public static final Setting<Architecture> ARCHITECTURE =
            Setting.usual(
                    "architecture",
                    new Choice<>(List.of(Architecture.values())),
                    "the processor that the functions run on",
                    Architecture.ARM64);

    public static final Setting<Switch> EVENTS =
            Setting.usual(
                    "events",
                    new Choice<>(List.of(Switch.values())),
                    "whether each finished run is sent to EventBridge's default bus",
                    Switch.ON);

    static Hosting of(Values values) {
        return new Hosting(values.get(ARCHITECTURE), values.get(EVENTS));
    }

    /// The processors that Lambda has.
    public enum Architecture {
        ARM64,
        X86_64
    }
}
