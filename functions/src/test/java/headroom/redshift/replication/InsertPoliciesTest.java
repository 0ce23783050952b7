package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.DmsStub;
import headroom.redshift.Given;

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
        DmsStub dms =
                new DmsStub()
                        .pagesOf(1)
                        .task("a", it -> it.status("running").replicationTaskSettings(json))
                        .task("b", "running")
                        .serverless("c", "running")
                        .serverlessSettings("c", json);

        List<Replication> tasks = Replications.writingTo(dms, List.of(Given.TARGET));

        assertEquals(
                mayDouble ? List.of("a", "b", "c") : List.of("b"),
                InsertPolicies.mayDouble(dms, tasks).stream().map(Replication::name).toList());
        assertEquals(List.of(), InsertPolicies.mayDouble(dms, List.of()));
    }
}
