package headroom.configuration;

import java.util.Map;
import java.util.Optional;

/// Where the stacks are deployed to.
///
/// @param reason why they go there, and what to do about an endpoint that is elsewhere
public record Destination(String account, String region, String reason) {
    private static final String ACCOUNT = "CDK_DEFAULT_ACCOUNT";
    private static final String REGION = "CDK_DEFAULT_REGION";
    private static final String CREDENTIALS =
            "where your AWS credentials deploy to. Correct the ARN, or use the credentials of the"
                    + " endpoint's account and region";

    Destination(String account, String region) {
        this(account, region, CREDENTIALS);
    }

    /// Of a stack that says itself where it goes.
    public static Destination ofStack(String account, String region) {
        return new Destination(
                account,
                region,
                "where the stack goes by its env. Correct the ARN, or use a stack in the endpoint's"
                        + " account and region");
    }

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
