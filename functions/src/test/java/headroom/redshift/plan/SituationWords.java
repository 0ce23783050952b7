package headroom.redshift.plan;

import headroom.redshift.Given;
import headroom.redshift.cluster.Cluster;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.plan.Facts.Size;
import headroom.redshift.replication.Lag;
import headroom.redshift.replication.Replication;
import headroom.redshift.replication.ReplicationTask;
import headroom.redshift.replication.ServerlessReplication;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The words that a [Situation] is told in.
final class SituationWords {
    private static final String NONE = "none";

    private static final Pattern CLUSTER =
            Pattern.compile(
                    "(?:(?<status>[^:()]+?)(?: \\((?<availability>\\w+)\\))?: )?(?<nodes>\\d+) x"
                            + " (?<type>\\S+)");

    /// `orders=running`, `orders=running/loading`, `orders=running/fresh` (for an hour only),
    /// `clicks=running/serverless` or `orders=stopped/NORMAL`, the reason why it stopped.
    private static final Pattern TASK =
            Pattern.compile("(?<name>\\w+)=(?<status>[\\w-]+)(?:/(?<detail>\\w+))?");

    /// `orders=PT20H`, or `orders=PT20H/PT21H`: so far behind, and so far a quarter of an hour ago.
    private static final Pattern LAG =
            Pattern.compile("\\w+=(?<latest>\\w+)(?:/(?<earlier>\\w+))?");

    private static final Pattern SIZE = Pattern.compile("(?<nodes>\\d+)=(?<percent>[\\d.]+|\\?)");

    private SituationWords() {}

    static Cluster cluster(String value, List<String> pending, @Nullable Instant maintenanceAt) {
        Matcher written = understood(CLUSTER, value);
        return new Cluster(
                "sales",
                Optional.ofNullable(written.group("status")).orElse("available"),
                Optional.ofNullable(written.group("availability")).orElse("Available"),
                written.group("type"),
                Integer.parseInt(written.group("nodes")),
                pending,
                "sales.example.com",
                null,
                maintenanceAt,
                true,
                megabytes("100"));
    }

    static Size size(String value) {
        Matcher written = understood(SIZE, value);
        String percent = written.group("percent");
        return new Size(
                Integer.parseInt(written.group("nodes")),
                percent.equals("?") ? null : Double.valueOf(percent));
    }

    static Replication task(String value) {
        Matcher written = understood(TASK, value);
        String name = written.group("name");
        String detail = written.group("detail");
        if ("serverless".equals(detail)) {
            return new ServerlessReplication(
                    "arn:" + name,
                    name,
                    Given.TARGET,
                    written.group("status"),
                    null,
                    false,
                    Given.ago(4000, 0),
                    null,
                    0,
                    null);
        }
        boolean loads = "loading".equals(detail);
        boolean fresh = "fresh".equals(detail);
        return new ReplicationTask(
                "arn:" + name,
                name,
                Given.TARGET,
                written.group("status"),
                detail == null || loads || fresh ? null : "Stop Reason " + detail,
                loads,
                fresh ? Given.ago(60, 0) : Given.ago(4000, 0),
                null,
                0);
    }

    static Lag lag(String value) {
        Matcher written = understood(LAG, value);
        Duration latest = Duration.parse(written.group("latest"));
        String earlier = written.group("earlier");
        return new Lag(latest, earlier == null ? latest : Duration.parse(earlier));
    }

    /// @param value in TB
    static @Nullable Long megabytes(String value) {
        return value.equals("unknown") ? null : Long.parseLong(value) * 1024 * 1024;
    }

    static @Nullable Double percent(String value) {
        return value.equals("unknown") ? null : Double.valueOf(value);
    }

    static Stream<String> words(String value) {
        return value.equals(NONE) ? Stream.empty() : Stream.of(value.split(" ", -1));
    }

    static Matcher understood(Pattern form, String value) {
        Matcher written = form.matcher(value);
        if (!written.matches()) {
            throw notUnderstood(value);
        }
        return written;
    }

    static IllegalArgumentException notUnderstood(String value) {
        return new IllegalArgumentException("This is not understood: " + value);
    }

    /// @param words a method, the minutes until writes were possible, and how many days ago that
    ///   was
    static Drilled drilled(String words) {
        String[] parts = words.split(" ", -1);
        int minutes = Integer.parseInt(parts[1]);
        return new Drilled(
                Given.NOW.minus(Duration.ofDays(Integer.parseInt(parts[2]))),
                parts.length > 3 ? parts[3] : "ra3.4xlarge",
                4,
                8,
                ResizeMethod.valueOf(parts[0]),
                Optional.empty(),
                minutes,
                minutes,
                minutes + 5);
    }
}
