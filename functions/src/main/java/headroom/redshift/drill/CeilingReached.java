package headroom.redshift.drill;

/// The drill has used the node hours that it may use.
public final class CeilingReached extends RuntimeException {
    public CeilingReached(String message) {
        super(message);
    }
}
