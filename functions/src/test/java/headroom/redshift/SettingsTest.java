package headroom.redshift;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.Map.entry;

import headroom.settings.Setting;
import headroom.settings.Switch;
import headroom.settings.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
                        entry("MODE", "auto"),
                        entry("WINDOW", "always"),
                        entry("OTHER_ENDPOINTS", "refuse"),
                        entry("INSERT_POLICY", "warn"),
                        entry("PRECOPY", "on"),
                        entry("DRILL", "off"),
                        entry("SNAPSHOT_RETENTION_DAYS", "7"),
                        entry("SOURCE_LOG_RETENTION_HOURS", "24")),
                SETTINGS.environment());
    }

    @Test
    void comeBackFromTheEnvironmentAsTheyWere() {
        assertEquals(SETTINGS, Settings.from(SETTINGS.environment()));
        Policy policy =
                Policy.upTo(8)
                        .with(RedshiftSettings.ALARM_PERCENT, 70)
                        .with(RedshiftSettings.CRITICAL_PERCENT, 85)
                        .with(RedshiftSettings.ALARM_MINUTES, 30)
                        .with(RedshiftSettings.GROWTH, Policy.Growth.FIT)
                        .with(RedshiftSettings.TARGET_PERCENT, 50)
                        .with(RedshiftSettings.CLASSIC_HOURS, 36)
                        .with(RedshiftSettings.MODE, Policy.Mode.ASK)
                        .with(
                                RedshiftSettings.WINDOW,
                                Optional.of(Window.parse("FRI,SAT 23:00-05:30 Europe/Berlin")))
                        .with(RedshiftSettings.OTHER_ENDPOINTS, Policy.OtherEndpoints.IGNORE)
                        .with(RedshiftSettings.INSERT_POLICY, Policy.InsertPolicy.REFUSE)
                        .with(RedshiftSettings.PRECOPY, Switch.OFF);
        var other = new Settings("sales", List.of("arn:one"), policy, 30, 72);
        assertEquals(other, Settings.from(other.environment()));
    }

    @Test
    void allowNoClassicResizeWhereTheVariableIsMissing() {
        assertEquals(Optional.empty(), Settings.from(SETTINGS.environment()).policy().classic());
    }

    @ParameterizedTest
    @MethodSource("variables")
    void nameAVariableThatIsMissing(String variable) {
        Map<String, String> environment = new HashMap<>(SETTINGS.environment());
        environment.remove(variable);

        assertFails(
                IllegalStateException.class,
                "The environment variable "
                        + variable
                        + " is not set; infra sets it when the stack is deployed. Deploy again.",
                () -> Settings.from(environment));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAX_NODES | 8O | a whole number from 2 to 128, the size that no resize goes above",
                "CLASSIC_HOURS | 0.5 | a whole number from 1 to 336, the hours for which"
                    + " replication may stand still for a classic resize; without it no resize is a"
                    + " classic one",
                "MODE | Auto | auto or ask, whether the alarm is enough for a resize, or the plan"
                        + " is reported and a person's message carries it out (default auto)"
            })
    void sayWhatTheyExpectedOfAVariable(String variable, String found, String expected) {
        assertEquals(
                "The environment variable %s is %s; expected %s. Infra sets it when the stack is deployed. Deploy again."
                        .formatted(variable, found, expected),
                refusal(variable, found));
    }

    @ParameterizedTest
    @MethodSource("readVariables")
    void nameAVariableThatIsNotUnderstood(String variable) {
        String refusal = refusal(variable, "8O");
        assertTrue(
                refusal.startsWith("The environment variable " + variable + " is 8O; expected "),
                refusal);
    }

    private static String refusal(String variable, String found) {
        Map<String, String> environment = new HashMap<>(SETTINGS.environment());
        environment.put(variable, found);
        return String.valueOf(
                assertThrows(IllegalStateException.class, () -> Settings.from(environment))
                        .getMessage());
    }

    private static Stream<String> variables() {
        return SETTINGS.environment().keySet().stream();
    }

    /// All but those that are any text.
    private static Stream<String> readVariables() {
        return RedshiftSettings.ALL.stream()
                .filter(
                        each ->
                                !each.equals(RedshiftSettings.CLUSTER)
                                        && !each.equals(RedshiftSettings.ENDPOINTS))
                .map(Setting::variable);
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
