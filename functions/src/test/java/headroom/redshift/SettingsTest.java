package headroom.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.util.Map.entry;

import headroom.settings.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class SettingsTest {
    private static final Settings SETTINGS =
            new Settings("sales", List.of("arn:one", "arn:two"), Policy.upTo(16), 7, 24);

    @Test
    void standInTheEnvironmentUnderFixedNames() {
        assertEquals(
                Map.ofEntries(
                        entry("CLUSTER", "sales"),
                        entry("ENDPOINTS", "arn:one,arn:two"),
                        entry("ALARM_PERCENT", "80"),
                        entry("CRITICAL_PERCENT", "90"),
                        entry("ALARM_MINUTES", "15"),
                        entry("GROWTH", "double"),
                        entry("TARGET_PERCENT", "60"),
                        entry("MAX_NODES", "16"),
                        entry("CLASSIC_HOURS", "0"),
                        entry("MODE", "auto"),
                        entry("WINDOW", "always"),
                        entry("IGNORES_OTHER_ENDPOINTS", "false"),
                        entry("INSERT_POLICY", "warn"),
                        entry("COPIES_FIRST", "true"),
                        entry("SNAPSHOT_RETENTION_DAYS", "7"),
                        entry("SOURCE_LOG_RETENTION_HOURS", "24")),
                SETTINGS.environment());
    }

    @Test
    void comeBackFromTheEnvironmentAsTheyWere() {
        assertEquals(SETTINGS, Settings.from(SETTINGS.environment()));
        var policy =
                new Policy(
                        70,
                        85,
                        30,
                        Policy.Growth.FIT,
                        50,
                        8,
                        Optional.of(Duration.ofHours(36)),
                        Policy.Mode.ASK,
                        Optional.of(Window.parse("FRI,SAT 23:00-05:30 Europe/Berlin")),
                        true,
                        Policy.InsertPolicy.REFUSE,
                        false);
        var other = new Settings("sales", List.of("arn:one"), policy, 30, 72);
        assertEquals(other, Settings.from(other.environment()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLUSTER",
                "ENDPOINTS",
                "ALARM_PERCENT",
                "CRITICAL_PERCENT",
                "ALARM_MINUTES",
                "GROWTH",
                "MODE",
                "WINDOW",
                "IGNORES_OTHER_ENDPOINTS",
                "INSERT_POLICY",
                "COPIES_FIRST",
                "TARGET_PERCENT",
                "MAX_NODES",
                "CLASSIC_HOURS",
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
                "CRITICAL_PERCENT",
                "ALARM_MINUTES",
                "TARGET_PERCENT",
                "MAX_NODES",
                "CLASSIC_HOURS",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GROWTH | triple | one of [double, fit]",
                "MODE | Auto | one of [auto, ask]",
                "IGNORES_OTHER_ENDPOINTS | no | one of [true, false]",
                "INSERT_POLICY | ignore | one of [warn, refuse]",
                "WINDOW | at night | " + Window.FORM
            })
    void nameAVariableThatIsNoneOfItsChoices(String variable, String found, String expected) {
        Map<String, String> environment = new HashMap<>(SETTINGS.environment());
        environment.put(variable, found);

        var problem = assertThrows(IllegalStateException.class, () -> Settings.from(environment));

        assertEquals(
                "The environment variable %s is %s; expected %s. Infra sets it when the stack is deployed. Deploy again."
                        .formatted(variable, found, expected),
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
