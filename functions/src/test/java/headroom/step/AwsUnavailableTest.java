package headroom.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;

final class AwsUnavailableTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Throttling,                       400, true
                    ThrottlingException,              400, true
                    RequestLimitExceeded,             400, true
                    SomethingElse,                    429, true
                    InternalFailure,                  500, true
                    ServiceUnavailable,               503, true
                    DependentServiceUnavailableFault, 400, true
                    DependentServiceRequestThrottlingFault, 400, true
                    InvalidClusterState,              400, false
                    UnauthorizedOperation,            400, false
                    AccessDenied,                     403, false
                    ClusterNotFound,                  404, false
                    InsufficientClusterCapacity,      400, false
                                                    , 403, false
                                                    , 502, true
                    """)
    void isWhatALaterCallMayNotMeetAgain(String code, int status, boolean passes) {
        SdkException problem =
                RedshiftException.builder()
                        .statusCode(status)
                        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                        .build();

        assertEquals(passes, AwsUnavailable.passes(problem));
    }

    @Test
    void isAnAnswerThatNeverCame() {
        assertEquals(true, AwsUnavailable.passes(SdkClientException.create("Connection reset")));
        assertEquals(true, AwsUnavailable.passes(ApiCallTimeoutException.create(30_000)));
    }

    @Test
    void isToldByTheStatusAloneWhereThereAreNoDetails() {
        assertEquals(
                true, AwsUnavailable.passes(RedshiftException.builder().statusCode(502).build()));
        assertEquals(
                false, AwsUnavailable.passes(RedshiftException.builder().statusCode(400).build()));
    }

    @Test
    void isToldByTheSdkForAnyOtherProblemOfIts() {
        SdkException unknown = SdkException.builder().message("?").build();

        assertEquals(false, AwsUnavailable.passes(unknown));
    }

    @Test
    void takesThePlaceOfAPassingProblemAndAnotherThatOfOneThatStays() {
        SdkException passing = SdkClientException.create("Connection reset");
        SdkException staying = RedshiftException.builder().statusCode(400).build();

        assertInstanceOf(AwsUnavailable.class, AwsUnavailable.orRefused(passing));
        assertInstanceOf(AwsRefused.class, AwsUnavailable.orRefused(staying));
    }
}
