package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class InsertPoliciesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "null",
            value = {
                "{'ErrorBehavior': {'ApplyErrorInsertPolicy': 'INSERT_RECORD'}} | false",
                "{'ErrorBehavior': {'ApplyErrorInsertPolicy': 'Insert_Record'}} | false",
                "{'ErrorBehavior': {'ApplyErrorInsertPolicy': 'LOG_ERROR'}}     | true",
                "{'ErrorBehavior': {'ApplyErrorUpdatePolicy': 'INSERT_RECORD'}} | true",
                "{'ApplyErrorInsertPolicy': 'INSERT_RECORD'}                    | true",
                "{'ErrorBehavior': null}                                        | true",
                "{'ErrorBehavior'                                               | true",
                "null                                                           | true"
            })
    void mayDoubleRowsUnlessTheSettingsSayOtherwise(@Nullable String settings, boolean mayDouble) {
        @Nullable String json = settings == null ? null : settings.replace('\'', '"');
        GivenAws aws = new GivenAws().task("a", "running").task("b", "running");
        aws.serverless("c", "running");
        aws.task("a").habits().hasSettings(json);
        aws.task("b").habits().doublesRows();
        aws.task("c").habits().hasSettings(json);

        List<Replication> tasks = Replications.writingTo(aws.dms, List.of(Given.TARGET));

        assertEquals(
                mayDouble ? List.of("a", "b", "c") : List.of("b"),
                InsertPolicies.mayDouble(aws.dms, tasks).stream().map(Replication::name).toList());
        assertEquals(List.of(), InsertPolicies.mayDouble(aws.dms, List.of()));
    }
}
