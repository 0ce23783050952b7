package headroom.simulated.elasticache;

import headroom.simulated.elasticache.GroupSetup.Mode;

import java.time.Duration;

/// The group is taken from one cluster mode to another. The one to come is shown as pending; no
/// node is replaced.
record ModeChange(SimulatedGroup group) {
    /// Nobody has said how long it takes.
    private static final Duration TIME = Duration.ofMinutes(6);

    void begin(ChangeUnderWay change, Mode to) {
        group.ask(to);
        boolean missed = change.fallsBack();
        group.nodes().forEach(each -> each.become(SimulatedGroup.MODIFYING));
        change.after(
                TIME,
                () -> {
                    group.settle(missed ? group.mode() : to);
                    group.nodes().forEach(each -> each.become(SimulatedGroup.AVAILABLE));
                    change.end();
                });
    }
}
