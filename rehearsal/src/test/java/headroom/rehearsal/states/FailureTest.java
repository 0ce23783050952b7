package headroom.rehearsal.states;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class FailureTest {
    @ParameterizedTest
    @CsvSource({
        "Any.Error,                     States.ALL,                   true",
        "States.Timeout,                States.ALL,                   true",
        "States.QueryEvaluationError,   States.ALL,                   true",
        "States.DataLimitExceeded,      States.ALL,                   false",
        "States.DataLimitExceeded,      States.DataLimitExceeded,     true",
        "States.Runtime,                States.ALL,                   false",
        "Any.Error,                     States.TaskFailed,            true",
        "States.Timeout,                States.TaskFailed,            false",
        "States.Timeout,                States.Timeout,               true",
        "States.DataLimitExceeded,      States.TaskFailed,            false",
        "Any.Error,                     Any.Error,                    true",
        "Any.Error,                     any.error,                    false",
        "Any.Error,                     Any,                          false",
    })
    void matchesNamesAsTheServiceDoes(String error, String named, boolean caught) {
        assertEquals(caught, new Failure(error, null).matchesOneOf(List.of("Other", named)));
    }
}
