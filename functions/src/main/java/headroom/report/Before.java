package headroom.report;

import java.time.Instant;
import java.util.Optional;

/// The lease as the run took it.
///
/// @param failures how many runs in a row have failed after they had begun to change something
/// @param quietUntil before which nothing automatic was to start
/// @param unlessCritical whether the critical level was an exception from that
public record Before(
        int failures, Optional<Instant> quietUntil, boolean unlessCritical, Told told) {}
