package headroom.rehearsal.aws;

import headroom.rehearsal.states.Call;
import headroom.rehearsal.states.Resource;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.faults.Faults;
import headroom.simulated.faults.IntegrationErrors;
import headroom.simulated.faults.InvocationTimer;
import headroom.simulated.journal.Journal;
import headroom.simulated.time.Scheduler;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// What a task of the state machine asks, with calls that can be struck: before the effect or after
/// it, with an error or with silence, in which the task's own time limit strikes.
public final class FaultyResource implements Resource {
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Function<@Nullable Object, String> place;
    private final Resource real;
    private final Faults faults;
    private final Scheduler scheduler;
    private final Journal journal;

    /// @param place names the place that a call with these arguments is at
    public FaultyResource(
            Function<@Nullable Object, String> place,
            Resource real,
            Faults faults,
            Scheduler scheduler,
            Journal journal) {
        this.place = place;
        this.real = real;
        this.faults = faults;
        this.scheduler = scheduler;
        this.journal = journal;
    }

    @Override
    public void call(@Nullable Object arguments, Call call) {
        journal.as(
                call.execution().name(),
                () -> {
                    Optional<String> what = faults.strike(place.apply(arguments));
                    if (what.isPresent()) {
                        struck(what.get(), arguments, call);
                    } else {
                        real.call(arguments, call);
                    }
                });
    }

    private void struck(String what, @Nullable Object arguments, Call call) {
        if (what.equals(FaultKinds.TWICE) || what.endsWith(IntegrationErrors.AFTER)) {
            real.call(arguments, call.unheard());
        }
        String error =
                what.replace(IntegrationErrors.BEFORE, "").replace(IntegrationErrors.AFTER, "");
        if (what.equals(FaultKinds.TWICE)) {
            real.call(arguments, call);
        } else if (!error.equals(IntegrationErrors.SILENCE)) {
            scheduler.after(
                    error.equals("Sandbox.Timedout") ? InvocationTimer.LIMIT : SHORT,
                    () -> call.fail(error, "The rehearsal lets this call fail"));
        }
    }
}
