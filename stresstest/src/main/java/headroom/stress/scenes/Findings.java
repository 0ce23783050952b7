package headroom.stress.scenes;

import headroom.stress.pictures.Picture;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a scene has found, and whether it is what is promised.
public final class Findings {
    private final List<String> rows = new ArrayList<>();
    private final List<String> promises = new ArrayList<>();
    private @Nullable Function<String, Picture> picture;
    private List<String> outline = List.of();
    private boolean kept = true;

    void tell(String what, @Nullable Object found) {
        rows.add("| %s | %s |".formatted(what, found));
    }

    void promise(String what, boolean isKept, @Nullable Object found) {
        promises.add("| %s | %s | %s |".formatted(what, found, isKept ? "kept" : "**broken**"));
        kept &= isKept;
    }

    void outline(List<String> lines) {
        outline = lines;
    }

    /// What was found, planned, called, measured and told, in order.
    public List<String> outline() {
        return outline;
    }

    void picture(Function<String, Picture> ofTitle) {
        picture = ofTitle;
    }

    /// What it looked like; empty if the scene did not come to its end.
    public Optional<Picture> picture(String title) {
        return Optional.ofNullable(picture).map(each -> each.apply(title));
    }

    public boolean areAsPromised() {
        return kept;
    }

    /// In Markdown.
    public List<String> text() {
        List<String> text = new ArrayList<>(List.of("| What | Found |", "|---|---|"));
        text.addAll(rows);
        text.addAll(List.of("", "| Promise | Found | |", "|---|---|---|"));
        text.addAll(promises);
        return text;
    }
}
