package headroom.rehearsal.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.rehearsal.aws.RedshiftDials.Trouble;
import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.states.BranchError;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Where it is not known for sure how a service behaves, every story has to end as told either way.
final class UnconfirmedBehaviourTest {
    static Stream<Story> stories() {
        return Stories.all().stream();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aFailedBranchMayBeCalledStatesBranchFailed(Story story) {
        assertEndsAsTold(story, scene -> scene.with(BranchError.BRANCH_FAILED));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aResizeMayShowAsSucceededWhileDataStillMoves(Story story) {
        assertEndsAsTold(story, scene -> scene.with(Trouble.SUCCESS_SHOWN_EARLY));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aResizeMayShowAsPendingUntilDataMovesNoMore(Story story) {
        assertEndsAsTold(story, scene -> scene.with(Trouble.PENDING_SHOWN_LONG));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aClusterMayShowAsModifyingWhileDataStillMoves(Story story) {
        assertEndsAsTold(story, scene -> scene.with(Trouble.CLEANUP_SHOWN_MODIFYING));
    }

    static Stream<Story> classicStories() {
        return stories().filter(each -> each.scene().policy().classic().isPresent());
    }

    /// Such a cluster goes on reporting its disk. So the critical alarm may fire meanwhile, and the
    /// run that it starts stands down.
    @ParameterizedTest
    @MethodSource("classicStories")
    void aClusterMayShowAsAvailableWhileAClassicResizeMigratesData(Story story) {
        Performance performance =
                play(story, scene -> scene.with(Trouble.MIGRATION_SHOWN_AVAILABLE));
        assertEquals(
                List.of(),
                performance.differences().stream()
                        .filter(each -> !each.startsWith("executions: "))
                        .toList());
        assertEquals(List.of(), performance.violations());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theExpectedDiskUseOfASizeMayBeMissing(Story story) {
        assertEndsAsTold(story, scene -> scene.with(Trouble.ESTIMATES_LEFT_OUT));
    }

    private static void assertEndsAsTold(Story story, UnaryOperator<Scene> otherwise) {
        Performance performance = play(story, otherwise);
        assertEquals(List.of(), performance.differences());
        assertEquals(List.of(), performance.violations());
    }

    private static Performance play(Story story, UnaryOperator<Scene> otherwise) {
        Story other =
                new Story(
                        story.name(),
                        story.told(),
                        otherwise.apply(story.scene()),
                        story.plot(),
                        story.least(),
                        story.curtain(),
                        story.ending());
        return new Performance(other).play(_ -> {});
    }
}
