/// What CloudWatch knows of each node of a group, by the minute.
///
/// - A figure that is missing is unknown, and never zero.
/// - It measures; what a figure means is for [headroom.elasticache.diagnosis] to say.
@org.jspecify.annotations.NullMarked
package headroom.elasticache.figures;
