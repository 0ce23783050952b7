package headroom.settings;

/// Whether something is done at all.
public enum Switch {
    ON,
    OFF
}
