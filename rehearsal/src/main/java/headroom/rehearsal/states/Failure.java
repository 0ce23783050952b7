package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An error of a state: the name that Retry and Catch match, and its cause, if it has one.
public record Failure(String error, @Nullable String cause) {
    static final String ALL = "States.ALL";
    static final String BRANCH = "States.BranchFailed";
    static final String DATA_LIMIT = "States.DataLimitExceeded";
    static final String NO_CHOICE = "States.NoChoiceMatched";
    static final String QUERY = "States.QueryEvaluationError";
    static final String RUNTIME = "States.Runtime";
    static final String TASK = "States.TaskFailed";
    static final String TIMEOUT = "States.Timeout";

    /// The names beginning with `States.` that an ErrorEquals may hold. States.Runtime is absent:
    /// nothing can stop it.
    static final Set<String> MATCHABLE =
            Set.of(
                    ALL,
                    BRANCH,
                    DATA_LIMIT,
                    NO_CHOICE,
                    QUERY,
                    TASK,
                    TIMEOUT,
                    "States.HeartbeatTimeout",
                    "States.Permissions");

    boolean endsTheExecution() {
        return error.equals(RUNTIME);
    }

    boolean matchesOneOf(List<String> errorEquals) {
        return errorEquals.stream().anyMatch(this::matches);
    }

    private boolean matches(String name) {
        return switch (name) {
            case ALL -> isCaughtByWildcards();
            case TASK -> isCaughtByWildcards() && !error.equals(TIMEOUT);
            default -> name.equals(error) && !endsTheExecution();
        };
    }

    private boolean isCaughtByWildcards() {
        return !error.equals(DATA_LIMIT) && !endsTheExecution();
    }

    /// What a catcher sees. Without a cause there is no Cause: the strictest reading of the
    /// documentation, so an expression that needs one has to ask first.
    Map<String, @Nullable Object> asOutput() {
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        output.put("Error", error);
        if (cause != null) {
            output.put("Cause", cause);
        }
        return Collections.unmodifiableMap(output);
    }

    static Raised query(String cause) {
        return new Failure(QUERY, cause).raised();
    }

    Raised raised() {
        return new Raised(this);
    }

    /// Carries a failure from where it is found to the visit that it fails.
    static final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Failure failure;

        private Raised(Failure failure) {
            super(failure.error + ": " + failure.cause);
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }
}
