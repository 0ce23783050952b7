package headroom.benchmarks.coldstart;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.benchmarks.coldstart.AwsStub.Reply;
import headroom.benchmarks.coldstart.RuntimeApi.Outcome;
import headroom.warehouse.TakeSnapshot;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A function with SnapStart: Lambda's runtime client waits after the init, is frozen, and goes on
/// in a copy, perhaps days later. Its credentials come from an endpoint, not from the environment.
final class SnapStartTest {
    private static final String CREDENTIALS = "GET /credentials";

    /// All of the priming is over when it waits, so a hook for the snapshot would find nothing to
    /// do.
    @Test
    void isPrimedBeforeItsSnapshotAndHoldsNoCredentialsFromBefore() {
        Story usual = Stories.of("TakeSnapshot").getFirst();
        try (Unpacked task = Unpacked.of(Functions.JAR);
                AwsStub aws = new AwsStub()) {
            aws.tell(Map.of(CREDENTIALS, List.of(credentials("BEFORE"))));
            try (Deployed function =
                    new Deployed(
                            Functions.RUNTIME,
                            task.folder(),
                            TakeSnapshot.class.getName(),
                            aws,
                            Deployed.Settings.lambdas(environment(aws)))) {
                assertEquals(List.of(CREDENTIALS, "GET /"), aws.asked());
                List<String> primed = function.classes();
                Map<String, List<Reply>> replies = new HashMap<>(usual.replies());
                replies.put(CREDENTIALS, List.of(credentials("AFTER")));
                aws.tell(replies);

                function.restore();
                assertEquals(List.of(), aws.asked());
                Outcome first = function.invoke(usual.event());
                List<String> loaded = function.classes();

                usual.assertEndsIn(first);
                assertAll(
                        () ->
                                assertEquals(
                                        List.of(CREDENTIALS, "CreateClusterSnapshot"), aws.asked()),
                        () -> assertEquals("Bearer of SnapStart", aws.authorizations().getFirst()),
                        () ->
                                assertTrue(
                                        aws.authorizations()
                                                .getLast()
                                                .contains("Credential=AFTER/"),
                                        () -> aws.authorizations().toString()),
                        () ->
                                assertTrue(
                                        loaded.size() - primed.size()
                                                <= ShrunkFunctionsTest.MOST_AFTER_PRIMING,
                                        () ->
                                                loaded.stream()
                                                        .filter(each -> !primed.contains(each))
                                                        .toList()
                                                        .toString()));
            }
        }
    }

    private static Map<String, String> environment(AwsStub aws) {
        Map<String, String> environment = new HashMap<>(Functions.environment());
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.url() + "/credentials");
        environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "Bearer of SnapStart");
        return environment;
    }

    private static Reply credentials(String key) {
        return Reply.ok(
                """
                {"AccessKeyId":"%s","SecretAccessKey":"secret","Token":"token",
                 "Expiration":"9999-01-01T00:00:00Z"}
                """
                        .formatted(key));
    }
}
