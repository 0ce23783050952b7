package headroom.elasticache;

import headroom.report.Mail;
import headroom.report.Places;
import headroom.run.Console;
import headroom.run.ResourceNames;

/// Where the console shows a group, and what Headroom has for it.
public final class GroupPages {
    public static final Mail.Form MAIL =
            new Mail.Form("GROUP", "THE GROUP", "docs/cache-runbook.md");

    private GroupPages() {}

    public static Places of(Console console, String group) {
        ResourceNames names = new GroupNames(group).all();
        return Places.NONE
                .with("Group", console.page("elasticache", "/redis/" + group))
                .with("Dashboard", console.dashboard(names.dashboard(console.region())))
                .with("Logs", console.logs(names.functionLogs()));
    }
}
