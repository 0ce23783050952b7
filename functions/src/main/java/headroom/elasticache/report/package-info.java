/// What operators are told of a run, and what is noted on the lease at its end.
///
/// - A report says what was found, as a small table, what was done or why not, what each step would
///   bring, and after a step what it brought.
/// - No sentence says more than was seen.
@org.jspecify.annotations.NullMarked
package headroom.elasticache.report;
