package headroom.simulated.elasticache;

import java.util.List;

/// The addresses that the group's nodes may have.
///
/// @param subnets those of the account
/// @param names those that the group is in
record Addresses(SimulatedSubnets subnets, List<String> names) {
    boolean has(int count) {
        return subnets.free(names) >= count;
    }

    /// Whether there were enough; nothing is taken if not.
    boolean take(int count) {
        return subnets.take(names, count);
    }
}
