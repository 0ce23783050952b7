package headroom.elasticache.effect;

/// What a step has done to the figures that asked for it.
public enum Effect {
    IMPROVED,
    NOT_IMPROVED,
    WORSE,
    /// Some of the figures are missing.
    UNMEASURED
}
