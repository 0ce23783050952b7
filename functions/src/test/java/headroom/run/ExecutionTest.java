package headroom.run;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExecutionTest {
    @ParameterizedTest
    @CsvSource({
        "aws,        eu-west-1,     https://eu-west-1.console.aws.amazon.com",
        "aws-cn,     cn-north-1,    https://cn-north-1.console.amazonaws.cn",
        "aws-us-gov, us-gov-west-1, https://us-gov-west-1.console.amazonaws-us-gov.com"
    })
    void linksToTheConsoleOfItsPartition(String partition, String region, String console) {
        String arn =
                "arn:%s:states:%s:111122223333:execution:headroom-sales:run-1"
                        .formatted(partition, region);

        Execution execution = Execution.of(arn);

        assertEquals(
                console + "/states/home?region=" + region + "#/v2/executions/details/" + arn,
                execution.page());
        assertEquals(
                console + "/redshiftv2/home?region=" + region + "#/cluster-details?cluster=sales",
                execution.console().page("redshiftv2", "/cluster-details?cluster=sales"));
        assertEquals(
                "arn:%s:states:%s:111122223333:stateMachine:headroom-sales"
                        .formatted(partition, region),
                execution.stateMachineArn());
    }

    @Test
    void refusesAnArnOfAnotherForm() {
        assertFails(
                IllegalArgumentException.class,
                "The execution's ARN is arn:aws:states:run-1; expected 8 parts with colons between"
                        + " them.",
                () -> Execution.of("arn:aws:states:run-1"));
    }
}
