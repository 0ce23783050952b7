package headroom.redshift.replication;

import headroom.report.Told;
import headroom.step.Json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A task that was resumed, and is looked at for a while.
///
/// The state machine moves the tasks that run from the record to an attribute of their own,
/// `observed` and the time until which they are looked at: two hours after the resume. So a second
/// pause within that time has another one.
///
/// @param attribute of the lease that holds it
/// @param until when it is looked at
public record Observed(String attribute, Instant until, Task task) {
    public static final String PREFIX = "observed ";

    private static final String BROKEN_DOWN = "broken down";

    /// One that breaks down after each start needs a person.
    public static final int MOST_RELAPSES = 3;

    /// As it stands there.
    ///
    /// @param relapses how often it has broken down under observation before
    /// @param told what operators know of its last breakdown: that it waits for a run to end, or
    ///   that it is not started again
    public record Task(String arn, String name, Optional<Integer> relapses, Optional<Told> told) {
        public PausedTask paused() {
            return new PausedTask(arn, name);
        }

        /// As it goes back on the record of what is to be started.
        public Task relapsed() {
            return new Task(arn, name, Optional.of(relapses.orElse(0) + 1), Optional.empty());
        }
    }

    private record Tasks(List<Task> tasks) {}

    /// The tasks of one attribute.
    public static List<Observed> of(String attribute, String text) {
        Instant until = Instant.parse(attribute.substring(PREFIX.length()));
        return tasks(text).stream().map(each -> new Observed(attribute, until, each)).toList();
    }

    /// A list of tasks as it stands on the lease.
    ///
    /// @throws IllegalArgumentException if the text is none
    static List<Task> tasks(String text) {
        byte[] object = ("{\"tasks\":" + text + "}").getBytes(StandardCharsets.UTF_8);
        return Json.read(object, Tasks.class).tasks();
    }

    public String arn() {
        return task.arn();
    }

    public boolean isTold() {
        return task.told().isPresent();
    }

    /// Whether operators are to hear of it, for the first time or again.
    public boolean isToBeTold(Instant now) {
        return task.told().map(each -> each.isDueAgain(now)).orElse(true);
    }

    /// As it stays there once operators have heard of it.
    public Observed asTold(Instant now) {
        Told told =
                task.told()
                        .map(each -> each.again(now))
                        .orElseGet(() -> Told.first(BROKEN_DOWN, now));
        Task known = new Task(task.arn(), task.name(), task.relapses(), Optional.of(told));
        return new Observed(attribute, until, known);
    }

    public boolean isHopeless() {
        return task.relapses().orElse(0) >= MOST_RELAPSES;
    }
}
