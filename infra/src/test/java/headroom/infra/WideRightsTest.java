package headroom.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The page for a security review names each right that is wider than one resource, and no other;
/// and it is right about who may assume the roles.
final class WideRightsTest {
    private static final Path REVIEW = Path.of("..", "docs", "security-review.md");
    private static final Pattern RIGHT = Pattern.compile("`([a-z0-9-]+:[A-Z]\\w+)`");

    @Test
    void eachIsToldAndNoOther() throws IOException {
        String table =
                Files.readString(REVIEW)
                        .replaceFirst("(?s).*\n## Rights wider than one resource\n", "")
                        .replaceFirst("(?s)\n## .*", "");
        Set<String> told =
                RIGHT.matcher(table)
                        .results()
                        .map(each -> each.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(wide(), told);
    }

    /// Each role trusts one service; the state machines' for this account alone.
    @Test
    void rolesTrustOneService() {
        String inAccount =
                "{\"StringEquals\":{\"aws:SourceAccount\":{\"Ref\":\"AWS::AccountId\"}}}";
        Synthesised.all().stream()
                .flatMap(stack -> stack.all("AWS::IAM::Role").stream())
                .map(role -> role.at("/AssumeRolePolicyDocument/Statement"))
                .forEach(
                        trusts -> {
                            assertEquals(1, trusts.size());
                            String service = trusts.at("/0/Principal/Service").asText();
                            assertEquals(
                                    switch (service) {
                                        case "lambda.amazonaws.com" -> "";
                                        case "states.amazonaws.com" -> inAccount;
                                        default -> "no role for " + service;
                                    },
                                    trusts.at("/0/Condition").toString());
                        });
    }

    private static Set<String> wide() {
        return Synthesised.all().stream()
                .flatMap(
                        stack ->
                                stack.ids("AWS::IAM::Role").stream()
                                        .flatMap(role -> stack.rights(role).stream()))
                .map(right -> right.split(" if ", 2)[0].split(" on ", 2))
                .filter(right -> right[1].contains("*"))
                .map(right -> right[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
