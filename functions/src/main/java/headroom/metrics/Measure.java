package headroom.metrics;

import java.util.List;

/// What is measured. All of it belongs to one resource.
public enum Measure {
    /// Runs that ended, by how they ended.
    RUNS("Runs", "Count", true),
    /// For how long a run's tasks stood still.
    PAUSE_SECONDS("PauseSeconds", "Seconds", false),
    /// The recorded tasks of a run that could not see all of them running again.
    TASKS_NOT_RUNNING("TasksNotRunning", "Count", false),
    /// For how long the lease has been held, or tasks have been paused under it; 0 while it is
    /// free.
    LEASE_HELD_SECONDS("LeaseHeldSeconds", "Seconds", false),
    /// The highest level, in percent of the source's log retention, that the present pause has
    /// passed; 0 for none.
    OPEN_WARNINGS("OpenWarnings", "Percent", false),
    /// What a drill's copy has used since it was created, and whatever else bears its name; 0 while
    /// there is none. Written only where there are drills.
    COPY_NODE_MINUTES("CopyNodeMinutes", "Count", false),
    /// A round of the watch that has read the lease.
    WATCHED("Watched", "Count", false);

    public static final String NAMESPACE = "Headroom";
    public static final String RESOURCE = "Resource";
    public static final String OUTCOME = "Outcome";

    private final String title;
    private final String unit;
    private final boolean byOutcome;

    Measure(String title, String unit, boolean byOutcome) {
        this.title = title;
        this.unit = unit;
        this.byOutcome = byOutcome;
    }

    /// Its name in CloudWatch.
    public String title() {
        return title;
    }

    /// One of CloudWatch's own units.
    public String unit() {
        return unit;
    }

    /// The names of its dimensions.
    public List<String> dimensions() {
        return byOutcome ? List.of(RESOURCE, OUTCOME) : List.of(RESOURCE);
    }
}
