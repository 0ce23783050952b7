package headroom.redshift.drill;

import headroom.redshift.Clients;
import headroom.redshift.Settings;
import headroom.run.Execution;
import headroom.step.Pace;
import headroom.step.Progress;
import headroom.step.Step;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.ResourceNotFoundException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Tells whether the copy is there, is ours, and is guarded as the cluster is; and tags it, as a
/// restore takes no tags.
public final class ConfirmCopy extends Step<ConfirmCopy.Input> {
    private final RedshiftClient redshift;
    private final Settings settings;
    private final Clock clock;

    /// @param nodes that the copy has to have
    /// @param since when Redshift was asked for it last
    /// @param execution the drill's ARN, which tells the place as well
    public record Input(int nodes, CopyRecord copy, Instant since, String execution) {}

    public ConfirmCopy() {
        this(Clients.redshift(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ConfirmCopy(RedshiftClient redshift, Settings settings, Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Progress run(Input input) {
        Instant now = clock.instant();
        Duration elapsed = Duration.between(input.since(), now);
        Optional<Copy> found = Copy.find(redshift, settings.cluster());
        if (found.isEmpty()) {
            return missing(input, elapsed, now);
        }
        Copy copy = found.get();
        String sentence = copy.cluster().sentence() + ".";
        if (!copy.isOf(settings.cluster(), Optional.of(input.copy()))) {
            throw new CopyFailed("It is no copy of a drill: " + sentence);
        }
        boolean tagged = copy.isTaggedOf(settings.cluster()) || tag(input);
        if (copy.cluster().needsAPerson()) {
            throw new CopyFailed("The copy did not come up: " + sentence);
        }
        if (copy.cluster().canBeChanged() && tagged) {
            refuseUnfit(copy, input);
            return new Progress.Done(sentence);
        }
        input.copy().refuseSpent(now, () -> sentence);
        return working(input, elapsed, now, sentence);
    }

    private static Progress missing(Input input, Duration elapsed, Instant now) {
        String sentence = "The copy is not listed.";
        if (elapsed.compareTo(Copy.MAY_NOT_SHOW_YET) > 0) {
            throw new CopyFailed(sentence + " It was asked for at " + input.since() + ".");
        }
        return working(input, elapsed, now, sentence);
    }

    private static Progress working(Input input, Duration elapsed, Instant now, String sentence) {
        int wait = Pace.UNHURRIED.waitSeconds(elapsed);
        return new Progress.Working(input.copy().within(wait, now), null, sentence);
    }

    /// Before it is used: a copy holds the cluster's data.
    private void refuseUnfit(Copy copy, Input input) {
        @Nullable String weakness =
                Source.describe(redshift, settings.cluster()).weakness(copy.sdk());
        if (weakness != null) {
            throw new CopyFailed("The copy is guarded less than the cluster: " + weakness + ".");
        }
        if (copy.cluster().nodes() != input.nodes()) {
            throw new CopyFailed(
                    "The copy has %d nodes instead of %d."
                            .formatted(copy.cluster().nodes(), input.nodes()));
        }
    }

    /// Whether Redshift takes tags while a cluster is being created is not documented. Until it
    /// does, the record on the drill's lease says whose the copy is.
    private boolean tag(Input input) {
        try {
            redshift.createTags(
                    request ->
                            request.resourceName(arn(Execution.of(input.execution())))
                                    .tags(Copy.tags(settings.cluster(), input.copy())));
            return true;
        } catch (InvalidClusterStateException | ResourceNotFoundException notYet) {
            return false;
        }
    }

    private String arn(Execution drill) {
        String[] place = drill.stateMachineArn().split(":", 6);
        return "arn:%s:redshift:%s:%s:cluster:%s"
                .formatted(place[1], place[3], place[4], settings.ofCopy().cluster());
    }
}
