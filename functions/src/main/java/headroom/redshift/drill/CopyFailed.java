package headroom.redshift.drill;

/// The copy is none that a drill can use: it did not come up, or is not what was asked for.
public final class CopyFailed extends RuntimeException {
    public CopyFailed(String message) {
        super(message);
    }
}
