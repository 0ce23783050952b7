package headroom.redshift.cluster;

/// What a cluster's status means for whoever wants to change it or to write into it.
///
/// @param explanation the status in plain words, and where a person is needed, what to do
public record Condition(Kind kind, String explanation) {

    public enum Kind {
        /// Takes a snapshot or a resize.
        READY,
        /// Ends by itself, or is not known here: worth a wait, and no more than that.
        PASSING,
        /// Is being resized.
        RESIZING,
        /// The disk is full: writes fail, and no snapshot is taken.
        FULL,
        /// Does not end before a person does something.
        NEEDS_A_PERSON
    }

    /// @param status Redshift's cluster status
    /// @param availability Redshift's availability status, which counts for an available cluster
    static Condition of(String status, String availability) {
        return switch (status) {
            case "available" -> ofAvailable(availability);
            case "available, prep-for-resize" ->
                    resizing("an elastic resize is being prepared; writes are still taken");
            case "available, resize-cleanup" ->
                    resizing("a resize is moving data in the background; writes are taken");
            case "resizing" -> resizing("it is being resized, and read-only or unavailable");
            case "cancelling-resize" -> resizing("a resize is being cancelled");
            case "creating" -> passing("it is being created");
            case "modifying" -> passing("a change is being applied");
            case "rebooting" -> passing("it is restarting");
            case "renaming" -> passing("it is being renamed");
            case "rotating-keys" -> passing("its encryption keys are being rotated");
            case "updating-hsm" -> passing("its HSM configuration is being updated");
            case "pausing" -> person("it is being paused; once it is, resume it");
            case "resuming" -> passing("it is being resumed");
            case "recovering" -> passing("Redshift is recovering it");
            case "storage-full" ->
                    new Condition(
                            Kind.FULL,
                            "its disk is full: writes fail, and no snapshot can be taken");
            case "paused" -> person("it is paused; resume it");
            case "deleting" -> person("it is being deleted");
            case "final-snapshot" -> person("its last snapshot is taken before it is deleted");
            case "hardware-failure" ->
                    person("its hardware failed; restore a snapshot, or ask AWS support");
            case "incompatible-hsm" -> person("it cannot reach its HSM; mend that connection");
            case "incompatible-network" ->
                    person("its network is wrong; look at its subnets and security groups");
            case "incompatible-parameters" ->
                    person("its parameter group does not fit; correct it and restart");
            case "incompatible-restore" ->
                    person("it could not be restored from its snapshot; restore another one");
            default -> passing("a status that is not known here, and so is not safe");
        };
    }

    private static Condition ofAvailable(String availability) {
        return switch (availability) {
            case "Available" -> new Condition(Kind.READY, "it is available");
            case "Maintenance" -> passing("it is under maintenance");
            case "Modifying" -> passing("it is being modified");
            case "Failed" -> person("it failed; look at its events in the Redshift console");
            default -> passing("it answers no queries");
        };
    }

    private static Condition passing(String explanation) {
        return new Condition(Kind.PASSING, explanation);
    }

    private static Condition resizing(String explanation) {
        return new Condition(Kind.RESIZING, explanation);
    }

    private static Condition person(String explanation) {
        return new Condition(Kind.NEEDS_A_PERSON, explanation);
    }
}
