package headroom.stress.scenes;

import java.util.List;

/// All that is shown.
public final class Scenes {
    public static final List<Scene> ALL =
            List.of(
                    Scaled.replica(),
                    Scaled.shard(),
                    Scaled.node(),
                    ClientFault.churn(),
                    ClientFault.readonly(),
                    ClientFault.unused(),
                    Kill.scene());

    private Scenes() {}
}
