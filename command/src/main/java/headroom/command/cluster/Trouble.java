package headroom.command.cluster;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;

/// What AWS, or the way to it, says against a call.
public final class Trouble {
    private Trouble() {}

    /// For people, with what to do about it.
    public static String inWords(SdkException trouble, Access access) {
        return trouble instanceof AwsServiceException refusal
                ? "AWS refuses this: " + inWords(refusal)
                : withoutAnswer(String.valueOf(trouble.getMessage()), access);
    }

    /// In a sentence, without what to do.
    static String brief(SdkException trouble) {
        return trouble instanceof AwsServiceException refusal
                ? said(refusal)
                : String.valueOf(trouble.getMessage());
    }

    private static String inWords(AwsServiceException refusal) {
        String said = said(refusal);
        if (said.contains("ExpiredToken")) {
            return said + "\nLog in again, with aws sso login or as you usually do.";
        }
        return isDenied(refusal)
                ? said + "\nThe rights that these commands need stand in docs/security.md."
                : said + "\nNothing after that was done. Run the command again in a while.";
    }

    private static boolean isDenied(AwsServiceException refusal) {
        return refusal.statusCode() == 403 || said(refusal).contains("AccessDenied");
    }

    /// The message ends with the service's name and the request's number, for AWS's support.
    private static String said(AwsServiceException refusal) {
        AwsErrorDetails details = refusal.awsErrorDetails();
        return details == null
                ? String.valueOf(refusal.getMessage())
                : "%s: %s".formatted(details.errorCode(), refusal.getMessage());
    }

    private static String withoutAnswer(String said, Access access) {
        if (said.startsWith("Unable to load region")) {
            return "No region is known. Give it with --region or AWS_REGION, or name a profile that"
                    + " has one.";
        }
        if (said.startsWith("Unable to load credentials")
                || said.contains("Profile file contained")) {
            return "No AWS credentials are found%s. Log in, with aws sso login or as you usually do; or name a profile with --profile or AWS_PROFILE.\nThe SDK says: %s"
                    .formatted(
                            access.profile().map(each -> " in the profile " + each).orElse(""),
                            said);
        }
        return access.region()
                .filter(each -> !Region.regions().contains(Region.of(each)))
                .map(
                        each ->
                                "%s is no region that is known, and AWS could not be reached there: %s"
                                        .formatted(each, said))
                .orElse("AWS could not be reached: " + said);
    }
}
