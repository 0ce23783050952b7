package headroom.report;

import java.util.List;

/// What a plan rests on, for people.
///
/// @param seen what was seen, one fact a line
/// @param rejected what was not chosen
public record Evidence(List<String> seen, List<Rejected> rejected) {
    public Evidence {
        seen = List.copyOf(seen);
        rejected = List.copyOf(rejected);
    }

    /// @param option such as a size
    /// @param reason why it was not chosen
    public record Rejected(String option, String reason) {}
}
