package headroom.report;

import headroom.run.Execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a person looks further, by what each place is called.
///
/// @param run the name of the execution whose own message it is; empty of what others say
public record Places(List<Place> places, Optional<String> run) {
    public static final Places NONE = new Places(List.of(), Optional.empty());

    /// @param title such as `Execution`
    public record Place(String title, String url) {}

    public static Places of(Execution execution) {
        return new Places(List.of(), Optional.of(Execution.name(execution.arn())))
                .with("Execution", execution.page());
    }

    public Places with(String title, String url) {
        List<Place> more = new ArrayList<>(places);
        more.add(new Place(title, url));
        return new Places(more, run);
    }

    public Places and(Places others) {
        return new Places(
                Stream.concat(places.stream(), others.places().stream()).toList(),
                run.or(others::run));
    }

    String inWords() {
        return places.stream()
                .map(each -> each.title() + ": " + each.url())
                .collect(Collectors.joining("\n"));
    }
}
