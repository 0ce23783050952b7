package headroom.redshift;

import headroom.report.Mail;
import headroom.report.Places;
import headroom.run.Console;
import headroom.run.ResourceNames;

/// Where the console shows a cluster, and what Headroom has for it.
public final class ClusterPages {
    public static final Mail.Form MAIL = new Mail.Form("CLUSTER", "REPLICATION", "docs/runbook.md");

    private ClusterPages() {}

    public static Places of(Console console, String cluster) {
        ResourceNames names = new ClusterNames(cluster).all();
        return Places.NONE
                .with("Cluster", page(console, cluster))
                .with("Dashboard", console.dashboard(names.dashboard(console.region())))
                .with("Logs", console.logs(names.functionLogs()));
    }

    public static String page(Console console, String cluster) {
        return console.page("redshiftv2", "/cluster-details?cluster=" + cluster);
    }
}
