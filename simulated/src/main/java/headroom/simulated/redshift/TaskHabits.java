package headroom.simulated.redshift;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.databasemigration.model.TableStatistics;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a DMS task does, or how DMS shows it, beyond its statuses: words that nobody listed, rows
/// that are applied twice, tables that did not load, and a breakdown long after a start.
public final class TaskHabits {
    /// What DMS applies once more when it resumes.
    private static final int REPLAYED_ROWS = 40;

    private static final String TABLE_ERROR = "Table error";

    private final Map<String, String> words = new HashMap<>();
    private boolean insertsOnce = true;
    private @Nullable String settings = settings("INSERT_RECORD");
    private int doubledRows;
    private final Map<String, String> tables =
            new LinkedHashMap<>(Map.of("shop.loaded", "Table completed"));
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
        settings = settings("LOG_ERROR");
    }

    /// Its settings are these, in JSON, or are not shown.
    public void hasSettings(@Nullable String json) {
        settings = json;
    }

    public boolean mayDoubleRows() {
        return !insertsOnce;
    }

    private static String settings(String insertPolicy) {
        return "{\"TargetMetadata\":{},\"ErrorBehavior\":{\"ApplyErrorInsertPolicy\":\"%s\"}}"
                .formatted(insertPolicy);
    }

    @Nullable String settings() {
        return settings;
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
    public void hasTablesInError(List<String> names) {
        names.forEach(each -> hasTable(each, TABLE_ERROR));
    }

    /// Besides one that is loaded.
    ///
    /// @param name with its schema's before, as `shop.orders`
    public void hasTable(String name, String state) {
        tables.put(name, state);
    }

    int tablesInError() {
        return Collections.frequency(tables.values(), TABLE_ERROR);
    }

    Stream<TableStatistics> tables() {
        return tables.entrySet().stream().map(each -> table(each.getKey(), each.getValue()));
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
