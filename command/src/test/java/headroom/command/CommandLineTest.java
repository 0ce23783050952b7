package headroom.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.command.cluster.Access;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

final class CommandLineTest {
    @Test
    void takesOptionsInEitherFormAndAnywhere() {
        assertEquals(
                new CommandLine(
                        Subcommand.FORGET,
                        List.of("analytics", "orders", "payments"),
                        new Access(Optional.of("eu-west-1"), Optional.of("on-call")),
                        Map.of()),
                parsed("--region eu-west-1 forget analytics --profile=on-call orders payments"));
    }

    @Test
    void takesSettingsForACheck() {
        assertEquals(
                new CommandLine(
                        Subcommand.CHECK,
                        List.of("cdk.json"),
                        new Access(Optional.empty(), Optional.empty()),
                        Map.of("maxNodes", "16", "window", "daily 00:00-04:00 UTC")),
                CommandLine.parse(
                        List.of(
                                "check",
                                "-c",
                                "maxNodes=16",
                                "cdk.json",
                                "--context",
                                "window=daily 00:00-04:00 UTC")));
    }

    @Test
    void answersAMisspeltSubcommandWithTheNearest() {
        assertRefused("\"recovr\" is not known; did you mean ./headroom recover?", "recovr a");
        assertRefused(
                "\"analytics\" is not known; expected one of status, recover, forget, off, on,"
                        + " check.",
                "analytics");
    }

    @Test
    void answersAMisspeltOptionWithTheNearest() {
        assertRefused("--regoin is not known; did you mean --region?", "status a --regoin b");
        assertRefused(
                "--force is not known; expected one of --region, --profile, --context, -c, --help.",
                "recover a --force");
    }

    @Test
    void saysWhatIsMissingOrTooMuch() {
        assertRefused("There is no subcommand.", "--region eu-west-1");
        assertRefused("Behind --region there is nothing.", "status a --region");
        assertRefused(
                "Behind status there is nothing; expected a cluster, as in ./headroom status"
                        + " analytics.",
                "status");
        assertRefused(
                "Behind off there is \"a b\"; expected a cluster, as in ./headroom off analytics.",
                "off a b");
        assertRefused(
                "Behind forget there is \"a\"; expected a cluster and the tasks' names or ARNs, as"
                        + " in ./headroom forget analytics orders.",
                "forget a");
        assertRefused(
                "Behind -c there is \"maxNodes\"; expected a setting as in -c maxNodes=16.",
                "check -c maxNodes");
    }

    @Test
    void refusesOptionsThatWouldSayNothing() {
        assertRefused("-c says nothing to status, only to check.", "status a -c maxNodes=16");
        assertRefused(
                "--region and --profile say nothing to check: it asks AWS for nothing.",
                "check --region eu-west-1");
    }

    private static void assertRefused(String message, String line) {
        assertEquals(message, assertThrows(NotUnderstood.class, () -> parsed(line)).getMessage());
    }

    private static CommandLine parsed(String line) {
        return CommandLine.parse(List.of(line.split(" ")));
    }
}
