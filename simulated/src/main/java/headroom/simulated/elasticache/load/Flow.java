package headroom.simulated.elasticache.load;

/// What one application asks of some of the slots.
///
/// @param slots over which its keys are spread evenly; one alone where they share a hash tag
/// @param perSecond commands, at the beginning
/// @param writeShare how much of them writes, from 0 to 1
/// @param valueBytes how large a value is
public record Flow(
        SlotSet slots, double perSecond, double writeShare, double valueBytes, Clients clients) {
    private static final double VALUE = 512;

    public static Flow even(double perSecond, double writeShare, Clients clients) {
        return new Flow(SlotSet.ALL, perSecond, writeShare, VALUE, clients);
    }

    public static Flow on(SlotSet slots, double perSecond, double writeShare, Clients clients) {
        return new Flow(slots, perSecond, writeShare, VALUE, clients);
    }

    public Flow by(Clients others) {
        return new Flow(slots, perSecond, writeShare, valueBytes, others);
    }

    Flow times(double factor) {
        return new Flow(slots, perSecond * factor, writeShare, valueBytes, clients);
    }

    public Flow withValuesOf(double bytes) {
        return new Flow(slots, perSecond, writeShare, bytes, clients);
    }

    /// How much of it the shard gets, from 0 to 1.
    double shareOf(Shape.Shard shard) {
        return (double) shard.slots().common(slots) / slots.count();
    }
}
