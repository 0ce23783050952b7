package headroom.redshift.drill;

import headroom.redshift.ClusterNames;
import headroom.redshift.cluster.Cluster;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;
import software.amazon.awssdk.services.redshift.model.Tag;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The cluster that bears the name of a drill's copy, as DescribeClusters showed it a moment ago.
///
/// @param sdk all that Redshift says of it
public record Copy(software.amazon.awssdk.services.redshift.model.Cluster sdk, Cluster cluster) {
    /// Whose copy it is. A restored cluster has its snapshot's tags as well, so that a common word
    /// could be somebody else's.
    static final String OF = "headroom-drill";

    static final String RUN = "headroom-run";
    static final String EXPIRES = "headroom-expires";

    /// For how long after its request a copy may not be listed yet.
    static final Duration MAY_NOT_SHOW_YET = Duration.ofMinutes(5);

    /// Empty if there is no cluster of that name.
    ///
    /// @param original the identifier of the cluster that is copied
    public static Optional<Copy> find(RedshiftClient redshift, String original) {
        try {
            return redshift
                    .describeClusters(
                            request -> request.clusterIdentifier(new ClusterNames(original).copy()))
                    .clusters()
                    .stream()
                    .map(each -> new Copy(each, Cluster.of(each)))
                    .findFirst();
        } catch (ClusterNotFoundException none) {
            return Optional.empty();
        }
    }

    static List<Tag> tags(String original, CopyRecord record) {
        return List.of(
                tag(OF, original),
                tag(RUN, record.run()),
                tag(EXPIRES, record.expires().toString()));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private Map<String, String> tags() {
        return sdk.tags().stream()
                .collect(
                        Collectors.toMap(
                                Tag::key, each -> String.valueOf(each.value()), (one, _) -> one));
    }

    /// Whether it carries the tags of a copy of this cluster.
    public boolean isTaggedOf(String original) {
        return original.equals(tags().get(OF)) && expires() != null;
    }

    /// Whether it was made for this record: by its tags, or before it could be given any.
    boolean isOf(String original, Optional<CopyRecord> record) {
        String of = tags().get(OF);
        if (of != null) {
            return of.equals(original);
        }
        Instant created = sdk.clusterCreateTime();
        // One that is being created has no time of its creation yet.
        return record.filter(each -> created == null || each.mayHaveMade(created)).isPresent();
    }

    /// When it has to be gone; null if it does not say.
    public @Nullable Instant expires() {
        String text = tags().get(EXPIRES);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException notOurs) {
            return null;
        }
    }

    /// The node minutes that it has used so far. Redshift does not say since when a cluster is
    /// there that is being created; then its record does.
    public long nodeMinutes(Optional<CopyRecord> record, Instant now) {
        return Optional.ofNullable(sdk.clusterCreateTime())
                .or(() -> record.map(CopyRecord::askedAt))
                .map(since -> Math.max(0, Duration.between(since, now).toMinutes()))
                .map(minutes -> minutes * cluster.nodes())
                .orElse(0L);
    }

    boolean isBeingDeleted() {
        return cluster.status().equals("deleting") || cluster.status().equals("final-snapshot");
    }
}
