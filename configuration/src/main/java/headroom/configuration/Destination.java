package headroom.configuration;

import java.util.Map;
import java.util.Optional;

/// Where the stacks are deployed to.
public record Destination(String account, String region) {
    private static final String ACCOUNT = "CDK_DEFAULT_ACCOUNT";
    private static final String REGION = "CDK_DEFAULT_REGION";

    /// Empty unless the CDK command found AWS credentials. Without them it names a region all the
    /// same, `us-east-1`, which nobody has chosen; so the region alone says nothing.
    public static Optional<Destination> of(Map<String, String> environment) {
        String account = environment.getOrDefault(ACCOUNT, "");
        String region = environment.getOrDefault(REGION, "");
        return account.isBlank() || region.isBlank()
                ? Optional.empty()
                : Optional.of(new Destination(account, region));
    }
}
