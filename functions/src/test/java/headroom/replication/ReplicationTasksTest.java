package headroom.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.DmsStub;
import headroom.Given;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationTasksRequest;
import software.amazon.awssdk.services.databasemigration.model.Filter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

final class ReplicationTasksTest {
    private final DmsStub dms = new DmsStub();

    @Test
    void areFoundOnAllPages() {
        dms.pagesOf(2)
                .task("a", "running")
                .task("b", "stopped")
                .task("c", "ready")
                .task("d", "failed")
                .task("e", "running");

        assertEquals(List.of("a", "b", "c", "d", "e"), namesWriting(Given.TARGET));
        assertEquals(
                Arrays.asList(null, "2", "4"),
                dms.looks.stream().map(DescribeReplicationTasksRequest::marker).toList());
    }

    @Test
    void areAskedForByEndpointAndWithoutTheirLongSettings() {
        dms.task("a", "running");

        namesWriting(Given.TARGET);

        DescribeReplicationTasksRequest look = dms.looks.getFirst();
        assertEquals(
                List.of(Filter.builder().name("endpoint-arn").values(Given.TARGET).build()),
                look.filters());
        assertEquals(true, look.withoutSettings());
    }

    @Test
    void thatOnlyReadFromAnEndpointAreLeftOut() {
        dms.task("writes", "running")
                .task("reads", it -> it.sourceEndpointArn(Given.TARGET).targetEndpointArn("lake"));

        assertEquals(List.of("writes"), namesWriting(Given.TARGET));
    }

    @Test
    void areNoneWhereDmsFindsNoneTwice() {
        assertEquals(List.of(), namesWriting(Given.TARGET));
        assertEquals(2, dms.looks.size());
    }

    @Test
    void areThereIfDmsDeniesThemOnce() {
        dms.task("a", "running").deniesOnce();

        assertEquals(List.of("a"), namesWriting(Given.TARGET));
    }

    @Test
    void areAskedForInPortionsOfFifty() {
        IntStream.range(0, 120).forEach(each -> dms.task("t" + each, "running"));
        List<PausedTask> all =
                IntStream.range(0, 120)
                        .mapToObj(each -> new PausedTask(DmsStub.arn("t" + each), "t" + each))
                        .toList();

        assertEquals(120, ReplicationTasks.recorded(dms, all).size());
        assertEquals(
                List.of(50, 50, 20),
                dms.looks.stream().map(each -> each.filters().getFirst().values().size()).toList());
    }

    @Test
    void thatAreRecordedAndDeletedMeanwhileAreMissing() {
        dms.task("a", "stopped");

        var found =
                ReplicationTasks.recorded(
                        dms,
                        List.of(
                                new PausedTask(DmsStub.arn("a"), "a"),
                                new PausedTask(DmsStub.arn("b"), "b")));

        assertEquals(List.of(DmsStub.arn("a")), List.copyOf(found.keySet()));
    }

    @Test
    void areFoundOneByOneWhereAMissingOneHidesTheOthers() {
        dms.allOrNothing().task("a", "stopped").task("c", "stopped");

        var found =
                ReplicationTasks.recorded(
                        dms,
                        List.of(
                                new PausedTask(DmsStub.arn("a"), "a"),
                                new PausedTask(DmsStub.arn("b"), "b"),
                                new PausedTask(DmsStub.arn("c"), "c")));

        assertEquals(List.of(DmsStub.arn("a"), DmsStub.arn("c")), List.copyOf(found.keySet()));
    }

    @Test
    void areNotAskedForWhereNoneIsRecorded() {
        assertEquals(0, ReplicationTasks.recorded(dms, List.of()).size());
        assertEquals(List.of(), dms.looks);
    }

    private List<String> namesWriting(String endpoint) {
        return ReplicationTasks.writingTo(dms, List.of(endpoint)).stream()
                .map(ReplicationTask::name)
                .toList();
    }
}
