package headroom.simulated.elasticache.load;

import java.util.List;

/// All that clients do, and what they have stored.
public record Traffic(List<Flow> flows, Course course, Data data) {
    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;

    public Traffic {
        flows = List.copyOf(flows);
    }

    /// Steady, over six GiB.
    public static Traffic of(Flow... flows) {
        return new Traffic(List.of(flows), Course.STEADY, Data.of(6 * GIBIBYTE));
    }

    public Traffic with(Course other) {
        return new Traffic(flows, other, data);
    }

    public Traffic with(Data other) {
        return new Traffic(flows, course, other);
    }

    /// So many times as much of each flow.
    public Traffic times(double factor) {
        return new Traffic(flows.stream().map(each -> each.times(factor)).toList(), course, data);
    }

    /// The same asked for by others: somebody mends what the clients do.
    public Traffic by(Clients others) {
        return new Traffic(flows.stream().map(each -> each.by(others)).toList(), course, data);
    }
}
