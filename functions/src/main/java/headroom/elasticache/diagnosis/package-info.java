/// Tells, from figures alone, what is wrong with a group: what scaling cures, and what it does not.
///
/// - [headroom.elasticache.diagnosis.Diagnosis] is a function of values: it holds no client and no
///   clock. All findings that hold are told; the first decides.
/// - Too few figures, or figures that contradict each other, are "unknown", and answer for nothing.
@org.jspecify.annotations.NullMarked
package headroom.elasticache.diagnosis;
