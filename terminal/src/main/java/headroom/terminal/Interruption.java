package headroom.terminal;

import java.util.concurrent.atomic.AtomicBoolean;

/// Has the last word of a command that is stopped before its end, as by Ctrl-C. The process then
/// ends with the signal's status, which is 130 for Ctrl-C.
public final class Interruption implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread hook;

    private Interruption(Runnable lastWord) {
        hook =
                new Thread(
                        () -> {
                            if (over.compareAndSet(false, true)) {
                                lastWord.run();
                            }
                        },
                        "interruption");
    }

    /// From now until it is closed.
    ///
    /// @param lastWord is said by another thread, while the work may go on for a moment
    public static Interruption of(Runnable lastWord) {
        Interruption interruption = new Interruption(lastWord);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /// The work is at its end.
    ///
    /// @return whether that was in time, so that what came of it is still to be told
    public boolean end() {
        boolean inTime = over.compareAndSet(false, true);
        if (inTime) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException stopping) {
                return true;
            }
        }
        return inTime;
    }

    @Override
    public void close() {
        end();
    }
}
