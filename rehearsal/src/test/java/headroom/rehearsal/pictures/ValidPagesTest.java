package headroom.rehearsal.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.rehearsal.elasticache.scenarios.CacheScenarios;
import headroom.rehearsal.redshift.scenarios.Scenarios;
import headroom.rehearsal.scenario.Scenario;

import nu.validator.client.EmbeddedValidator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The checker of the W3C finds no mistake in the HTML, the SVG and the styles of pages.
final class ValidPagesTest {
    /// The checker follows its grammar so deep that a usual thread's stack is full now and then.
    private static final long STACK_BYTES = 16L << 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a_disk_alarm_resizes_the_cluster",
                "a_classic_resize_may_take_two_days",
                "replication_resumes_when_the_resize_fails_midway",
                "six_hundred_tasks_are_paused_and_resumed",
                "a_task_that_breaks_down_again_and_again_is_left_to_a_person",
                "the_watch_starts_the_drill_of_the_month",
                "an_alarm_that_ends_does_nothing",
                "a_hot_shard_gets_one_replica",
                "connections_for_each_command_are_told_of",
                "a_migration_waits_for_its_clients"
            })
    void isValidHtml(String name) throws Exception {
        assertEquals("", mistakes(Page.of(Course.of(named(name)), "index.html")));
    }

    @Test
    void theIndexIsValidHtml() throws Exception {
        Index.Story story = new Index.Story("a_story", "Told & done.", "a_story.html", 7, true);
        assertEquals(
                "", mistakes(Index.of(List.of(new Index.Chapter("Redshift", List.of(story))))));
    }

    /// Pages are XML as well, in which an element without content ends with a slash.
    private static String mistakes(String page) throws Exception {
        FutureTask<String> validated = new FutureTask<>(() -> validated(page));
        new Thread(null, validated, "validator", STACK_BYTES).start();
        return validated
                .get()
                .lines()
                .filter(each -> !each.contains(": info: Trailing slash on void elements"))
                .collect(Collectors.joining("\n"));
    }

    private static String validated(String page) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        return validator.validate(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    private static Scenario<?> named(String name) {
        return Stream.<Scenario<?>>concat(Scenarios.all().stream(), CacheScenarios.all().stream())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
