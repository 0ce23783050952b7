package headroom.rehearsal.scenario;

import java.util.function.Consumer;

/// Takes what is told of a scenario, in order.
public interface Telling {
    /// What the scenario is, and what parts one thing from another.
    void words(String line);

    void line(Line line);

    void summary(SummaryRow row);

    /// All of it as lines of text.
    static Telling text(Consumer<String> line) {
        return new Telling() {
            @Override
            public void words(String text) {
                line.accept(text);
            }

            @Override
            public void line(Line told) {
                told.text().forEach(line);
            }

            @Override
            public void summary(SummaryRow row) {
                row.text().forEach(line);
            }
        };
    }
}
