package headroom.redshift.trigger;

import headroom.redshift.cluster.DiskMetric;
import headroom.trigger.Notification.Alarm;
import headroom.trigger.Notification.Alarm.Watched;

import java.util.List;
import java.util.stream.Stream;

/// An alarm, as far as it watches clusters.
record DiskAlarm(Alarm alarm) {

    boolean watches(String cluster) {
        return of(cluster).findAny().isPresent();
    }

    boolean watchesDiskOf(String cluster) {
        return of(cluster).anyMatch(each -> inWords(each).equals(DiskMetric.NAME));
    }

    /// The clusters that it watches, for people.
    String clusters() {
        List<String> names =
                alarm.metrics().stream()
                        .flatMap(
                                each ->
                                        Stream.ofNullable(
                                                each.dimensions().get(DiskMetric.DIMENSION)))
                        .distinct()
                        .toList();
        return names.isEmpty() ? "no single cluster" : String.join(", ", names);
    }

    /// The metrics of one cluster that it watches, for people.
    String metricsOf(String cluster) {
        return String.join(
                ", ",
                of(cluster)
                        .map(DiskAlarm::inWords)
                        .map(each -> each.isEmpty() ? "no metric" : each)
                        .distinct()
                        .toList());
    }

    private Stream<Watched> of(String cluster) {
        return alarm.metrics().stream()
                .filter(each -> cluster.equals(each.dimensions().get(DiskMetric.DIMENSION)));
    }

    /// A metric that others than Redshift report may bear the same name.
    private static String inWords(Watched each) {
        return each.namespace().isEmpty() || each.namespace().equals(DiskMetric.NAMESPACE)
                ? each.metric()
                : each.namespace() + " " + each.metric();
    }
}
