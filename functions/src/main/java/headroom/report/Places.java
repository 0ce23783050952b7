package headroom.report;

import headroom.run.Execution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a person looks further, by what each place is called.
public record Places(List<Place> places) {
    public static final Places NONE = new Places(List.of());

    /// @param title such as `Execution`
    public record Place(String title, String url) {}

    public static Places of(Execution execution) {
        return NONE.with("Execution", execution.page());
    }

    public Places with(String title, String url) {
        List<Place> more = new ArrayList<>(places);
        more.add(new Place(title, url));
        return new Places(more);
    }

    public Places and(Places others) {
        return new Places(Stream.concat(places.stream(), others.places().stream()).toList());
    }

    String inWords() {
        return places.stream()
                .map(each -> each.title() + ": " + each.url())
                .collect(Collectors.joining("\n"));
    }
}
