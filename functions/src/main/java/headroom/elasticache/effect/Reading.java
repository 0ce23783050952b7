package headroom.elasticache.effect;

import headroom.elasticache.group.Role;

import java.util.Optional;

/// What one shard's nodes of one role measured, as means over their minutes and nodes, rounded to a
/// tenth: a group has up to five hundred nodes, and the readings before and after travel through
/// the state machine.
///
/// @param cpu percent of the thread that carries out commands; of nodes with two processors, what
///   all of them do counts as well
/// @param memory percent
/// @param reads a second
/// @param writes a second
/// @param connections as they stand
/// @param opened new connections a second
public record Reading(
        String shard,
        Role role,
        int nodes,
        Optional<Double> cpu,
        Optional<Double> memory,
        Optional<Double> reads,
        Optional<Double> writes,
        Optional<Double> connections,
        Optional<Double> opened) {}
