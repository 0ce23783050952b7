package headroom.redshift;

import headroom.report.RunbookPage;

import java.util.List;
import java.util.Set;

/// The runbook for the people on call, which has a section for each subject.
public final class Runbook {
    /// Stands in the headings for the cluster's identifier.
    public static final String CLUSTER = "CLUSTER";

    public static final Settings SETTINGS =
            new Settings(CLUSTER, List.of(Given.TARGET), Policy.upTo(16), 7, 24);

    /// The headings of what the watch tells, but for the warnings of the source's log.
    public static final Set<String> OF_THE_WATCH =
            Set.of(
                    "Headroom (late): ANY REPORT",
                    "Headroom CRITICAL: DMS tasks NOT running, given up, CLUSTER",
                    "Headroom WARNING: DMS tasks NOT running yet, CLUSTER",
                    "Headroom WARNING: a pause takes far longer than expected, CLUSTER",
                    "Headroom WARNING: resumed DMS tasks need a look, CLUSTER",
                    "Headroom: the answer to a message, CLUSTER",
                    "Headroom WARNING: something else publishes on the requests' topic, CLUSTER",
                    "Headroom WARNING: no disk metric, CLUSTER",
                    "Headroom WARNING: there is no such cluster, CLUSTER");

    /// The headings of what belongs to no report.
    public static final Set<String> BY_HAND =
            Set.of(
                    "Before you touch anything",
                    "Recovery by hand",
                    "To switch Headroom off for a while");

    private Runbook() {}

    public static Set<String> headings() {
        return new RunbookPage(ClusterPages.MAIL).headings();
    }
}
