package headroom.redshift.replication;

/// A recorded task that DMS did not start.
///
/// @param reason what DMS said
public record Refusal(String arn, String reason) {}
