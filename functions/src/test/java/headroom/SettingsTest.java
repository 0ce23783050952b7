package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class SettingsTest {
    private static final Settings SETTINGS =
            new Settings("sales", List.of("arn:one", "arn:two"), 80, 16, 7, 24);

    @Test
    void standInTheEnvironmentUnderFixedNames() {
        assertEquals(
                Map.of(
                        "CLUSTER", "sales",
                        "ENDPOINTS", "arn:one,arn:two",
                        "ALARM_PERCENT", "80",
                        "MAX_NODES", "16",
                        "SNAPSHOT_RETENTION_DAYS", "7",
                        "SOURCE_LOG_RETENTION_HOURS", "24"),
                SETTINGS.environment());
    }

    @Test
    void comeBackFromTheEnvironmentAsTheyWere() {
        assertEquals(SETTINGS, Settings.from(SETTINGS.environment()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLUSTER",
                "ENDPOINTS",
                "ALARM_PERCENT",
                "MAX_NODES",
                "SNAPSHOT_RETENTION_DAYS",
                "SOURCE_LOG_RETENTION_HOURS"
            })
    void nameAVariableThatIsMissing(String variable) {
        Map<String, String> environment = new HashMap<>(SETTINGS.environment());
        environment.remove(variable);

        var problem = assertThrows(IllegalStateException.class, () -> Settings.from(environment));

        assertEquals(
                "The environment variable "
                        + variable
                        + " is not set; infra sets it when the stack is deployed. Deploy again.",
                problem.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALARM_PERCENT",
                "MAX_NODES",
                "SNAPSHOT_RETENTION_DAYS",
                "SOURCE_LOG_RETENTION_HOURS"
            })
    void nameAVariableThatIsNoNumber(String variable) {
        Map<String, String> environment = new HashMap<>(SETTINGS.environment());
        environment.put(variable, "8O");

        var problem = assertThrows(IllegalStateException.class, () -> Settings.from(environment));

        assertEquals(
                "The environment variable "
                        + variable
                        + " is 8O; expected a whole number. Infra sets it when the stack is"
                        + " deployed. Deploy again.",
                problem.getMessage());
    }

    @Test
    void takeABlankVariableForAMissingOne() {
        Map<String, String> environment = new HashMap<>(SETTINGS.environment());
        environment.put("CLUSTER", " ");

        assertThrows(IllegalStateException.class, () -> Settings.from(environment));
    }

    @Test
    void keepTheirOwnListOfEndpoints() {
        assertThrows(
                UnsupportedOperationException.class, () -> SETTINGS.endpoints().add("arn:three"));
    }
}
