package headroom.rehearsal.elasticache.scenarios;

/// The subjects of what operators are told in more than one scenario.
final class Subjects {
    static final String HELPED = "Headroom: sessions was scaled, and it helped";
    static final String NOT_HELPED = "Headroom WARNING: sessions was scaled, and it did NOT help";
    static final String WORSE =
            "Headroom WARNING: sessions was scaled, and it is worse than before";
    static final String UNMEASURED =
            "Headroom: sessions was scaled; its effect could not be measured";
    static final String NOT_SCALED = "Headroom: sessions was NOT scaled";
    static final String CRITICAL =
            "Headroom CRITICAL: a change may be under way and is not watched, sessions";
    static final String UNFINISHED =
            "Headroom WARNING: sessions has a step that did not come to its end";
    static final String MIGRATED = "Headroom: sessions has another cluster mode";
    static final String MIGRATING = "Headroom: sessions is on its way to cluster mode";
    static final String REFUSED = "Headroom: sessions was NOT scaled: refused by plan";
    static final String TOLD = "Headroom: sessions has a fault that scaling does not cure";
    static final String TOLD_CRITICALLY =
            "Headroom (critical): sessions has a fault that scaling does not cure";
    static final String ASKS = "Headroom: sessions asks whether to scale";
    static final String DEFERRED = "Headroom: sessions will be scaled when its window opens";
    static final String PLANNED = "Headroom: sessions could be scaled (plan only)";
    static final String UNNEEDED = "Headroom: sessions needs no step";
    static final String DECLINED =
            "Headroom: a message was declined, as the lease is held, sessions";

    private Subjects() {}
}
