package headroom.trigger;

import headroom.redshift.trigger.Order;

import headroom.text.Moment;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// What arrived on the topic, by who wrote it and what it asks for.
sealed interface Notification {

    /// A CloudWatch alarm changed its state.
    ///
    /// @param state OK, ALARM or INSUFFICIENT_DATA
    /// @param changedAt as CloudWatch wrote it
    /// @param metrics what it watches; none if it is composite
    /// @param threshold from which it goes to ALARM; null if it has none of its own
    /// @param children the ARNs of the alarms that put a composite one into ALARM
    record Alarm(
            String name,
            String arn,
            String state,
            String changedAt,
            List<Watched> metrics,
            @Nullable Double threshold,
            List<String> children)
            implements Notification {
        private static final String DISK = "PercentageDiskSpaceUsed";

        /// CloudWatch writes the offset as +0000, which an instant's own parser refuses.
        private static final DateTimeFormatter CLOUDWATCH =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

        private static final DateTimeFormatter IN_NAMES =
                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

        /// @param metric behind its namespace if that is not Redshift's; empty where it is not told
        record Watched(String metric, String cluster) {}

        boolean isAtLeast(int percent) {
            return threshold != null && threshold >= percent;
        }

        boolean watches(String cluster) {
            return metrics.stream().anyMatch(each -> each.cluster().equals(cluster));
        }

        boolean watchesDiskOf(String cluster) {
            return metrics.contains(new Watched(DISK, cluster));
        }

        /// Whether it is the alarm of this ARN, or a composite one that this alarm has put into
        /// ALARM.
        boolean speaksFor(String alarm) {
            return arn.equals(alarm) || children.contains(alarm);
        }

        /// The clusters that it watches, for people.
        String clusters() {
            List<String> names = metrics.stream().map(Watched::cluster).distinct().toList();
            return names.isEmpty() ? "no single cluster" : String.join(", ", names);
        }

        /// The metrics of one cluster that it watches, for people.
        String metricsOf(String cluster) {
            return String.join(
                    ", ",
                    metrics.stream()
                            .filter(each -> each.cluster().equals(cluster))
                            .map(each -> each.metric().isEmpty() ? "no metric" : each.metric())
                            .distinct()
                            .toList());
        }

        /// The time of the change as people read it; as CloudWatch wrote it, if that is another
        /// form.
        String changedAtInWords() {
            try {
                return Moment.of(OffsetDateTime.parse(changedAt, CLOUDWATCH).toInstant());
            } catch (DateTimeException unknownForm) {
                return changedAt;
            }
        }

        /// The time of the change, in characters that an execution's name may have.
        String changedAtInNames() {
            try {
                return IN_NAMES.format(OffsetDateTime.parse(changedAt, CLOUDWATCH));
            } catch (DateTimeException unknownForm) {
                return "unknown-time";
            }
        }
    }

    /// A person asks for a run.
    ///
    /// @param dryRun true as well where the message was not understood: nothing costly happens by a
    ///   slip of the pen
    /// @param nodes the size that is wished for; null if that is left to the plan
    /// @param notUnderstood what was not understood, what is known instead; null if all was
    record Ordered(boolean dryRun, @Nullable Integer nodes, @Nullable String notUnderstood)
            implements Notification {
        static final Ordered RESIZE = new Ordered(false, null, null);
        static final Ordered PLAN = new Ordered(true, null, null);

        static Ordered notUnderstood(String sentence) {
            return new Ordered(true, null, sentence);
        }
    }

    /// A person wants tasks taken off the record of what a run has stopped.
    ///
    /// @param tasks names or ARNs
    record Forget(List<String> tasks) implements Notification {}

    /// A person says that nothing is to be done.
    ///
    /// @param text the message, shortened
    record SaysNo(String text) implements Notification {}

    /// Something else than a person or an alarm: what a service of AWS wrote.
    ///
    /// @param what in few words, with the beginning of the message
    record Foreign(String what) implements Notification {}

    static Notification parse(@Nullable String message) {
        String text = Excerpt.bare(message == null ? "" : message);
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return AwsServices.ofText(text)
                    .<Notification>map(each -> each)
                    .orElseGet(() -> PlainText.read(text));
        }
        return switch (StrictJson.read(text)) {
            case StrictJson.Mistake mistake -> Ordered.notUnderstood(mistake.sentence());
            case StrictJson.Value value -> {
                Look json = new Look(value.json());
                yield AlarmForms.read(json)
                        .<Notification>map(each -> each)
                        .or(() -> AwsServices.ofJson(json, text))
                        .orElseGet(() -> Order.read(value.json(), text));
            }
        };
    }
}
