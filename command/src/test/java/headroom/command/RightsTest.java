package headroom.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The policy in docs/security.md has what the sessions call, and nothing else.
final class RightsTest {
    private static final Path SECURITY = Path.of("..", "docs", "security.md");
    private static final Pattern POLICY = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("\"([a-z]+:[A-Z]\\w+)\"");

    /// Everybody may ask who he is.
    private static final String OF_ALL = "sts:GetCallerIdentity";

    @Test
    void theExamplePolicyHoldsWhatTheCommandsCall() throws IOException {
        Set<String> called = new TreeSet<>();
        for (Sessions each : Sessions.values()) {
            called.addAll(each.play().calls());
        }
        called.remove(OF_ALL);
        assertEquals(called, permitted());
    }

    private static Set<String> permitted() throws IOException {
        Matcher policy = POLICY.matcher(Files.readString(SECURITY));
        Set<String> actions = new TreeSet<>();
        while (policy.find()) {
            ACTION.matcher(policy.group(1)).results().forEach(each -> actions.add(each.group(1)));
        }
        return actions;
    }
}
