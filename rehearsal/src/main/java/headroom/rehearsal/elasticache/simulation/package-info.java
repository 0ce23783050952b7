/// Headroom as it is deployed for one group of caches, with everything around it that a scenario
/// begins with, and those who act on it from outside.
///
/// Nothing here knows how a scenario goes on or how it has to end.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.elasticache.simulation;
