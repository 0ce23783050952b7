/// What arrives on a topic: who wrote it, and what it asks for.
///
/// - What a service of AWS writes asks for nothing. Services are known by the forms of their
///   messages alone.
/// - A person's plain text or empty message asks for a run at once, unless it says no or speaks of
///   a plan. JSON is read with care; what its fields mean is the workflow's to say.
/// - One alarm transition, or one publication, names one execution, however often it is delivered.
@org.jspecify.annotations.NullMarked
package headroom.trigger;
