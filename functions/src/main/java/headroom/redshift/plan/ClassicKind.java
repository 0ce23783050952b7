package headroom.redshift.plan;

/// What a classic resize leaves of the cluster until it is done, which is one of two kinds.
///
/// Both are expected to take the same time, and DMS tasks stay stopped until the end of either:
/// nobody confirms that DMS may write while data is migrated, since the statuses of that time and
/// what becomes of connections at its end are not documented.
sealed interface ClassicKind {
    /// Data below this, in MB, is a condition for a cluster that stays writable.
    long MEGABYTES = 2L * 1024 * 1024 * 1024;

    /// Of ra3 or rg, with the conditions of Redshift's checklist met: the cluster restarts, takes
    /// reads and writes while its data is migrated, and drops all connections at the end. Tables
    /// created with BACKUP NO are kept.
    ///
    /// Of the checklist, a recent snapshot by hand is met by the run's own.
    record Writable() implements ClassicKind {}

    /// @param reason why it is not the other kind
    record ReadOnly(String reason) implements ClassicKind {}

    /// Whether nodes of this type keep their data in managed storage.
    static boolean isManaged(String nodeType) {
        return nodeType.startsWith("ra3.") || nodeType.startsWith("rg.");
    }

    /// @param nodes of the resize's target, which is of the present node type
    static ClassicKind of(Facts facts, int nodes) {
        String type = facts.cluster().nodeType();
        if (!isManaged(type)) {
            return new ReadOnly(type + " is neither ra3 nor rg");
        }
        if (nodes < 2) {
            return new ReadOnly("its target is a single node");
        }
        if (!facts.cluster().isInVpc()) {
            return new ReadOnly("it is in no VPC");
        }
        return holdsLittle(facts)
                ? new Writable()
                : new ReadOnly("it is not known to hold less than 2 PB");
    }

    /// A cluster of unknown disk use may be full.
    private static boolean holdsLittle(Facts facts) {
        Long capacity = facts.cluster().capacityMegabytes();
        Double percent = facts.diskPercent();
        return capacity != null && capacity * (percent == null ? 100 : percent) / 100 < MEGABYTES;
    }

    /// For people.
    ///
    /// @param hours for which the tasks are expected to stand still during the resize
    default String sentence(long hours) {
        return switch (this) {
            case Writable _ ->
                    "A classic resize leaves this cluster read-only for minutes only, while it restarts: it takes reads and writes while its data is migrated, and drops all connections at the end. That replication is paused until then, for about %d hours, is caution, as nobody confirms that DMS may write meanwhile. Such a resize cannot be cancelled, and the snapshot that it uses may serve no restore until it is done."
                            .formatted(hours);
            case ReadOnly(String reason) ->
                    "A classic resize leaves this cluster read-only until it is done, for about %d hours, as %s. Tables created with BACKUP NO do not survive it."
                            .formatted(hours, reason);
        };
    }
}
