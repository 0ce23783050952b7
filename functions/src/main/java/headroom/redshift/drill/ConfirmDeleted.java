package headroom.redshift.drill;

import headroom.redshift.Clients;
import headroom.redshift.Settings;
import headroom.step.Pace;
import headroom.step.PhaseTimedOut;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Tells whether the copy is gone. One look is not enough: a copy that was asked for a moment ago
/// may not be listed yet, and an answer may be an old one.
public final class ConfirmDeleted extends Step<ConfirmDeleted.Input> {
    /// Since its deletion began, or Redshift was last seen resizing it: it deletes none meanwhile.
    static final Duration LIMIT = Duration.ofHours(6);

    /// Between the two looks.
    private static final int SECOND_LOOK_SECONDS = 30;

    /// How many looks in a row have to agree.
    private static final int LOOKS = 2;

    private final RedshiftClient redshift;
    private final Settings settings;
    private final Clock clock;

    /// @param copy what was written down of it; empty if nothing is known but its tags
    /// @param since when its deletion began
    /// @param seen whether it was there at any time of it
    /// @param looks how many looks in a row have found none so far
    /// @param resizedAt when it was last seen being resized; empty if it never was
    public record Input(
            Optional<CopyRecord> copy,
            Instant since,
            boolean seen,
            int looks,
            Optional<Instant> resizedAt) {}

    /// @param gone whether no copy of this cluster is there
    /// @param waitSeconds how long to wait before it is asked for, and looked at, again
    /// @param looks to be handed to the next look
    /// @param resizedAt to be handed to the next look
    public record Answer(
            boolean gone,
            int waitSeconds,
            int looks,
            Optional<Instant> resizedAt,
            String sentence) {}

    public ConfirmDeleted() {
        this(Clients.redshift(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ConfirmDeleted(RedshiftClient redshift, Settings settings, Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Answer run(Input input) {
        Instant now = clock.instant();
        Duration elapsed = Duration.between(input.since(), now);
        Optional<Copy> found =
                Copy.find(redshift, settings.cluster())
                        .filter(each -> each.isOf(settings.cluster(), input.copy()));
        if (found.isEmpty()) {
            return missing(input, elapsed);
        }
        String sentence = found.get().cluster().sentence() + ".";
        Optional<Instant> resizedAt =
                found.get().cluster().resizes() ? Optional.of(now) : input.resizedAt();
        Instant since = resizedAt.orElse(input.since());
        if (Duration.between(since, now).compareTo(LIMIT) > 0) {
            throw new PhaseTimedOut("The deletion of the copy", LIMIT, sentence);
        }
        return new Answer(false, Pace.UNHURRIED.waitSeconds(elapsed), 0, resizedAt, sentence);
    }

    /// One that was asked for just before, and never seen, may be listed late.
    private static Answer missing(Input input, Duration elapsed) {
        int looks = input.looks() + 1;
        boolean mayComeYet =
                input.copy().isPresent()
                        && !input.seen()
                        && elapsed.compareTo(Copy.MAY_NOT_SHOW_YET) < 0;
        return new Answer(
                looks >= LOOKS && !mayComeYet,
                SECOND_LOOK_SECONDS,
                looks,
                input.resizedAt(),
                "There is no copy.");
    }
}
