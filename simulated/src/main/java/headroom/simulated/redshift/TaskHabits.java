package headroom.simulated.redshift;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.databasemigration.model.TableStatistics;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a DMS task does, or how DMS shows it, beyond its statuses: words that nobody listed, rows
/// that are applied twice, tables that did not load, and a breakdown long after a start.
public final class TaskHabits {
    /// What DMS applies once more when it resumes.
    private static final int REPLAYED_ROWS = 40;

    private final Map<String, String> words = new HashMap<>();
    private boolean insertsOnce = true;
    private int doubledRows;
    private List<String> tablesInError = List.of();
    private int breakdowns;
    private Duration breaksDownAfter = Duration.ZERO;
    private @Nullable String lastFailure;

    /// DMS has another word for a status than its model.
    public void calls(String status, String word) {
        words.put(status, word);
    }

    String word(String status) {
        return words.getOrDefault(status, status);
    }

    /// Its settings leave `ApplyErrorInsertPolicy` as it is by default.
    public void doublesRows() {
        insertsOnce = false;
    }

    public boolean mayDoubleRows() {
        return !insertsOnce;
    }

    String settings() {
        return "{\"TargetMetadata\":{},\"ErrorBehavior\":{\"ApplyErrorInsertPolicy\":\"%s\"}}"
                .formatted(insertsOnce ? "INSERT_RECORD" : "LOG_ERROR");
    }

    /// It resumes, and DMS applies the last changes once more. Redshift enforces no key.
    void replay() {
        doubledRows += insertsOnce ? 0 : REPLAYED_ROWS;
    }

    /// How many rows are in the cluster twice.
    public int doubledRows() {
        return doubledRows;
    }

    /// These could not be loaded.
    public void hasTablesInError(List<String> tables) {
        tablesInError = List.copyOf(tables);
    }

    int tablesInError() {
        return tablesInError.size();
    }

    /// One table that is loaded, and those that are not.
    Stream<TableStatistics> tables() {
        return Stream.concat(
                Stream.of(table("shop.loaded", "Table completed")),
                tablesInError.stream().map(each -> table(each, "Table error")));
    }

    private static TableStatistics table(String name, String state) {
        String[] parts = name.split("\\.", 2);
        return TableStatistics.builder()
                .schemaName(parts[0])
                .tableName(parts[1])
                .tableState(state)
                .build();
    }

    /// It fails so long after it was started, as often as that.
    public void breaksDown(int times, Duration after) {
        breakdowns = times;
        breaksDownAfter = after;
    }

    /// Counts as one if it does.
    boolean breaksDownThisTime() {
        return breakdowns-- > 0;
    }

    Duration breaksDownAfter() {
        return breaksDownAfter;
    }

    void failed(String message) {
        lastFailure = message;
    }

    /// The service keeps the message after the next start.
    @Nullable String lastFailure() {
        return lastFailure;
    }
}
