package headroom.elasticache.effect;

/// What a step has done to the figures that asked for it.
public enum Effect {
    IMPROVED,
    NOT_IMPROVED,
    WORSE,
    /// It was no step that relieves.
    MIGRATED,
    /// Some of the figures are missing.
    UNMEASURED
}
