/// What clients do to the nodes of a cache, and what each node measures of it, minute by minute: a
/// pure function of the traffic, of the group's shape at that minute, and of a seed.
///
/// - A step changes the figures because it changes the shape: nothing here knows of steps.
/// - What commands, redirections and new connections cost was measured with real servers and
///   clients; the sizes of nodes are AWS's own.
/// - The names of metrics are written down here a second time, as a check of those who read them.
/// - What this cannot show: bursts shorter than a minute, credits of processors and networks, and
///   what a bigger node does for the one thread that carries out commands.
@org.jspecify.annotations.NullMarked
package headroom.simulated.elasticache.load;
