package headroom.stress.scenes;

import java.util.List;

/// All that is shown.
public final class Scenes {
    public static final List<Scene> ALL =
            List.of(
                    Scaled.replica().scene(),
                    Scaled.shard().scene(),
                    Scaled.node().scene(),
                    ClientFault.churn().scene(),
                    ClientFault.readonly().scene(),
                    ClientFault.unused().scene(),
                    SecondShard.scene(),
                    Kill.scene());

    private Scenes() {}
}
